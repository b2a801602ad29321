package dev.mintmark.tokens.refresh;

import dev.mintmark.tokens.mint.MintedToken;

/**
 * An access token and its refresh token.
 *
 * @param access for resource servers
 * @param refresh for the issuer only
 */
public record TokenPair(MintedToken access, MintedToken refresh) {}
