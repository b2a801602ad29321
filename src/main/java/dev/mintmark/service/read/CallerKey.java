package dev.mintmark.service.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.JwkReader;
import dev.mintmark.jose.KeyRejectedException;
import dev.mintmark.jose.Pem;
import dev.mintmark.jose.UnverifiedJwk;
import dev.mintmark.service.request.KeyMaterialRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Reads a caller's own key or secret. What is wrong with it is said without any of it. */
public final class CallerKey {
    private CallerKey() {}

    /** Which member a key came in. */
    record OwnKey(String pointer, Jwk jwk) {}

    /** Whether the order brings a key or a secret, whatever it is worth. */
    public static boolean isGiven(KeyMaterialRequest request) {
        return request.secret().isPresent()
                || StringMembers.present(request.key()).isPresent();
    }

    /**
     * The one key of the order, if there is one.
     *
     * @throws MalformedRequestException if there are two, or the secret is not in its encoding
     * @throws KeyRejectedException if the key is malformed or too weak
     */
    public static Optional<OwnKey> read(KeyMaterialRequest request) {
        Optional<JsonNode> key = one(request);
        Optional<OwnKey> secret = request.secret()
                .map(text -> new OwnKey(
                        "/secret",
                        Jwk.ofSecret(decode(text, request.secretEncoding().orElse("utf8")))
                                .admit()));
        return secret.or(() -> key.map(node -> new OwnKey("/key", read(node))));
    }

    /**
     * The same key as it stands, however weak: for advising. Empty where there is none, and for a PEM that is refused for
     * its weakness, which the verdict or the refusal tells.
     *
     * @throws MalformedRequestException if there are two, or one cannot be read at all
     */
    public static Optional<UnverifiedJwk> readUnverified(KeyMaterialRequest request) {
        Optional<JsonNode> key = one(request);
        return request.secret()
                .map(text -> UnverifiedJwk.ofSecret(
                        decode(text, request.secretEncoding().orElse("utf8"))))
                .or(() -> key.flatMap(CallerKey::readUnverified));
    }

    /**
     * A key that is only to be written in another form, however weak.
     *
     * @throws MalformedRequestException if it cannot be read
     */
    public static Jwk readToShow(JsonNode key) {
        try {
            return read(key);
        } catch (KeyRejectedException e) {
            throw new MalformedRequestException("/key", e.detail());
        }
    }

    private static Optional<JsonNode> one(KeyMaterialRequest request) {
        Optional<JsonNode> key = StringMembers.present(request.key());
        if (key.isPresent() && request.secret().isPresent()) {
            throw new MalformedRequestException("/secret", "Give either key or secret, not both");
        }
        if (request.secretEncoding().isPresent() && request.secret().isEmpty()) {
            throw new MalformedRequestException("/secret_encoding", "There is no secret for the encoding");
        }
        return key;
    }

    private static Optional<UnverifiedJwk> readUnverified(JsonNode key) {
        if (key instanceof ObjectNode object) {
            return Optional.of(UnverifiedJwk.of(object));
        }
        try {
            return Optional.of(UnverifiedJwk.of(read(key)));
        } catch (KeyRejectedException e) {
            if (e.reason().isPolicy()) {
                return Optional.empty();
            }
            throw new MalformedRequestException("/key", e.detail());
        }
    }

    private static Jwk read(JsonNode key) {
        if (key.isTextual()) {
            return Pem.read(key.asText());
        }
        return JwkReader.read(key);
    }

    static byte[] decode(String secret, String encoding) {
        try {
            return switch (encoding) {
                case "utf8" -> secret.getBytes(StandardCharsets.UTF_8);
                case "base64url" -> Base64Url.decode(secret);
                case "base64" -> Base64.getDecoder().decode(secret);
                case "hex" -> HexFormat.of().parseHex(secret);
                default ->
                    throw new MalformedRequestException(
                            "/secret_encoding", "The encoding is utf8, base64url, base64 or hex");
            };
        } catch (IllegalArgumentException e) {
            throw new MalformedRequestException("/secret", "The secret is not in the encoding that is named");
        }
    }
}
