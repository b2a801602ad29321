package dev.mintmark.service.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.KeyRejectedException;
import dev.mintmark.jose.KeyText;
import dev.mintmark.jose.UnverifiedJwk;
import dev.mintmark.service.request.KeyMaterialRequest;
import dev.mintmark.service.request.RequestLimits;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A caller's own key or secret, read once for signing or verifying and for advice. Errors contain nothing of it.
 *
 * @param pointer JSON pointer to its member
 * @param jwk the key, or the reason why it is rejected
 * @param unverified the key as given, however weak, for advice; empty for a rejected PEM
 */
public record CallerKey(
        String pointer,
        Optional<Jwk> jwk,
        Optional<KeyRejectedException> rejection,
        Optional<UnverifiedJwk> unverified) {

    /** Whether the request contains a key or a secret. */
    public static boolean isGiven(KeyMaterialRequest request) {
        return request.secret().isPresent()
                || StringMembers.present(request.key()).isPresent();
    }

    /**
     * Reads the key of the request, if there is one. A rejected key is no error yet.
     *
     * @throws MalformedRequestException if there are two, or the secret does not match its encoding
     */
    public static Optional<CallerKey> read(KeyMaterialRequest request) {
        Optional<JsonNode> key = one(request);
        return request.secret()
                .map(text -> ofSecret(decode(text, request.secretEncoding().orElse("utf8"))))
                .or(() -> key.map(CallerKey::ofKey));
    }

    private static CallerKey ofSecret(byte[] secret) {
        Optional<UnverifiedJwk> unverified = Optional.of(UnverifiedJwk.ofSecret(secret));
        try {
            return new CallerKey("/secret", Optional.of(Jwk.ofSecret(secret).admit()), Optional.empty(), unverified);
        } catch (KeyRejectedException e) {
            return new CallerKey("/secret", Optional.empty(), Optional.of(e), unverified);
        }
    }

    private static CallerKey ofKey(JsonNode key) {
        Optional<UnverifiedJwk> given = key instanceof ObjectNode object && object.has("kty")
                ? Optional.of(UnverifiedJwk.of(object))
                : Optional.empty();
        try {
            Jwk jwk = KeyText.read(key);
            return new CallerKey(
                    "/key", Optional.of(jwk), Optional.empty(), given.or(() -> Optional.of(UnverifiedJwk.of(jwk))));
        } catch (KeyRejectedException e) {
            return new CallerKey("/key", Optional.empty(), Optional.of(e), given);
        }
    }

    /**
     * Returns the key.
     *
     * @throws KeyRejectedException if the key is malformed or too weak
     */
    public Jwk admit() {
        if (rejection.isPresent()) {
            throw rejection.get();
        }
        return jwk.orElseThrow();
    }

    /**
     * Returns the key as given, for advice. Empty for a PEM that is rejected as too weak, which the verdict or the error
     * reports.
     *
     * @throws MalformedRequestException if the key cannot be read at all
     */
    public Optional<UnverifiedJwk> forAdvice() {
        if (unverified.isEmpty()
                && rejection.filter(e -> !e.reason().isPolicy()).isPresent()) {
            throw new MalformedRequestException(pointer, rejection.get().detail());
        }
        return unverified;
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
        var unused = StringMembers.bounded("/secret", request.secret(), RequestLimits.SECRET);
        Optional<JsonNode> key = StringMembers.present(request.key());
        if (key.isPresent() && request.secret().isPresent()) {
            throw new MalformedRequestException("/secret", "Give either key or secret, not both");
        }
        if (request.secretEncoding().isPresent() && request.secret().isEmpty()) {
            throw new MalformedRequestException("/secret_encoding", "secret_encoding goes with a secret");
        }
        return key;
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

    /** Omits the key. */
    @Override
    public String toString() {
        return "CallerKey[redacted]";
    }
}
