/**
 * The rules, one file for each family ({@code FormRules} to {@code KeySetRules}). A rule is its texts, its references and
 * the few lines that look for it; adding one changes that file alone.
 *
 * <p>Only the composition and tests use this package, through {@link dev.mintmark.advice.rules.AllRules}.
 */
@NullMarked
package dev.mintmark.advice.rules;

import org.jspecify.annotations.NullMarked;
