package dev.mintmark.http.batch;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the same tests against the packaged service. */
@QuarkusIntegrationTest
class BatchResourceIT extends BatchResourceTest {}
