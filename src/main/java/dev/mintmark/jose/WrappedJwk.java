package dev.mintmark.jose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.KeyRejectedException.Reason;

/** JSON objects around one key: a JWK Set, the file of a Google service account, the answer of Azure Key Vault. */
final class WrappedJwk {
    private WrappedJwk() {}

    /**
     * Reads the key inside the object, however weak.
     *
     * @throws KeyRejectedException if there is no key, or more than one
     */
    static Jwk parse(ObjectNode json) {
        JsonNode keys = json.path("keys");
        if (keys.isArray()) {
            if (keys.size() == 1) {
                return JwkReader.parse(keys.get(0));
            }
            throw new KeyRejectedException(
                    Reason.MALFORMED, "This is a JWK Set of " + keys.size() + " keys; give one of them (RFC 7517 5)");
        }
        JsonNode pem = json.path("private_key");
        if (pem.isTextual()) {
            Jwk key = Pem.parse(pem.asText());
            JsonNode keyId = json.path("private_key_id");
            return keyId.isTextual() ? key.withKeyId(keyId.asText()) : key;
        }
        if (json.path("key").path("kty").isTextual()) {
            return JwkReader.parse(json.path("key"));
        }
        throw new KeyRejectedException(Reason.UNSUPPORTED, "The JWK's kty is not RSA, EC, OKP or oct (RFC 7518 6.1)");
    }
}
