package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** The CPU time of the thread, which other processes on a busy machine do not change. */
public final class CpuTime {
    /** What no request within the limits may cost. */
    public static final Duration BOUND = Duration.ofMillis(300);

    private CpuTime() {}

    /** Fails if the work always takes more CPU time than the bound. The first run also loads classes, so it may repeat. */
    public static void assertBounded(Runnable work) {
        Duration least = used(work);
        for (int i = 0; i < 2 && least.compareTo(BOUND) >= 0; i++) {
            Duration again = used(work);
            least = again.compareTo(least) < 0 ? again : least;
        }
        assertThat(least).isLessThan(BOUND);
    }

    private static Duration used(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
    }
}
