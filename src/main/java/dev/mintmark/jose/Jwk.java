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

/** A key (RFC 7517), read from a JWK, from PEM or from a secret. {@code toString} does not show the private part. */
public final class Jwk {
    private final KeyMaterial material;
    private final JwkAttributes attributes;
    private final KeyFacts facts;

    Jwk(KeyMaterial material, JwkAttributes attributes) {
        this.material = material;
        this.attributes = attributes;
        this.facts = KeyFacts.of(material);
    }

    /** An HMAC secret without an id. */
    public static Jwk ofSecret(byte[] secret) {
        return new Jwk(new KeyMaterial.Secret(secret), JwkAttributes.NONE);
    }

    /** The same key with this {@code kid}. */
    public Jwk withKeyId(String keyId) {
        return new Jwk(material, attributes.withKeyId(keyId));
    }

    /**
     * The same key with a {@code kid}: its own, or else its thumbprint. A secret gets none, because guesses could be
     * tested against its thumbprint.
     */
    public Jwk identified() {
        return isSecret() || keyId().isPresent() ? this : withKeyId(thumbprint());
    }

    /** The same key, bound to this {@code alg}. */
    public Jwk withAlgorithm(String name) {
        return new Jwk(material, attributes.withAlgorithm(name));
    }

    /** The key's own {@code kid}. */
    public Optional<String> keyId() {
        return attributes.keyId();
    }

    /** The {@code alg} of the key as given, which may be unknown. */
    public Optional<String> algorithmName() {
        return attributes.algorithmName();
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

    /** Whether {@code use} and {@code key_ops} permit signatures (RFC 7517 sections 4.2, 4.3). */
    public boolean isForSignatures() {
        return attributes.exclusion().isEmpty();
    }

    /**
     * The algorithms that the key permits: those that its type, curve and size allow, limited to its {@code alg} if it
     * has one (RFC 8725 section 3.1). Empty for an encryption key.
     */
    public Set<Algorithm> algorithms() {
        if (!isForSignatures()) {
            return Set.of();
        }
        Set<Algorithm> able = possibleAlgorithms();
        attributes
                .algorithmName()
                .ifPresent(name -> able.retainAll(
                        Algorithm.parse(name).map(EnumSet::of).orElseGet(() -> EnumSet.noneOf(Algorithm.class))));
        return able;
    }

    /** Why the key does not permit the algorithm, as a sentence; empty if it does. */
    public Optional<String> objection(Algorithm algorithm) {
        if (algorithms().contains(algorithm)) {
            return Optional.empty();
        }
        if (attributes.exclusion().isPresent()) {
            return attributes.exclusion();
        }
        String name = algorithm.joseName();
        if (!isOfType(algorithm)) {
            return Optional.of(
                    "The key is " + facts.description() + "; " + name + " needs another type of key (RFC 7518 3.1)");
        }
        if (facts.bits() < algorithm.smallestKeyBits()) {
            String start = isSecret() ? "The secret has " : "The key has ";
            String section = isSecret() ? " (RFC 7518 3.2)" : " (RFC 7518 3.3)";
            return Optional.of(
                    start + facts.bits() + " bits; " + name + " needs " + algorithm.smallestKeyBits() + section);
        }
        return Optional.of("The key's alg is for another algorithm than " + name + " (RFC 7517 4.4)");
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
     * Checks what must hold for every use: sizes, exponent, ROCA, and that a secret is not the text of a public key.
     *
     * @throws KeyRejectedException with the first reason found
     */
    public Jwk admit() {
        facts.admit();
        if (material instanceof KeyMaterial.Secret secret && PublicKeyText.isOne(secret.bytes())) {
            throw new KeyRejectedException(
                    Reason.PUBLIC_SECRET, "The secret is a public key, which is not secret (RFC 8725 2.1)");
        }
        return this;
    }

    /** The identifier of a key that was read as RSASSA-PSS. */
    Optional<PssIdentifier> pss() {
        return attributes.pss();
    }

    KeyMaterial material() {
        return material;
    }

    /**
     * The RFC 7638 thumbprint with SHA-256. Do not publish the thumbprint of a secret: guesses could be tested against
     * it.
     */
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

    /** The JWK with its private members, only for the caller who generates or sends the key. */
    public ObjectNode insecurePrivateJson() {
        return JwkWriter.privateJson(this);
    }

    /**
     * The public JWK with the attributes as given: nothing is added, and unknown members stay.
     *
     * @throws IllegalStateException for a secret, which has no public part
     */
    public ObjectNode publicJsonAsGiven() {
        return JwkWriter.publicMembersOf(this).setAll(attributes.given().deepCopy());
    }

    /** The JWK with its private members and the attributes as given, only for the caller who sends the key. */
    public ObjectNode insecurePrivateJsonAsGiven() {
        return JwkWriter.allMembersOf(this).setAll(attributes.given().deepCopy());
    }

    @Override
    public String toString() {
        return "Jwk[" + facts.type() + ", " + facts.bits() + " bit]";
    }
}
