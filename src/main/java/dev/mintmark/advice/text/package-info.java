/**
 * Recognition of strings: patterns of tokens, credentials and personal data, masking, URLs, names.
 *
 * <p>Pure functions in linear time. Used only within {@code advice}.
 */
@NullMarked
package dev.mintmark.advice.text;

import org.jspecify.annotations.NullMarked;
