package dev.mintmark.jose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.KeyRejectedException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A JWK Set (RFC 7517 section 5): the keys that can be used, and the rejected ones with the reason. A key that cannot
 * be used does not affect the other keys.
 *
 * @param keys the usable keys, in the order of the set
 * @param rejected the other keys
 */
public record JwkSet(List<Jwk> keys, List<Rejected> rejected) {
    /** The largest published sets have some twenty keys. */
    public static final int MAX_KEYS = 100;

    /**
     * A key of the set that is not used.
     *
     * @param index the index in the array {@code keys}
     * @param keyId the {@code kid}, if it can be read
     * @param reason why it is not used
     */
    public record Rejected(int index, Optional<String> keyId, KeyRejectedException reason) {}

    public JwkSet {
        keys = List.copyOf(keys);
        rejected = List.copyOf(rejected);
    }

    /**
     * Reads a set, or a map from key ids to PEM certificates as Google publishes it.
     *
     * @throws KeyRejectedException if it is neither, has more than 100 keys, or mixes secrets with public keys, which
     *     enables key confusion (RFC 8725 section 2.1)
     */
    public static JwkSet read(JsonNode json) {
        List<Jwk> keys = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        JsonNode members = json.path("keys");
        if (CertificateMap.isOne(json)) {
            limit(json.size());
            json.properties()
                    .forEach(entry -> read(
                            keys,
                            rejected,
                            Optional.of(entry.getKey()),
                            () -> KeyText.read(entry.getValue()).withKeyId(entry.getKey())));
        } else if (members.isArray()) {
            limit(members.size());
            members.forEach(member -> read(keys, rejected, keyId(member), () -> JwkReader.read(member)));
        } else {
            throw new KeyRejectedException(Reason.MALFORMED, notASet(json));
        }
        if (keys.stream().map(Jwk::isSecret).distinct().count() > 1) {
            throw new KeyRejectedException(
                    Reason.AMBIGUOUS_SET, "The set mixes secrets with public keys (RFC 8725 2.1)");
        }
        return new JwkSet(keys, rejected);
    }

    private static void read(List<Jwk> keys, List<Rejected> rejected, Optional<String> keyId, Supplier<Jwk> reading) {
        try {
            keys.add(reading.get());
        } catch (KeyRejectedException e) {
            rejected.add(new Rejected(keys.size() + rejected.size(), keyId, e));
        }
    }

    private static Optional<String> keyId(JsonNode member) {
        return Optional.of(member.path("kid")).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private static void limit(int size) {
        if (size > MAX_KEYS) {
            throw new KeyRejectedException(
                    Reason.MALFORMED, "The set has " + size + " keys; at most " + MAX_KEYS + " are accepted");
        }
    }

    private static String notASet(JsonNode json) {
        if (json.has("kty")) {
            return "This is a single JWK; give it as key, or in the array keys of a set (RFC 7517 5)";
        }
        if (json.isTextual()) {
            return "This is a string. The service fetches no keys; paste the JWKS itself (RFC 7517 5)";
        }
        return json.has("jwks_uri")
                ? "This is a discovery document. The service fetches no keys; paste the content of jwks_uri"
                : "A JWK Set is an object with an array keys (RFC 7517 5)";
    }
}
