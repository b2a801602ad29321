package dev.mintmark.http.advisory;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the same tests against the packaged service. */
@QuarkusIntegrationTest
class AdvisoriesResourceIT extends AdvisoriesResourceTest {}
