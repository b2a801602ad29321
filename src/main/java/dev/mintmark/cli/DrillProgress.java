package dev.mintmark.cli;

import dev.mintmark.drills.run.RunResult;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Shows on a terminal how far a run is, in one line that it overwrites. */
final class DrillProgress implements Consumer<RunResult> {
    private static final int WIDTH = 60;

    private final PrintStream err;
    private final int total;
    private final boolean isShown;
    private int count;
    private int failed;

    DrillProgress(PrintStream err, int total, boolean isShown) {
        this.err = err;
        this.total = total;
        this.isShown = isShown;
    }

    @Override
    public void accept(RunResult result) {
        count++;
        failed += result.outcome() == RunResult.Outcome.FAILED ? 1 : 0;
        show(count + "/" + total + ", " + failed + " failed: " + result.item().id());
    }

    void end() {
        show("");
    }

    private void show(String text) {
        if (isShown) {
            String line = text.length() > WIDTH ? text.substring(0, WIDTH) : text + " ".repeat(WIDTH - text.length());
            err.print('\r' + line + '\r');
            err.flush();
        }
    }
}
