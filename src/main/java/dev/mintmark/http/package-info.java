/**
 * The doors: JAX-RS resources, wire records and problem details (RFC 9457).
 *
 * <p>Owns how things are spelled on the wire (snake_case, {@code openapi.yaml}) and how each exception becomes a
 * problem. Decides nothing: a resource is one call of the desk or the cabinet and one {@code of(domain)}.
 */
@NullMarked
package dev.mintmark.http;

import org.jspecify.annotations.NullMarked;
