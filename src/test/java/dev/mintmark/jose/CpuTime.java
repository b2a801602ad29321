package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** The CPU time of the thread, which other processes on a busy machine do not change. */
public final class CpuTime {
    /** What no request within the limits may cost. */
    public static final Duration BOUND = Duration.ofMillis(300);

    private CpuTime() {}

    /** Fails if the work takes more CPU time than the bound. */
    public static void assertBounded(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(BOUND);
    }
}
