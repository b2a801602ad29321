package dev.mintmark.jose;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A token read as generously as is safe, so that a broken or foreign one can be shown: loose base64url, any
 * {@code alg}, encrypted or unsigned. Never a base for trust; {@link UnverifiedJws} is the strict reading.
 *
 * @param header the header object
 * @param payload the payload: JSON, or its text where it is no JSON; empty when it is encrypted, absent or undecodable
 * @param signature the decoded signature; empty when there is none, or the token is encrypted
 * @param encrypted whether it has the five parts of a JWE (RFC 7516 section 7.1)
 * @param size the bytes of the compact token
 */
public record UnverifiedToken(
        ObjectNode header, Optional<JsonNode> payload, Optional<byte[]> signature, boolean encrypted, int size) {
    private static final int JWE_PARTS = 5;

    private static final JsonMapper GENEROUS = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StrictJson.CONSTRAINTS)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /**
     * Reads a compact token; white space, quotes and {@code Bearer } around it are passed over.
     *
     * @throws MalformedTokenException if not even a header object can be read
     */
    public static UnverifiedToken read(String text) {
        String token = bare(text);
        // One more part than a JWE has is enough to know that it is none.
        String[] parts = token.split("\\.", JWE_PARTS + 1);
        if (!(json(parts[0]).orElse(MissingNode.getInstance()) instanceof ObjectNode header)) {
            throw new MalformedTokenException("/header", "No header object can be read from the token (RFC 7515 4)");
        }
        boolean encrypted = parts.length == JWE_PARTS;
        Optional<JsonNode> payload = encrypted || parts.length < 2
                ? Optional.empty()
                : json(parts[1]).or(() -> text(parts[1]));
        Optional<byte[]> signature = encrypted || parts.length < 3
                ? Optional.empty()
                : bytes(parts[2]).filter(b -> b.length > 0);
        return new UnverifiedToken(header, payload, signature, encrypted, token.length());
    }

    private static String bare(String text) {
        String stripped = text.strip();
        if (stripped.regionMatches(true, 0, "Bearer ", 0, 7)) {
            stripped = stripped.substring(7).strip();
        }
        boolean quoted = stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"");
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }

    private static Optional<JsonNode> json(String part) {
        return bytes(part).flatMap(bytes -> {
            try {
                return Optional.of(GENEROUS.readTree(new String(bytes, StandardCharsets.UTF_8)))
                        .filter(node -> !node.isMissingNode());
            } catch (JsonProcessingException | NumberFormatException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<JsonNode> text(String part) {
        return bytes(part).filter(b -> b.length > 0).map(b -> new TextNode(new String(b, StandardCharsets.UTF_8)));
    }

    private static Optional<byte[]> bytes(String part) {
        try {
            // The MIME decoder passes over white space and foreign characters; padding, right or wrong, is not needed.
            return Optional.of(Base64.getMimeDecoder()
                    .decode(part.replace('-', '+').replace('_', '/').replace("=", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "UnverifiedToken[" + size + " bytes]";
    }
}
