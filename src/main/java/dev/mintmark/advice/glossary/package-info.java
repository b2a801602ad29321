/**
 * The meaning of every header parameter and claim, the explanation of their values, and the handbook.
 */
@NullMarked
package dev.mintmark.advice.glossary;

import org.jspecify.annotations.NullMarked;
