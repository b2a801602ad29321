package dev.mintmark.http.key;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.Pem;
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

    static KeyForms of(Jwk jwk) {
        String algorithm = jwk.algorithmName().orElse(null);
        String keyId = jwk.keyId().orElse(null);
        if (jwk.isSecret()) {
            ObjectNode json = jwk.insecurePrivateJson();
            return new KeyForms(
                    algorithm, keyId, json, null, null, null, json.path("k").asText());
        }
        return new KeyForms(
                algorithm,
                keyId,
                jwk.isPrivate() ? jwk.insecurePrivateJson() : null,
                jwk.publicJson(),
                jwk.isPrivate() ? Pem.insecurePrivateText(jwk) : null,
                Pem.publicText(jwk),
                null);
    }

    @Override
    public String toString() {
        return "KeyForms[redacted]";
    }
}
