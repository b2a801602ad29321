package dev.mintmark.jose;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Base64url without padding (RFC 7515 section 2), decoded strictly: each byte string has exactly one encoding. */
public final class Base64Url {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private Base64Url() {}

    public static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /**
     * Decodes the text. Rejects everything that another decoder may read differently: padding, characters outside the
     * alphabet, unused bits that are not zero.
     *
     * @throws IllegalArgumentException if the text is not the canonical encoding; the message does not contain any of
     *     the text
     */
    public static byte[] decode(String text) {
        // A character above 0x7f becomes '?', which is not in the base64url alphabet.
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes;
        try {
            bytes = DECODER.decode(ascii);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not base64url");
        }
        if (!Arrays.equals(ENCODER.encode(bytes), ascii)) {
            throw new IllegalArgumentException("is not canonical base64url (padding or unused bits)");
        }
        return bytes;
    }
}
