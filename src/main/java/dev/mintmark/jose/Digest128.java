package dev.mintmark.jose;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * The first 128 bits of a SHA-256 over texts: a name of fixed size for values that may be long, personal or hostile.
 * Not for secrets: guesses could be tested against it.
 *
 * @param high the first 64 bits
 * @param low the next 64 bits
 */
public record Digest128(long high, long low) {
    /**
     * The digest of these texts in this order. The length of each text is included, so that two different lists never
     * yield the same bytes.
     */
    public static Digest128 of(String... texts) {
        MessageDigest digest = Sha256.start();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        ByteBuffer sum = ByteBuffer.wrap(digest.digest());
        return new Digest128(sum.getLong(), sum.getLong());
    }

    /** The digest as a UUID of version 8, whose other bits are application-defined (RFC 9562 section 5.8). */
    public UUID toUuid() {
        return new UUID((high & ~0xF000L) | 0x8000L, (low & ~(0b11L << 62)) | (0b10L << 62));
    }

    /** Returns 32 hexadecimal digits. */
    @Override
    public String toString() {
        return new UUID(high, low).toString().replace("-", "");
    }
}
