/**
 * The library: rules that warn of what is dangerous in a token, a key or a key set, and the glossary that says what
 * every claim means.
 *
 * <p>Owns the {@linkplain dev.mintmark.advice.Catalogue catalogue}: one file per family of rules ({@code FormRules} to
 * {@code KeySetRules}), in which a rule stands with its words, its references and the few lines that look for it. Adding
 * one touches that file alone. Rules read views ({@code TokenView}, {@code KeyView}, {@code KeySetView}) of unverified
 * input and write to {@code Findings}.
 *
 * <p>Knows nothing of minting and verifying: advice is no verdict. Facts about keys and the form of tokens come from
 * {@code jose}; here they get words. Nothing is fetched or resolved. A secret, a whole token or a sensitive value that was
 * found never gets into a report.
 */
@NullMarked
package dev.mintmark.advice;

import org.jspecify.annotations.NullMarked;
