/**
 * The HTTP interface: JAX-RS resources, wire formats and problem details (RFC 9457), one sub-package for each area.
 *
 * <p>Owns the spelling of members on the wire (snake_case, {@code openapi.yaml}) and the mapping of exceptions to problems.
 * Contains no logic of its own: a resource makes one call to {@code service} or {@code keys} and converts the result. The sub-packages
 * do not know each other, apart from {@code wire}, {@code problem}, {@code limit} and {@code guard}, which serve all.
 */
@NullMarked
package dev.mintmark.http;

import org.jspecify.annotations.NullMarked;
