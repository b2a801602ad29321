package dev.mintmark.http.token;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class RevokeResourceIT extends RevokeResourceTest {}
