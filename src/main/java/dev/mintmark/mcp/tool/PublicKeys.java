package dev.mintmark.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Refuses private keys and secrets: what an assistant has seen is no longer secret. */
final class PublicKeys {
    private static final String REFUSED =
            ": this is a private key or a secret, and tools take public keys only. It is no"
                    + " longer secret now: replace it.";

    /** The members of a JWK that are private (RFC 7518 section 6). */
    private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    private PublicKeys() {}

    /**
     * Requires that a key or key set holds no private part.
     *
     * @param pointer to the key, for the message
     * @throws ToolException if it does
     */
    static void require(String pointer, JsonNode key) {
        if (hasPrivatePart(key)) {
            throw refused(pointer);
        }
    }

    static ToolException refused(String pointer) {
        return new ToolException(pointer + REFUSED);
    }

    private static boolean hasPrivatePart(JsonNode key) {
        if (key.isTextual()) {
            return key.asText().contains("PRIVATE KEY");
        }
        boolean isKey = key.has("kty") || key.has("private_key");
        if (isKey && (key.has("private_key") || PRIVATE.stream().anyMatch(key::has))) {
            return true;
        }
        return key.valueStream().anyMatch(PublicKeys::hasPrivatePart);
    }
}
