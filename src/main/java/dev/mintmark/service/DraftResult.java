package dev.mintmark.service;

import dev.mintmark.draft.Draft;

/**
 * A draft with advice on the token that it would mint.
 *
 * @param engine what read the sentence: {@code rules}
 */
public record DraftResult(Draft draft, Proposal proposal, String engine) {}
