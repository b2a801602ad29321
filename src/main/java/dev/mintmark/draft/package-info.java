/**
 * Drafts: an English sentence becomes a token request, by a tokenizer and a recursive-descent grammar in linear time.
 *
 * <p>Every word of the sentence is understood, a filler, or reported as ignored. Every value stands in the sentence, comes
 * from a preset, or is reported as assumed with its reason. Must not know services, HTTP or keys.
 */
@NullMarked
package dev.mintmark.draft;

import org.jspecify.annotations.NullMarked;
