package dev.mintmark.jose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.KeyRejectedException.Reason;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A key as JOSE sees it (RFC 7517), whether it came as JWK, as PEM or as a secret. Never shows its private part. */
public final class Jwk {
    private final KeyMaterial material;
    private final Attributes attributes;
    private final KeyFacts facts;

    /**
     * What a key says about itself (RFC 7517 sections 4.2 to 4.5).
     *
     * @param keyId {@code kid}
     * @param algorithmName {@code alg}, as it stands
     * @param signs whether {@code use} and {@code key_ops} leave signatures open to it
     */
    record Attributes(Optional<String> keyId, Optional<String> algorithmName, boolean signs) {
        static final Attributes NONE = new Attributes(Optional.empty(), Optional.empty(), true);
    }

    Jwk(KeyMaterial material, Attributes attributes) {
        this.material = material;
        this.attributes = attributes;
        this.facts = KeyFacts.of(material);
    }

    /** An HMAC secret without an id. */
    public static Jwk ofSecret(byte[] secret) {
        return new Jwk(new KeyMaterial.Secret(secret), Attributes.NONE);
    }

    /** The same key under this id. */
    public Jwk withKeyId(String keyId) {
        return new Jwk(material, new Attributes(Optional.of(keyId), attributes.algorithmName, attributes.signs));
    }

    /** The same with an id: its own, or else its thumbprint, but never that of a secret, which could be tried on it. */
    public Jwk identified() {
        return isSecret() || keyId().isPresent() ? this : withKeyId(thumbprint());
    }

    /** The same key, bound to this {@code alg}. */
    public Jwk withAlgorithm(String name) {
        return new Jwk(material, new Attributes(attributes.keyId, Optional.of(name), attributes.signs));
    }

    /** The key's own {@code kid}. */
    public Optional<String> keyId() {
        return attributes.keyId;
    }

    /** The {@code alg} the key is bound to, as it stands, known or not. */
    public Optional<String> algorithmName() {
        return attributes.algorithmName;
    }

    public KeyFacts facts() {
        return facts;
    }

    public boolean isSecret() {
        return material instanceof KeyMaterial.Secret;
    }

    public boolean isPrivate() {
        return !(material instanceof KeyMaterial.Pair pair) || pair.privateKey().isPresent();
    }

    /** Whether {@code use} and {@code key_ops} leave signatures open to the key (RFC 7517 sections 4.2, 4.3). */
    public boolean isForSignatures() {
        return attributes.signs;
    }

    /**
     * The algorithms the key permits: those its type, curve and size allow, and of these only its own {@code alg} where
     * it has one (RFC 8725 section 3.1). Empty for an encryption key.
     */
    public Set<Algorithm> algorithms() {
        if (!attributes.signs) {
            return Set.of();
        }
        Set<Algorithm> able = possibleAlgorithms();
        attributes.algorithmName.ifPresent(name -> able.retainAll(
                Algorithm.parse(name).map(EnumSet::of).orElseGet(() -> EnumSet.noneOf(Algorithm.class))));
        return able;
    }

    private Set<Algorithm> possibleAlgorithms() {
        return Arrays.stream(Algorithm.values())
                .filter(this::isOfType)
                .filter(algorithm -> facts.bits() >= algorithm.smallestKeyBits())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Algorithm.class)));
    }

    private boolean isOfType(Algorithm algorithm) {
        if (!(material instanceof KeyMaterial.Pair pair)) {
            return algorithm.family() == Algorithm.Family.HMAC;
        }
        return switch (algorithm.family()) {
            case HMAC -> false;
            case RSA, RSA_PSS -> pair.publicKey() instanceof RSAKey;
            case ECDSA -> pair.publicKey() instanceof ECKey && facts.curve().equals(algorithm.curve());
            case EDDSA -> !(pair.publicKey() instanceof RSAKey || pair.publicKey() instanceof ECKey);
        };
    }

    /**
     * Checks what must hold for any use: sizes, exponent, ROCA, and that a secret is no public key's text.
     *
     * @throws KeyRejectedException with the first reason found
     */
    public Jwk admit() {
        facts.admit();
        if (material instanceof KeyMaterial.Secret secret && PublicKeyText.isOne(secret.bytes())) {
            throw new KeyRejectedException(
                    Reason.PUBLIC_SECRET, "The secret is a public key, which everybody may know (RFC 8725 2.1)");
        }
        return this;
    }

    KeyMaterial material() {
        return material;
    }

    /** The RFC 7638 thumbprint with SHA-256. Of a secret it would let others test guesses: never publish that one. */
    public String thumbprint() {
        return facts.thumbprint();
    }

    /**
     * The public JWK with {@code kid}, {@code use} and {@code alg} as far as they are known.
     *
     * @throws IllegalStateException for a secret, which has no public part
     */
    public ObjectNode publicJson() {
        return JwkWriter.publicJson(this);
    }

    /** The JWK with its private members: for the one who asked to have the key made. */
    public ObjectNode insecurePrivateJson() {
        return JwkWriter.privateJson(this);
    }

    @Override
    public String toString() {
        return "Jwk[" + facts.type() + ", " + facts.bits() + " bit]";
    }
}
