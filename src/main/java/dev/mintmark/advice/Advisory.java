package dev.mintmark.advice;

import java.util.Optional;

/**
 * A finding of a rule.
 *
 * @param rule the rule: what is wrong, why, and what to do
 * @param severity the severity of this finding
 * @param where a JSON pointer: {@code /header/alg}, {@code /payload/exp}, {@code /signature}, {@code /key/n},
 *     {@code /jwks/keys/0/kid}, or {@code /token} for the form of the token
 * @param observed the value found; never a secret or a whole token, sensitive values masked
 * @param message the finding in one sentence
 * @param fix what to do about it in this token
 */
public record Advisory(
        Rule rule, Severity severity, String where, Optional<String> observed, String message, String fix) {}
