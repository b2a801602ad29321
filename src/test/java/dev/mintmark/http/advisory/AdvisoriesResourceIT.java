package dev.mintmark.http.advisory;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class AdvisoriesResourceIT extends AdvisoriesResourceTest {}
