package dev.mintmark.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Tokens that no service would mint. */
final class TestTokens {
    private TestTokens() {}

    /** Header and payload as they are given, and an empty signature. */
    static String unsigned(String header, String payload) {
        return encode(header) + "." + encode(payload) + ".";
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
