package dev.mintmark.jose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.KeyRejectedException.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A JWK Set (RFC 7517 section 5): the keys that can be used, and the rejected ones with the reason. A key that cannot
 * be used does not affect the other keys.
 *
 * @param keys the usable keys, in the order of the set
 * @param rejected the other keys
 */
public record JwkSet(List<Jwk> keys, List<Rejected> rejected) {

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
     * Reads a set.
     *
     * @throws KeyRejectedException if it is not a set; if two keys have the same {@code kid}, so that the signing key
     *     is ambiguous; or if it mixes secrets with public keys, which enables key confusion (RFC 8725 section 2.1)
     */
    public static JwkSet read(JsonNode json) {
        JsonNode members = json.path("keys");
        if (!members.isArray()) {
            throw new KeyRejectedException(Reason.MALFORMED, "A JWK Set is an object with an array keys (RFC 7517 5)");
        }
        List<Jwk> keys = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        Set<String> keyIds = new HashSet<>();
        for (int i = 0; i < members.size(); i++) {
            JsonNode member = members.get(i);
            Optional<String> keyId =
                    Optional.of(member.path("kid")).filter(JsonNode::isTextual).map(JsonNode::asText);
            if (keyId.isPresent() && !keyIds.add(keyId.get())) {
                throw new KeyRejectedException(
                        Reason.AMBIGUOUS_SET, "Two keys of the set have the same kid (RFC 7517 4.5)");
            }
            try {
                keys.add(JwkReader.read(member));
            } catch (KeyRejectedException e) {
                rejected.add(new Rejected(i, keyId, e));
            }
        }
        if (keys.stream().map(Jwk::isSecret).distinct().count() > 1) {
            throw new KeyRejectedException(
                    Reason.AMBIGUOUS_SET, "The set mixes secrets with public keys (RFC 8725 2.1)");
        }
        return new JwkSet(keys, rejected);
    }
}
