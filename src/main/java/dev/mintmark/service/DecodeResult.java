package dev.mintmark.service;

import dev.mintmark.advice.Advisory;
import dev.mintmark.advice.glossary.Explanation;
import dev.mintmark.jose.UnverifiedToken;
import dev.mintmark.kinds.Inference;
import dev.mintmark.service.summary.Sentence;
import java.util.List;
import java.util.Optional;

/**
 * A decoded token with advice and explanations.
 *
 * @param token the parts that could be read
 * @param sdJwt the disclosures and the key binding, if the token is an SD-JWT
 * @param kind what the token seems to be
 * @param summary the token in plain sentences
 * @param advisories advice on the token, unless the request disables advice
 * @param explanations the meaning of each field, unless the request disables explanations
 */
public record DecodeResult(
        UnverifiedToken token,
        Optional<SdJwtResult> sdJwt,
        Inference kind,
        List<Sentence> summary,
        Optional<List<Advisory>> advisories,
        Optional<List<Explanation>> explanations) {}
