package dev.mintmark.http.batch;

import dev.mintmark.http.problem.RedactedException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the lines of a batch to its reader in order. Workers mint them in chunks on all cores, at most a few chunks ahead
 * of the reader, and no thread waits for the reader. Each step starts where the previous one ended, so only the end is
 * concurrent: the reader may cancel at any time.
 */
final class BatchStream {
    private static final Logger LOG = Logger.getLogger("dev.mintmark.http.BatchStream");

    private final BatchLines lines;
    private final BatchWorkers workers;
    private final BatchSlot slot;
    private final Reader reader;
    private final Queue<CompletionStage<byte[]>> ahead = new ArrayDeque<>();
    private int next;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** Receives the lines. */
    interface Reader {
        /** Completes when the reader can take more. */
        CompletionStage<Void> take(byte[] lines);

        /** The batch is complete. */
        void end();

        /** The batch ends before it is complete. */
        void abort();
    }

    /** @param slot the slot of the batch, which belongs to its request; each chunk in progress keeps it */
    BatchStream(BatchLines lines, BatchWorkers workers, BatchSlot slot, Reader reader) {
        this.lines = lines;
        this.workers = workers;
        this.slot = slot;
        this.reader = reader;
    }

    void start() {
        advance();
    }

    /** Stops minting because the reader has left. */
    void cancel() {
        if (close()) {
            reader.abort();
        }
    }

    private void advance() {
        while (!ended.get() && ahead.size() < workers.lookAhead() && next < lines.size()) {
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
        if (!slot.retain()) {
            // The request has ended, and cancel() follows.
            ahead.add(new CompletableFuture<>());
            return;
        }
        try {
            ahead.add(workers.submit(() -> {
                try {
                    return lines.lines(from, to, ended::get);
                } finally {
                    slot.release();
                }
            }));
        } catch (RejectedExecutionException e) {
            slot.release();
            ahead.add(CompletableFuture.failedFuture(e));
        }
    }

    private void deliver(byte[] chunk, @Nullable Throwable failure) {
        if (ended.get()) {
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
        return ended.compareAndSet(false, true);
    }
}
