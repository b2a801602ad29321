package dev.mintmark.service;

import dev.mintmark.advice.Report;
import dev.mintmark.advice.glossary.Explanation;
import dev.mintmark.jose.UnverifiedToken;
import java.util.List;
import java.util.Optional;

/**
 * A decoded token, and what there is to say of it.
 *
 * @param token what could be read
 * @param report its kind, and what to think of
 * @param explanations what each field means, unless the order does not want to know
 */
public record DecodeResult(UnverifiedToken token, Report report, Optional<List<Explanation>> explanations) {}
