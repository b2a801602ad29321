/**
 * Finds the token in text that a person copied from a header, a cookie, a URL, a JSON response or a log, or says what the
 * text is instead.
 *
 * <p>Linear in the length of the text, which the caller bounds. Nothing is verified here, and no part of the text is
 * repeated but names of members, cookies and parameters.
 */
@NullMarked
package dev.mintmark.paste;

import org.jspecify.annotations.NullMarked;
