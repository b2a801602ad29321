package dev.mintmark.jose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.jose.json.JsonForm;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A token read as leniently as is safe, so that broken and foreign tokens can be shown: loose base64url, any {@code
 * alg}, encrypted or unsigned. Not a basis for trust; {@link UnverifiedJws} parses strictly.
 *
 * @param header the header object
 * @param payload the payload as JSON, or as text if it is not JSON; empty if it is encrypted, absent or cannot be
 *     decoded
 * @param signature the decoded signature; empty if there is none or the token is encrypted
 * @param encrypted whether the token has the five parts of a JWE (RFC 7516 section 7.1)
 * @param size the size of the compact token in bytes
 */
public record UnverifiedToken(
        ObjectNode header, Optional<JsonNode> payload, Optional<byte[]> signature, boolean encrypted, int size) {
    /**
     * Takes a token from its reading.
     *
     * @throws MalformedTokenException if no header object can be read
     */
    public static UnverifiedToken of(TokenReading reading) {
        if (!(reading.header().flatMap(JsonForm::value).orElse(MissingNode.getInstance())
                instanceof ObjectNode header)) {
            throw new MalformedTokenException("/header", "No header object can be read from the token (RFC 7515 4)");
        }
        TokenForm form = reading.form();
        boolean encrypted = form.isEncrypted();
        Optional<JsonNode> payload = encrypted
                ? Optional.empty()
                : reading.payload().flatMap(JsonForm::value).or(() -> text(form.bytes(1)));
        Optional<byte[]> signature =
                encrypted ? Optional.empty() : form.bytes(2).filter(b -> b.length > 0);
        return new UnverifiedToken(
                header, payload, signature, encrypted, form.text().length());
    }

    /** {@linkplain #of(TokenReading) Reads} a compact token from its text. */
    public static UnverifiedToken read(String text) {
        return of(TokenReading.of(text));
    }

    private static Optional<JsonNode> text(Optional<byte[]> bytes) {
        return bytes.filter(b -> b.length > 0).map(b -> new TextNode(new String(b, StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "UnverifiedToken[" + size + " bytes]";
    }
}
