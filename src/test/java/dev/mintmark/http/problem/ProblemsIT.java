package dev.mintmark.http.problem;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the same tests against the packaged service. */
@QuarkusIntegrationTest
class ProblemsIT extends ProblemsTest {}
