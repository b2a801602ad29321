package dev.mintmark.http.problem;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class ProblemsIT extends ProblemsTest {}
