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
 * Delivers the lines of a batch to its reader in order. Workers mint them in chunks on all cores, at most a few chunks ahead
 * of the reader, and no thread waits for the reader. Each step starts where the previous one ended, so only the end is
 * concurrent: the reader may cancel at any time.
 */
final class BatchStream {
    private static final Logger LOG = Logger.getLogger("dev.mintmark.http.BatchStream");

    private final BatchLines lines;
    private final BatchWorkers workers;
    private final Reader reader;
    private final Queue<CompletionStage<byte[]>> ahead = new ArrayDeque<>();
    private int next;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** The stream, and each of its chunks that a worker holds; the slot is released when the count reaches zero. */
    private final AtomicInteger references = new AtomicInteger(1);

    /** Receives the lines. */
    interface Reader {
        /** Completes when the reader can take more. */
        CompletionStage<Void> take(byte[] lines);

        /** The batch is complete. */
        void end();

        /** The batch ends before it is complete. */
        void abort();
    }

    /** @param workers on which the batch already holds a slot; the stream releases it when it ends */
    BatchStream(BatchLines lines, BatchWorkers workers, Reader reader) {
        this.lines = lines;
        this.workers = workers;
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
        references.incrementAndGet();
        try {
            ahead.add(workers.submit(() -> {
                try {
                    return lines.lines(from, to, ended::get);
                } finally {
                    release();
                }
            }));
        } catch (RejectedExecutionException e) {
            release();
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
        boolean first = ended.compareAndSet(false, true);
        if (first) {
            release();
        }
        return first;
    }

    private void release() {
        if (references.decrementAndGet() == 0) {
            workers.leave();
        }
    }
}
