package dev.mintmark.tokens.mint;

import dev.mintmark.jose.json.JsonMembers;

/**
 * The header and claims to be signed, with all defaults applied.
 *
 * @param header the JOSE header
 * @param claims the claims
 */
public record UnsignedToken(JsonMembers header, JsonMembers claims) {}
