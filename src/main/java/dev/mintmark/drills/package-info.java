/**
 * Drills: deliberately bad tokens, what a correct resource server answers to each, and the controls that it must accept.
 *
 * <p>Owns the catalogue and the types of a suite. The wrong signatures are made by {@code insecure…} methods of {@code jose},
 * never by the minter, so that no flag can make {@code POST /tokens} sign what is wrong. Knows neither HTTP nor settings.
 */
@NullMarked
package dev.mintmark.drills;

import org.jspecify.annotations.NullMarked;
