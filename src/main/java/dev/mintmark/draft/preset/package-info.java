/**
 * Presets: token requests in the shape of the tokens of identity providers and of common uses, with slots to fill.
 *
 * <p>Must not know tokens, requests or HTTP: a preset is JSON that becomes other JSON. Each preset is one file of data.
 */
@NullMarked
package dev.mintmark.draft.preset;

import org.jspecify.annotations.NullMarked;
