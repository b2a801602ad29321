package dev.mintmark.service;

import dev.mintmark.advice.Advisory;
import dev.mintmark.service.summary.Sentence;
import dev.mintmark.tokens.verify.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A verdict and advice on the token.
 *
 * @param verdict the verdict with all checks
 * @param summary the token and its verdict in plain sentences
 * @param unwrapped what was removed from around the token, if the request asks for that
 * @param advisories advice on the token, whether it is genuine or not; empty if the request disables advice
 */
public record VerifyResult(
        Verdict verdict, List<Sentence> summary, Optional<String> unwrapped, Optional<List<Advisory>> advisories) {}
