package dev.mintmark.jose;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The signature algorithms of Mintmark, one row each (RFC 7518 section 3.1, RFC 8037 section 3.1). */
public enum Algorithm {
    HS256(Family.HMAC, "HmacSHA256", 256, null, 32),
    HS384(Family.HMAC, "HmacSHA384", 384, null, 48),
    HS512(Family.HMAC, "HmacSHA512", 512, null, 64),
    RS256(Family.RSA, "SHA256withRSA", 2048, null, 0),
    RS384(Family.RSA, "SHA384withRSA", 2048, null, 0),
    RS512(Family.RSA, "SHA512withRSA", 2048, null, 0),
    PS256(Family.RSA_PSS, "SHA-256", 2048, null, 0),
    PS384(Family.RSA_PSS, "SHA-384", 2048, null, 0),
    PS512(Family.RSA_PSS, "SHA-512", 2048, null, 0),
    ES256(Family.ECDSA, "SHA256withECDSAinP1363Format", 256, Curve.P256, 64),
    ES384(Family.ECDSA, "SHA384withECDSAinP1363Format", 384, Curve.P384, 96),
    ES512(Family.ECDSA, "SHA512withECDSAinP1363Format", 521, Curve.P521, 132),
    EDDSA(Family.EDDSA, "Ed25519", 256, null, 64);

    /** How a signature is computed, and therefore which keys fit. */
    public enum Family {
        HMAC,
        RSA,
        RSA_PSS,
        ECDSA,
        EDDSA
    }

    /** The name in RFC 9864 of the algorithm that RFC 8037 calls {@code EdDSA} with the curve Ed25519. */
    public static final String ED25519 = "Ed25519";

    private static final Map<String, Algorithm> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Algorithm::joseName, Function.identity()));

    private final Family family;
    private final String jcaName;
    private final int smallestKeyBits;
    private final @Nullable Curve curve;
    private final int signatureBytes;

    Algorithm(Family family, String jcaName, int smallestKeyBits, @Nullable Curve curve, int signatureBytes) {
        this.family = family;
        this.jcaName = jcaName;
        this.smallestKeyBits = smallestKeyBits;
        this.curve = curve;
        this.signatureBytes = signatureBytes;
    }

    /** The algorithm of exactly this {@code alg} value (case matters, RFC 7515 section 4.1.1); both EdDSA names work. */
    public static Optional<Algorithm> parse(String name) {
        return Optional.ofNullable(BY_NAME.get(name.equals(ED25519) ? EDDSA.joseName() : name));
    }

    /** The {@code alg} value, for example {@code RS256} or {@code EdDSA}. */
    public String joseName() {
        return this == EDDSA ? "EdDSA" : name();
    }

    public Family family() {
        return family;
    }

    /** The JCA name of the signature or MAC; for PSS that of the hash. */
    String jcaName() {
        return jcaName;
    }

    /** The smallest key in bits: the modulus, the curve's field, or the secret (RFC 7518 sections 3.2, 3.3). */
    public int smallestKeyBits() {
        return smallestKeyBits;
    }

    /** The only curve of an ECDSA algorithm (RFC 7518 section 3.4). */
    public Optional<Curve> curve() {
        return Optional.ofNullable(curve);
    }

    /** The exact length of a signature in bytes, or 0 for RSA, where it is the length of the modulus. */
    public int signatureBytes() {
        return signatureBytes;
    }
}
