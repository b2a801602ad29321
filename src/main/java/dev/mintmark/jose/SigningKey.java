package dev.mintmark.jose;

import dev.mintmark.jose.KeyRejectedException.Reason;
import dev.mintmark.jose.json.JsonMembers;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Optional;

/** A key that signs with one algorithm. {@code toString} does not show the key. */
public final class SigningKey {
    /** A signature of 4096 bits takes 25 ms without the Chinese remainder theorem, one of 8192 bits 170 ms. */
    private static final int MAX_SIGNING_RSA_BITS = 4096;

    private static final byte[] PROBE = "mintmark".getBytes(StandardCharsets.US_ASCII);

    private final Optional<String> keyId;
    private final Algorithm algorithm;
    private final String algorithmName;
    private final Key key;
    private final JwsSigner signer;

    private SigningKey(Optional<String> keyId, Algorithm algorithm, String algorithmName, Key key, JwsEngine engine) {
        this.keyId = keyId;
        this.algorithm = algorithm;
        this.algorithmName = algorithmName;
        this.key = key;
        this.signer = engine.signer(algorithm, key, (header, claims) -> assemble(algorithm, key, header, claims));
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
                    Reason.SHORT_SECRET, jwk.objection(algorithm).orElseThrow());
        }
        if (jwk.facts().exponent().isPresent() && jwk.facts().bits() > MAX_SIGNING_RSA_BITS) {
            throw new KeyRejectedException(
                    Reason.RSA_SIZE,
                    "The RSA key has " + jwk.facts().bits() + " bits; at most " + MAX_SIGNING_RSA_BITS
                            + " may sign, because a larger key takes too long for each signature");
        }
        Optional<String> objection = jwk.objection(algorithm);
        if (objection.isPresent()) {
            throw new KeyRejectedException(Reason.WRONG_ALGORITHM, objection.get());
        }
        Key key = RawSignature.signingKey(algorithm, jwk.material());
        if (!RawSignature.verify(algorithm, jwk.material(), PROBE, probe(algorithm, key))) {
            throw new KeyRejectedException(
                    Reason.HALVES_DIFFER, "The public and the private half are of different keys");
        }
        String name = jwk.algorithmName().orElse(algorithm.joseName());
        return new SigningKey(jwk.keyId(), algorithm, name, key, JwsEngine.PLAIN);
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

    /** The same key, signed with by another engine than {@link JwsEngine#PLAIN}. */
    public SigningKey by(JwsEngine engine) {
        return new SigningKey(keyId, algorithm, algorithmName, key, engine);
    }

    /**
     * Signs a compact JWT with exactly these members.
     *
     * @param header with an {@code alg} that names this key's algorithm
     * @throws IllegalArgumentException if {@code alg} is not the key's
     */
    public String sign(JsonMembers header, JsonMembers claims) {
        if (header.text("alg")
                .flatMap(Algorithm::parse)
                .filter(algorithm::equals)
                .isEmpty()) {
            throw new IllegalArgumentException("The header's alg is not the key's " + algorithm);
        }
        return signer.sign(header, claims);
    }

    /**
     * The signature over any bytes, in the encoding of JOSE. Nothing is checked, not even that the algorithm is the key's:
     * an RSA key signs with every RSA algorithm. For drills alone, whose tokens are wrong on purpose.
     */
    public byte[] insecureSignature(Algorithm other, byte[] input) {
        return RawSignature.sign(other, key, input);
    }

    private static String assemble(Algorithm algorithm, Key key, JsonMembers header, JsonMembers claims) {
        byte[] input = Jws.signingInput(header.bytes(), claims.bytes());
        return Jws.assemble(input, RawSignature.sign(algorithm, key, input));
    }

    @Override
    public String toString() {
        return "SigningKey[" + algorithm + "]";
    }
}
