package dev.mintmark.service;

import dev.mintmark.advice.Report;
import dev.mintmark.advice.glossary.Explanation;
import dev.mintmark.jose.UnverifiedToken;
import java.util.List;
import java.util.Optional;

/**
 * A decoded token with advice and explanations.
 *
 * @param token the parts that could be read
 * @param sdJwt the disclosures and the key binding, if the token is an SD-JWT
 * @param report its kind and the advisories
 * @param explanations the meaning of each field, unless the request disables explanations
 */
public record DecodeResult(
        UnverifiedToken token, Optional<SdJwtResult> sdJwt, Report report, Optional<List<Explanation>> explanations) {}
