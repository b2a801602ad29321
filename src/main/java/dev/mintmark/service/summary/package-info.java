/**
 * A token in a few plain sentences, made from its values, its failed checks and its worst advisories.
 *
 * <p>Must not know the other parts of {@code service}, HTTP or providers: one form of sentence serves every token.
 */
@NullMarked
package dev.mintmark.service.summary;

import org.jspecify.annotations.NullMarked;
