package dev.mintmark.jose;

/** A token whose signature was checked: only {@link UnverifiedJws#verify} makes one. Its claims are still to be judged. */
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

    /** The signed bytes; a JWT has a JSON object there, a JWS may have anything. */
    public byte[] payload() {
        return payload.clone();
    }

    /** The key that made the signature. */
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
