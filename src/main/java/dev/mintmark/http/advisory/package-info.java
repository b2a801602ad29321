/**
 * {@code /advisories}: security advice on tokens, requests, keys and secrets, and the catalogue of rules.
 */
@NullMarked
package dev.mintmark.http.advisory;

import org.jspecify.annotations.NullMarked;
