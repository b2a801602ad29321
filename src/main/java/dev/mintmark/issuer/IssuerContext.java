package dev.mintmark.issuer;

import dev.mintmark.keys.KeyRings;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.mint.TokenDefaults;

/**
 * What signs and completes the tokens of one issuer.
 *
 * @param issuer the {@code iss} of its tokens
 * @param keyRings the keys that sign and verify its tokens
 * @param defaults what a token of this issuer gets unless the request says otherwise
 */
public record IssuerContext(Issuer issuer, KeyRings keyRings, TokenDefaults defaults) {}
