package dev.mintmark.tokens.mint;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What will be signed, defaults and all.
 *
 * @param header the JOSE header
 * @param claims the claims
 */
public record UnsignedToken(Map<String, @Nullable Object> header, Map<String, @Nullable Object> claims) {}
