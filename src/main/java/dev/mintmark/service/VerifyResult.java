package dev.mintmark.service;

import dev.mintmark.advice.Advisory;
import dev.mintmark.tokens.verify.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A verdict, and what to think of beside it.
 *
 * @param verdict the checks
 * @param unwrapped what was removed from around the token, if the request asks for that
 * @param advisories advice on what the token says, whether it is genuine or not
 */
public record VerifyResult(Verdict verdict, Optional<String> unwrapped, List<Advisory> advisories) {}
