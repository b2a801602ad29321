package dev.mintmark.service.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.KeyRejectedException;
import dev.mintmark.jose.KeyText;
import dev.mintmark.jose.UnverifiedJwk;
import dev.mintmark.service.request.KeyMaterialRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Reads a caller's own key or secret. Errors contain nothing of it. */
public final class CallerKey {
    private CallerKey() {}

    /** A key with the pointer to its member. */
    record OwnKey(String pointer, Jwk jwk) {}

    /** Whether the request contains a key or a secret. */
    public static boolean isGiven(KeyMaterialRequest request) {
        return request.secret().isPresent()
                || StringMembers.present(request.key()).isPresent();
    }

    /**
     * Reads the key of the request, if there is one.
     *
     * @throws MalformedRequestException if there are two, or the secret does not match its encoding
     * @throws KeyRejectedException if the key is malformed or too weak
     */
    public static Optional<OwnKey> read(KeyMaterialRequest request) {
        Optional<JsonNode> key = one(request);
        Optional<OwnKey> secret = request.secret()
                .map(text -> new OwnKey(
                        "/secret",
                        Jwk.ofSecret(decode(text, request.secretEncoding().orElse("utf8")))
                                .admit()));
        return secret.or(() -> key.map(node -> new OwnKey("/key", KeyText.read(node))));
    }

    /**
     * Reads the key without checking its strength, for advice. Empty if there is none, and for a PEM that is rejected
     * as too weak, which the verdict or the error reports.
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
     * Reads a key for conversion, without checking its strength.
     *
     * @throws MalformedRequestException if it cannot be read
     */
    public static Jwk readToShow(JsonNode key) {
        try {
            return KeyText.parse(key);
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
            throw new MalformedRequestException("/secret_encoding", "secret_encoding goes with a secret");
        }
        return key;
    }

    private static Optional<UnverifiedJwk> readUnverified(JsonNode key) {
        if (key instanceof ObjectNode object && object.has("kty")) {
            return Optional.of(UnverifiedJwk.of(object));
        }
        try {
            return Optional.of(UnverifiedJwk.of(KeyText.read(key)));
        } catch (KeyRejectedException e) {
            if (e.reason().isPolicy()) {
                return Optional.empty();
            }
            throw new MalformedRequestException("/key", e.detail());
        }
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
                            "/secret_encoding", "The encoding must be utf8, base64url, base64 or hex");
            };
        } catch (IllegalArgumentException e) {
            throw new MalformedRequestException("/secret", "The secret does not match its encoding");
        }
    }
}
