package dev.mintmark.jose;

/**
 * A token whose signature is verified; only {@link UnverifiedJws#verify} creates one. The claims are not checked yet.
 */
public final class Verified {
    private final JoseHeader header;
    private final byte[] payload;
    private final VerificationKey key;
    private final Algorithm algorithm;

    Verified(JoseHeader header, byte[] payload, VerificationKey key, Algorithm algorithm) {
        this.header = header;
        this.payload = payload.clone();
        this.key = key;
        this.algorithm = algorithm;
    }

    public JoseHeader header() {
        return header;
    }

    /** The signed bytes: a JSON object in a JWT, any bytes in a JWS. */
    public byte[] payload() {
        return payload.clone();
    }

    /** The key that verified the signature. */
    public VerificationKey key() {
        return key;
    }

    public Algorithm algorithm() {
        return algorithm;
    }

    @Override
    public String toString() {
        return "Verified[" + algorithm + ", " + payload.length + " bytes]";
    }
}
