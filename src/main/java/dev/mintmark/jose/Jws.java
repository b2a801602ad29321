package dev.mintmark.jose;

import java.nio.charset.StandardCharsets;

/** Assembles the JWS compact serialization from its parts (RFC 7515 section 7.1). The parts are not checked. */
public final class Jws {
    private Jws() {}

    /** The signing input: {@code BASE64URL(header) || '.' || BASE64URL(payload)} in ASCII (RFC 7515 section 5.1). */
    public static byte[] signingInput(byte[] header, byte[] payload) {
        return (Base64Url.encode(header) + '.' + Base64Url.encode(payload)).getBytes(StandardCharsets.US_ASCII);
    }

    /** The compact token of a signing input and a signature. Nothing is checked. */
    static String assemble(byte[] signingInput, byte[] signature) {
        return new String(signingInput, StandardCharsets.US_ASCII) + '.' + Base64Url.encode(signature);
    }

    /** The compact token of these bytes. Nothing is checked. */
    public static String assemble(byte[] header, byte[] payload, byte[] signature) {
        return assemble(signingInput(header, payload), signature);
    }
}
