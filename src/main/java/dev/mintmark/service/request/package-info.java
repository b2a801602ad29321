/**
 * The requests to the service, one record each. HTTP binds JSON straight to them; other interfaces build them in code.
 * Absent members are empty.
 *
 * <p>The Bean Validation annotations are for HTTP, which reports all violations at once. The readers in
 * {@code service.read} enforce the same limits for every interface.
 */
@NullMarked
package dev.mintmark.service.request;

import org.jspecify.annotations.NullMarked;
