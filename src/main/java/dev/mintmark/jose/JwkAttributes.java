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
 * @param pss the identifier of a key that was read as RSASSA-PSS
 */
record JwkAttributes(
        Optional<String> keyId,
        Optional<String> algorithmName,
        Optional<String> exclusion,
        ObjectNode given,
        Optional<PssIdentifier> pss) {
    static final JwkAttributes NONE = of(Optional.empty());

    /** The attributes of a key in a format that has at most the identifier of RSASSA-PSS. */
    static JwkAttributes of(Optional<PssIdentifier> pss) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        Optional<String> name = pss.map(PssIdentifier::algorithmName);
        name.ifPresent(alg -> given.put("alg", alg));
        return new JwkAttributes(Optional.empty(), name, Optional.empty(), given, pss);
    }

    JwkAttributes withKeyId(String keyId) {
        return new JwkAttributes(
                Optional.of(keyId), algorithmName, exclusion, given.deepCopy().put("kid", keyId), pss);
    }

    JwkAttributes withAlgorithm(String name) {
        return new JwkAttributes(
                keyId, Optional.of(name), exclusion, given.deepCopy().put("alg", name), pss);
    }
}
