package dev.mintmark.tokens.mint;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header and claims to be signed, with all defaults applied.
 *
 * @param header the JOSE header
 * @param claims the claims
 */
public record UnsignedToken(Map<String, @Nullable Object> header, Map<String, @Nullable Object> claims) {}
