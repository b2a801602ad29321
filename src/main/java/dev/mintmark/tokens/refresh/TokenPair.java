package dev.mintmark.tokens.refresh;

import dev.mintmark.tokens.mint.MintedToken;

/**
 * An access token and the refresh token that follows it up.
 *
 * @param access for resource servers
 * @param refresh for the issuer alone
 */
public record TokenPair(MintedToken access, MintedToken refresh) {}
