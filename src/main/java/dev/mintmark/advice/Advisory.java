package dev.mintmark.advice;

import java.util.Optional;

/**
 * A rule that fired.
 *
 * @param rule what is wrong, why, and what to do
 * @param severity how bad it is here
 * @param where a JSON pointer: {@code /header/alg}, {@code /payload/exp}, {@code /signature}, {@code /key/n},
 *     {@code /jwks/keys/0/kid}, or {@code /token} for its form
 * @param observed what was there; never a secret, never a whole token, sensitive values masked
 * @param message what was found, in a sentence
 */
public record Advisory(Rule rule, Severity severity, String where, Optional<String> observed, String message) {}
