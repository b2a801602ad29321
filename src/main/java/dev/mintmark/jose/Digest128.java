package dev.mintmark.jose;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * The first 128 bits of a SHA-256 over texts: a name of fixed size for what may be long, personal or hostile. Not for
 * secrets, which it would let guess.
 *
 * @param high the first 64 bits
 * @param low the next 64 bits
 */
public record Digest128(long high, long low) {
    /** Of these texts in this order; each is bounded by its length, so that no two lists run into the same bytes. */
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

    /** The same as a UUID of version 8, whose other bits are the maker's own (RFC 9562 section 5.8). */
    public UUID toUuid() {
        return new UUID((high & ~0xF000L) | 0x8000L, (low & ~(0b11L << 62)) | (0b10L << 62));
    }

    /** 32 hexadecimal digits. */
    @Override
    public String toString() {
        return new UUID(high, low).toString().replace("-", "");
    }
}
