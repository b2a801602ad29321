package dev.mintmark.jose;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The attributes of a key (RFC 7517 sections 4.2 to 4.5).
 *
 * @param keyId {@code kid}
 * @param algorithmName {@code alg}, as given
 * @param exclusion why {@code use} or {@code key_ops} excludes signatures; empty if they permit signatures
 * @param given all members of the JWK that are not key material, as given
 */
record JwkAttributes(
        Optional<String> keyId, Optional<String> algorithmName, Optional<String> exclusion, ObjectNode given) {
    static final JwkAttributes NONE = ofAlgorithm(Optional.empty());

    /** The attributes of a key in a format that has at most an algorithm. */
    static JwkAttributes ofAlgorithm(Optional<String> name) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        name.ifPresent(alg -> given.put("alg", alg));
        return new JwkAttributes(Optional.empty(), name, Optional.empty(), given);
    }

    JwkAttributes withKeyId(String keyId) {
        return new JwkAttributes(
                Optional.of(keyId), algorithmName, exclusion, given.deepCopy().put("kid", keyId));
    }

    JwkAttributes withAlgorithm(String name) {
        return new JwkAttributes(
                keyId, Optional.of(name), exclusion, given.deepCopy().put("alg", name));
    }
}
