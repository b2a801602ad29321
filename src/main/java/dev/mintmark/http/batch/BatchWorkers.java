package dev.mintmark.http.batch;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * One thread a core mints for all batches. Each batch waits in the one queue with a few chunks at a time, so that a short
 * one need not wait for the end of a long one.
 */
@Singleton
final class BatchWorkers {
    /** What each mints ahead is memory, so their number is bounded. */
    private static final int BATCHES = 16;

    private final int lookAhead;
    private final Semaphore places = new Semaphore(BATCHES);
    private final ThreadPoolExecutor threads;

    @Inject
    BatchWorkers() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /** @param cores how many threads to use */
    BatchWorkers(int cores) {
        this.lookAhead = 2 * cores;
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                cores, cores, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(BATCHES * lookAhead), task -> {
                    Thread thread = new Thread(task, "mintmark-batch-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        this.threads.allowCoreThreadTimeOut(true);
    }

    /** Takes a place for one batch, if there is one, until {@link #leave}. */
    boolean enter() {
        return places.tryAcquire();
    }

    void leave() {
        places.release();
    }

    /** How many chunks a batch may have minted, or in the making, that its reader has not taken. */
    int lookAhead() {
        return lookAhead;
    }

    /** @throws java.util.concurrent.RejectedExecutionException when the service is about to end */
    CompletableFuture<byte[]> submit(Supplier<byte[]> chunk) {
        return CompletableFuture.supplyAsync(chunk, threads);
    }

    /** Batches that have something in the making, or a reader who has not got everything. */
    int batches() {
        return BATCHES - places.availablePermits();
    }

    /** Chunks that were minted, since the beginning. */
    long chunks() {
        return threads.getCompletedTaskCount();
    }

    /** Ends the threads; what is still waiting is not minted. */
    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
