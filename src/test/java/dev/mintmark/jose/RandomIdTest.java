package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomIdTest {
    /** Many times the number of ids that a thread buffers. */
    private static final int EACH = 10_000;

    private static final int THREADS = 4;

    @Test
    void noTwoAreTheSameInOneThreadAndInSeveral() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        Callable<List<String>> take =
                () -> Stream.generate(RandomId::next).limit(EACH).toList();
        List<String> ids = new ArrayList<>();
        try {
            for (Future<List<String>> taken : threads.invokeAll(Collections.nCopies(THREADS, take))) {
                ids.addAll(taken.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(ids).hasSize(THREADS * EACH).doesNotHaveDuplicates();
    }

    /** Each of 122 bits is set in about half of the ids; the other six are the version and the variant. */
    @Test
    void areUuidsOfVersion4OfWhichAllOtherBitsAreRandom() {
        List<UUID> ids = Stream.generate(RandomId::next)
                .limit(EACH)
                .map(UUID::fromString)
                .toList();
        assertThat(ids).allMatch(id -> id.version() == 4 && id.variant() == 2);
        long versionBits = 0xf000L;
        long variantBits = 3L << 62;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            long mask = 1L << bit;
            if ((mask & versionBits) == 0) {
                assertHalf(ids.stream()
                        .filter(id -> (id.getMostSignificantBits() & mask) != 0)
                        .count());
            }
            if ((mask & variantBits) == 0) {
                assertHalf(ids.stream()
                        .filter(id -> (id.getLeastSignificantBits() & mask) != 0)
                        .count());
            }
        }
    }

    /** Ten standard deviations: not reached by chance. */
    private static void assertHalf(long count) {
        assertThat(count).isBetween(EACH / 2 - 500L, EACH / 2 + 500L);
    }
}
