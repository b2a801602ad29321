/**
 * Runs a suite against a service: sends each token, compares the answer, and reports.
 *
 * <p>Runs on the developer's machine, never in the service, which makes no outgoing call. Knows the HTTP API of Mintmark and
 * nothing of its server. No report holds a token.
 */
@NullMarked
package dev.mintmark.drills.run;

import org.jspecify.annotations.NullMarked;
