package dev.mintmark.service.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.issuer.IssuerContext;
import dev.mintmark.jose.CertificateMap;
import dev.mintmark.jose.JwkSet;
import dev.mintmark.jose.KeyRejectedException;
import dev.mintmark.service.request.RequestLimits;
import dev.mintmark.service.request.VerifyRequest;
import dev.mintmark.tokens.verify.TrustedKeys;
import java.util.Optional;

/** Reads the trusted keys: the caller's key, secret or key set, or by default the service's keys. */
public final class TrustedKeysReader {
    private TrustedKeysReader() {}

    /**
     * Reads the keys. A well-formed but unsuitable key results in a failed check, not in an error.
     *
     * @param own the caller's own key in the request
     * @param keyId the {@code kid} of the token; of a key set only keys of this id are read
     * @throws MalformedRequestException if there is more than one source, or a key is malformed
     */
    public static TrustedKeys read(
            VerifyRequest request, Optional<CallerKey> own, Optional<String> keyId, IssuerContext issuer) {
        Optional<JsonNode> jwks = StringMembers.present(request.jwks());
        if (jwks.isPresent() && own.isPresent()) {
            throw new MalformedRequestException("/jwks", "Give at most one of jwks, key and secret");
        }
        try {
            if (jwks.isPresent()) {
                return TrustedKeys.of(JwkSet.read(named(bounded("/jwks", jwks.get()), keyId)));
            }
            return own.isPresent() ? TrustedKeys.single(own.get().admit()) : own(issuer);
        } catch (KeyRejectedException e) {
            if (e.reason().isPolicy()) {
                return TrustedKeys.rejected(e);
            }
            throw new MalformedRequestException(own.map(CallerKey::pointer).orElse("/jwks"), e.detail());
        }
    }

    /** Only the keys of the set that the token names: reading a key costs, and the others cannot be used. */
    private static JsonNode named(JsonNode jwks, Optional<String> keyId) {
        if (keyId.isPresent() && CertificateMap.isOne(jwks)) {
            ObjectNode map = JsonNodeFactory.instance.objectNode();
            JsonNode certificate = jwks.path(keyId.get());
            return certificate.isMissingNode() ? jwks : map.set(keyId.get(), certificate);
        }
        if (keyId.isEmpty() || !jwks.path("keys").isArray()) {
            return jwks;
        }
        ArrayNode keys = JsonNodeFactory.instance.arrayNode();
        for (JsonNode key : jwks.path("keys")) {
            if (key.path("kid").isTextual() && key.path("kid").textValue().equals(keyId.get())) {
                keys.add(key);
            }
        }
        return JsonNodeFactory.instance.objectNode().set("keys", keys);
    }

    /**
     * Checks the size of a key set.
     *
     * @throws MalformedRequestException if it has more keys than {@link RequestLimits#KEYS}
     */
    static JsonNode bounded(String pointer, JsonNode jwks) {
        if (jwks.size() > RequestLimits.KEYS && CertificateMap.isOne(jwks)) {
            throw new MalformedRequestException(
                    pointer, "A map of certificates must have at most " + RequestLimits.KEYS + " entries");
        }
        if (jwks.path("keys").size() > RequestLimits.KEYS) {
            throw new MalformedRequestException(
                    pointer + "/keys", "A key set must have at most " + RequestLimits.KEYS + " keys");
        }
        return jwks;
    }

    /** Returns the service's own keys. */
    public static TrustedKeys own(IssuerContext issuer) {
        return TrustedKeys.own(issuer.keyRings().require().verificationKeys());
    }
}
