package dev.mintmark.http.token;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the same tests against the packaged service. */
@QuarkusIntegrationTest
class TokensResourceIT extends TokensResourceTest {}
