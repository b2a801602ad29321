package dev.mintmark.http.batch;

import dev.mintmark.http.problem.RedactedException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings the lines of a batch to its reader in their order. They are minted in chunks on all cores, a few ahead of what
 * the reader has taken and no more; no thread waits for him. Each step begins where the one before has ended, so only the
 * end needs care: it may come from the reader at any time.
 */
final class BatchStream {
    private static final Logger LOG = Logger.getLogger("dev.mintmark.http.BatchStream");

    private final BatchLines lines;
    private final BatchWorkers workers;
    private final Reader reader;
    private final Queue<CompletionStage<byte[]>> ahead = new ArrayDeque<>();
    private int next;
    private final AtomicBoolean over = new AtomicBoolean();

    /** This stream, and each of its chunks that a worker has: the place is free when the last one lets go. */
    private final AtomicInteger holders = new AtomicInteger(1);

    /** Who takes the lines. */
    interface Reader {
        /** Done when there is room for more. */
        CompletionStage<Void> take(byte[] lines);

        /** There is no more. */
        void end();

        /** There would have been more. */
        void abort();
    }

    /** @param workers on whom the batch has a place already, which the stream gives up at its end */
    BatchStream(BatchLines lines, BatchWorkers workers, Reader reader) {
        this.lines = lines;
        this.workers = workers;
        this.reader = reader;
    }

    void start() {
        advance();
    }

    /** The reader is gone: nothing more is minted. */
    void cancel() {
        if (close()) {
            reader.abort();
        }
    }

    private void advance() {
        while (!over.get() && ahead.size() < workers.lookAhead() && next < lines.size()) {
            int from = next;
            next = Math.min(from + lines.chunk(), lines.size());
            mintAhead(from, next);
        }
        CompletionStage<byte[]> head = ahead.poll();
        if (head != null) {
            head.whenComplete(this::deliver);
            return;
        }
        if (close()) {
            reader.end();
        }
    }

    private void mintAhead(int from, int to) {
        holders.incrementAndGet();
        try {
            ahead.add(workers.submit(() -> {
                try {
                    return lines.lines(from, to, over::get);
                } finally {
                    letGo();
                }
            }));
        } catch (RejectedExecutionException e) {
            letGo();
            ahead.add(CompletableFuture.failedFuture(e));
        }
    }

    private void deliver(byte[] chunk, @Nullable Throwable failure) {
        if (over.get()) {
            return;
        }
        if (failure != null) {
            LOG.error("A batch failed", new RedactedException(failure));
            cancel();
            return;
        }
        reader.take(chunk).whenComplete((taken, lost) -> {
            if (lost == null) {
                advance();
                return;
            }
            cancel();
        });
    }

    private boolean close() {
        boolean first = over.compareAndSet(false, true);
        if (first) {
            letGo();
        }
        return first;
    }

    private void letGo() {
        if (holders.decrementAndGet() == 0) {
            workers.leave();
        }
    }
}
