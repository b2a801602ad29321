package dev.mintmark.advice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Selects the keys that may verify a token from those passed with it (RFC 7515 section 4.1.4). */
public final class CandidateKeys {
    private CandidateKeys() {}

    /** The keys with the token's {@code kid}; all keys if the token has no {@code kid} or no key matches. */
    public static List<KeyView> of(TokenView token) {
        JsonNode kid = token.header().path("kid");
        List<KeyView> named = token.keys().stream()
                .filter(key -> kid.isTextual()
                        && key.keyId().filter(kid.asText()::equals).isPresent())
                .toList();
        return named.isEmpty() ? token.keys() : named;
    }
}
