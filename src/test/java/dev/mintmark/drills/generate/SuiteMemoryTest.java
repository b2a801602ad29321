package dev.mintmark.drills.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.drills.DrillSelection;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Suites leave nothing behind. {@code -Dmintmark.test.suites=10000} makes as many as the issue asks for. */
@Tag("slow")
class SuiteMemoryTest {
    private static final int SUITES = Integer.getInteger("mintmark.test.suites", 100);
    private static final int WARM = 20;
    private static final long TOLERANCE = 4L << 20;

    @Test
    void memoryStaysFlatOverManySuites() {
        long before = 0;
        for (int i = 0; i < WARM + SUITES; i++) {
            if (i == WARM) {
                before = usedHeap();
            }
            assertThat(Suites.generate(Suites.spec(DrillSelection.ALL)).entries())
                    .hasSizeGreaterThan(100);
        }
        assertThat(usedHeap() - before).isLessThan(TOLERANCE);
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
