package dev.mintmark.advice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Which of the keys beside a token would verify it (RFC 7515 section 4.1.4). */
public final class CandidateKeys {
    private CandidateKeys() {}

    /** The key of the token's {@code kid}; without one, or where no key has it, all of them. */
    public static List<KeyView> of(TokenView token) {
        JsonNode kid = token.header().path("kid");
        List<KeyView> named = token.keys().stream()
                .filter(key -> kid.isTextual()
                        && key.keyId().filter(kid.asText()::equals).isPresent())
                .toList();
        return named.isEmpty() ? token.keys() : named;
    }
}
