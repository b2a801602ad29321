package dev.mintmark.jose;

import dev.mintmark.jose.KeyRejectedException.Reason;
import dev.mintmark.jose.json.StrictJson;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtSignatureBuilder;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.PrivateKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A key that signs with one algorithm. {@code toString} does not show the key. */
public final class SigningKey {
    private static final byte[] PROBE = "mintmark".getBytes(StandardCharsets.US_ASCII);

    private final Optional<String> keyId;
    private final Algorithm algorithm;
    private final String algorithmName;
    private final Key key;

    private SigningKey(Optional<String> keyId, Algorithm algorithm, String algorithmName, Key key) {
        this.keyId = keyId;
        this.algorithm = algorithm;
        this.algorithmName = algorithmName;
        this.key = key;
    }

    /**
     * Creates the signing key of a private key or secret.
     *
     * @throws KeyRejectedException if the key is public, does not fit the algorithm, is a secret shorter than the hash,
     *     or its public and private half differ
     */
    public static SigningKey of(Jwk jwk, Algorithm algorithm) {
        if (!jwk.isPrivate()) {
            throw new KeyRejectedException(Reason.NOT_PRIVATE, "Signing needs a private key; this one is public");
        }
        if (jwk.isSecret()
                && algorithm.family() == Algorithm.Family.HMAC
                && jwk.facts().bits() < algorithm.smallestKeyBits()) {
            throw new KeyRejectedException(
                    Reason.SHORT_SECRET,
                    "The secret has " + jwk.facts().bits() + " bits; " + algorithm.joseName() + " needs "
                            + algorithm.smallestKeyBits() + " (RFC 7518 3.2)");
        }
        if (!jwk.algorithms().contains(algorithm)) {
            throw new KeyRejectedException(
                    Reason.WRONG_ALGORITHM, "The key cannot sign with " + algorithm.joseName() + " (RFC 7518 3.1)");
        }
        Key key = RawSignature.signingKey(algorithm, jwk.material());
        if (!RawSignature.verify(algorithm, jwk.material(), PROBE, probe(algorithm, key))) {
            throw new KeyRejectedException(
                    Reason.HALVES_DIFFER, "The public and the private half are of different keys");
        }
        String name = jwk.algorithmName().orElse(algorithm.joseName());
        return new SigningKey(jwk.keyId(), algorithm, name, key);
    }

    private static byte[] probe(Algorithm algorithm, Key key) {
        try {
            return RawSignature.sign(algorithm, key, PROBE);
        } catch (RuntimeException e) {
            // Providers throw various exceptions for invalid numbers, for example ArithmeticException for a prime that
            // is zero.
            return new byte[0];
        }
    }

    public Optional<String> keyId() {
        return keyId;
    }

    public Algorithm algorithm() {
        return algorithm;
    }

    /** The {@code alg} of this key's tokens, unless the request names the algorithm differently. */
    public String algorithmName() {
        return algorithmName;
    }

    /**
     * Signs a compact JWT with exactly these members.
     *
     * @param header with an {@code alg} that names this key's algorithm
     * @throws IllegalArgumentException if {@code alg} is not the key's
     */
    public String sign(Map<String, ?> header, Map<String, ?> claims) {
        Optional<Algorithm> named = Algorithm.parse(String.valueOf(header.get("alg")));
        if (!named.equals(Optional.of(algorithm))) {
            throw new IllegalArgumentException("The header's alg is not the key's " + algorithm);
        }
        return algorithm.family() == Algorithm.Family.RSA && isForBuilder(header, claims)
                ? build(header, claims)
                : assemble(header, claims);
    }

    /** SmallRye's builder always adds a {@code typ}, and fails on a null at any depth. */
    private static boolean isForBuilder(Map<String, ?> header, Map<String, ?> claims) {
        return header.containsKey("typ") && !hasNull(claims.values()) && !hasNull(header.values());
    }

    private static boolean hasNull(Collection<?> values) {
        for (Object value : values) {
            if (value == null
                    || (value instanceof Map<?, ?> map && hasNull(map.values()))
                    || (value instanceof Collection<?> collection && hasNull(collection))) {
                return true;
            }
        }
        return false;
    }

    private String build(Map<String, ?> header, Map<String, ?> claims) {
        JwtSignatureBuilder builder = Jwt.claims(new LinkedHashMap<>(claims)).jws();
        header.forEach(builder::header);
        builder.algorithm(SignatureAlgorithm.fromAlgorithm(algorithm.joseName()));
        return builder.sign((PrivateKey) key);
    }

    private String assemble(Map<String, ?> header, Map<String, ?> claims) {
        byte[] input = Jws.signingInput(StrictJson.bytes(header), StrictJson.bytes(claims));
        return Jws.assemble(input, RawSignature.sign(algorithm, key, input));
    }

    @Override
    public String toString() {
        return "SigningKey[" + algorithm + "]";
    }
}
