package dev.mintmark.http.key;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class KeysResourceIT extends KeysResourceTest {}
