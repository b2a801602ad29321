package dev.mintmark.service;

import dev.mintmark.advice.Advisory;
import dev.mintmark.tokens.verify.Verdict;
import java.util.List;

/**
 * A verdict, and what to think of beside it.
 *
 * @param verdict the checks
 * @param advisories advice on what the token says, whether it is genuine or not
 */
public record VerifyResult(Verdict verdict, List<Advisory> advisories) {}
