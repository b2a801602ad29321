package dev.mintmark.service;

import dev.mintmark.draft.Draft;
import java.util.Optional;

/**
 * A draft with advice on the token that it would mint.
 *
 * @param engine what read the sentence: {@code rules} or {@code model}
 * @param fallback why the rules answer instead of the model that was asked for, as a sentence
 */
public record DraftResult(Draft draft, Proposal proposal, String engine, Optional<String> fallback) {}
