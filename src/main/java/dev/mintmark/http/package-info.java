/**
 * The doors: JAX-RS resources, wire records and problem details (RFC 9457).
 *
 * <p>Owns how things are spelled on the wire (snake_case, {@code openapi.yaml}) and how each exception becomes a
 * problem. Decides nothing: a resource is one call of the desk or the cabinet and one {@code of(domain)}.
 *
 * <p>The web page lies in the resources of this package. It is plain modules without a bundler or a framework: a bundler
 * would bring a native program for each platform and a tree of npm packages into a build that needs a JDK alone, and
 * what it would save, the files' common version in their address and their preloading, is {@link PageFiles}. The page
 * is a client of the API like any other: lists, meanings and rules come from there and are not written in it again.
 */
@NullMarked
package dev.mintmark.http;

import org.jspecify.annotations.NullMarked;
