package dev.mintmark.http.key;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the same tests against the packaged service. */
@QuarkusIntegrationTest
class KeysResourceIT extends KeysResourceTest {}
