package dev.mintmark.jose;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Unguessable unique ids for {@code jti} (RFC 7519 section 4.1.7): random UUIDs (RFC 9562 section 5.4). Each thread
 * buffers random bytes, because {@link UUID#randomUUID()} makes all threads wait for one lock.
 */
public final class RandomId {
    private static final int STOCKED = 64;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ThreadLocal<ByteBuffer> STOCK = ThreadLocal.withInitial(RandomId::stock);

    private RandomId() {}

    /** A new id in the usual form of 36 characters. */
    public static String next() {
        ByteBuffer stock = STOCK.get();
        if (!stock.hasRemaining()) {
            stock = stock();
            STOCK.set(stock);
        }
        long version = (stock.getLong() & ~0xf000L) | 0x4000L;
        long variant = (stock.getLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(version, variant).toString();
    }

    private static ByteBuffer stock() {
        byte[] bytes = new byte[STOCKED * 2 * Long.BYTES];
        RANDOM.nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
    }
}
