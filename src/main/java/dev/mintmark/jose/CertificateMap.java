package dev.mintmark.jose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A map from key ids to certificates in PEM, as Google publishes the keys of Firebase and of service accounts. */
public final class CertificateMap {
    private CertificateMap() {}

    /** Whether the JSON is such a map: an object that has only PEM texts. */
    public static boolean isOne(JsonNode json) {
        if (!json.isObject() || json.isEmpty()) {
            return false;
        }
        for (JsonNode value : json) {
            if (!value.isTextual() || !PemBlock.isIn(value.textValue())) {
                return false;
            }
        }
        return true;
    }

    /**
     * The public JWK of one entry with its {@code kid} and, for a certificate, {@code x5c} (RFC 7517 section 4.7).
     *
     * @return empty if the PEM has no key that can be read
     */
    public static Optional<ObjectNode> jwk(String keyId, String pem) {
        try {
            Jwk jwk = Pem.parse(pem).withKeyId(keyId);
            ObjectNode json = jwk.publicJsonAsGiven();
            PemBlock.of(pem).stream()
                    .filter(block -> block.label().equals("CERTIFICATE"))
                    .findFirst()
                    .ifPresent(block ->
                            json.set("x5c", JsonNodeFactory.instance.arrayNode().add(block.body())));
            return Optional.of(json);
        } catch (KeyRejectedException e) {
            return Optional.empty();
        }
    }
}
