/**
 * A language model that proposes how to read a sentence, and the checks of its proposal.
 *
 * <p>The model is not trusted: a value counts only if the rules of {@code draft} read the same value from the words that the model
 * quotes. Off unless configured, and the only part of the service that sends a sentence elsewhere.
 */
@NullMarked
package dev.mintmark.draft.model;

import org.jspecify.annotations.NullMarked;
