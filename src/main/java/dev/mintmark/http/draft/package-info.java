/**
 * {@code /tokens/draft}: a sentence becomes a token request.
 */
@NullMarked
package dev.mintmark.http.draft;

import org.jspecify.annotations.NullMarked;
