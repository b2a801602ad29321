package dev.mintmark.http.key;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.Pem;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A caller's key in all its forms: a key pair as JWK and PEM, or a secret as JWK and base64url. */
record KeyForms(
        @Nullable String algorithm,
        @Nullable String keyId,
        @Nullable ObjectNode privateJwk,
        @Nullable ObjectNode publicJwk,
        @Nullable String privatePem,
        @Nullable String publicPem,
        @Nullable String secret) {

    /** The forms of a generated key, whose JWK says that it is for signatures. */
    static KeyForms of(Jwk jwk) {
        return of(jwk, jwk.insecurePrivateJson(), () -> jwk.publicJson());
    }

    /** The forms of a caller's key, whose attributes and unknown members stay as they are (RFC 7517 section 4). */
    static KeyForms ofGiven(Jwk jwk) {
        return of(jwk, jwk.insecurePrivateJsonAsGiven(), () -> jwk.publicJsonAsGiven());
    }

    private static KeyForms of(Jwk jwk, ObjectNode json, Supplier<ObjectNode> publicJson) {
        String algorithm = jwk.algorithmName().orElse(null);
        String keyId = jwk.identified().keyId().orElse(null);
        if (jwk.isSecret()) {
            return new KeyForms(
                    algorithm, keyId, json, null, null, null, json.path("k").asText());
        }
        return new KeyForms(
                algorithm,
                keyId,
                jwk.isPrivate() ? json : null,
                publicJson.get(),
                jwk.isPrivate() ? Pem.insecurePrivateText(jwk) : null,
                Pem.publicText(jwk),
                null);
    }

    @Override
    public String toString() {
        return "KeyForms[redacted]";
    }
}
