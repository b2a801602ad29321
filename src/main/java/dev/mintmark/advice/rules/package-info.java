/**
 * The rules, one file for each family ({@code FormRules} to {@code KeySetRules}). A rule has texts, references and
 * a short check; adding a rule changes one file.
 *
 * <p>Only the composition and tests use this package, through {@link dev.mintmark.advice.rules.AllRules}.
 */
@NullMarked
package dev.mintmark.advice.rules;

import org.jspecify.annotations.NullMarked;
