package dev.mintmark.advice.glossary;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.JweHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains encrypted and nested tokens: there a key is the recipient's, and the payload is not claims. */
public final class TokenLayers {
    private static final Map<String, String> ENCRYPTED = Map.ofEntries(
            Map.entry("alg", "The key management algorithm: how the content encryption key is encrypted or agreed on"),
            Map.entry("kid", "Id of the recipient's key that decrypts the token"),
            Map.entry("jwk", "The recipient's public key, for which the token is encrypted"),
            Map.entry(
                    "jku", "URL of a key set with the recipient's public key; do not fetch it on the word of a token"),
            Map.entry("x5u", "URL of the recipient's certificate; do not fetch it on the word of a token"),
            Map.entry("x5c", "The recipient's certificate chain"),
            Map.entry("x5t", "SHA-1 thumbprint of the recipient's certificate"),
            Map.entry("x5t#S256", "SHA-256 thumbprint of the recipient's certificate"));

    private static final Map<String, String> SECTIONS = Map.of(
            "alg", "RFC 7516 4.1.1",
            "jku", "RFC 7516 4.1.4",
            "jwk", "RFC 7516 4.1.5",
            "kid", "RFC 7516 4.1.6",
            "x5u", "RFC 7516 4.1.7",
            "x5c", "RFC 7516 4.1.8",
            "x5t", "RFC 7516 4.1.9",
            "x5t#S256", "RFC 7516 4.1.10");

    private TokenLayers() {}

    /** The explanations of a JWE: header parameters name the recipient's key, and the payload cannot be read. */
    public static List<Explanation> encrypted(JsonNode header, List<Explanation> explanations) {
        List<Explanation> all = new ArrayList<>();
        for (Explanation one : explanations) {
            String meaning = one.pointer().equals("/header/" + one.name()) ? ENCRYPTED.get(one.name()) : null;
            all.add(
                    meaning == null
                            ? one
                            : new Explanation(
                                    one.pointer(),
                                    one.name(),
                                    meaning,
                                    one.value(),
                                    one.registered(),
                                    Optional.of(SECTIONS.getOrDefault(one.name(), "RFC 7516 4.1"))));
        }
        boolean nested = isNested(header);
        all.add(payload(
                "The payload is encrypted" + (nested ? "; inside is another token (cty is JWT)" : "")
                        + ". Only the holder of the key can read it",
                JweHeader.words(header),
                "RFC 7516"));
        return all;
    }

    /** The explanations of a signed token whose payload is another token. */
    public static List<Explanation> nested(List<Explanation> explanations) {
        List<Explanation> all = new ArrayList<>(explanations);
        all.removeIf(one -> one.pointer().equals("/payload"));
        all.add(payload(
                "The payload is another token (nested JWT). Decode and verify the inner token on its own",
                "a token",
                "RFC 7519 5.2"));
        return all;
    }

    private static boolean isNested(JsonNode header) {
        String cty = header.path("cty").asText("");
        return cty.equalsIgnoreCase("JWT") || cty.equalsIgnoreCase("application/jwt");
    }

    private static Explanation payload(String meaning, String value, String reference) {
        return new Explanation("/payload", "payload", meaning, value, false, Optional.of(reference));
    }
}
