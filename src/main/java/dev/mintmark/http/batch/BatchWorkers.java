package dev.mintmark.http.batch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Mints for all batches with one thread for each core. Each batch has only a few chunks in the queue at a time, so a short
 * batch does not wait for the end of a long one.
 */
@Startup
@Singleton
final class BatchWorkers {
    /** Each batch keeps the chunks minted ahead in memory, so the number of batches is bounded. */
    private static final int MAX_BATCHES = 16;

    private final int lookAhead;
    private final Semaphore slots = new Semaphore(MAX_BATCHES);
    private final ThreadPoolExecutor threads;

    @Inject
    BatchWorkers(MeterRegistry metrics) {
        this(Runtime.getRuntime().availableProcessors());
        Gauge.builder("mintmark.batches.under.way", this, BatchWorkers::batches)
                .description("Batches that are not complete")
                .register(metrics);
    }

    /** @param cores the number of threads */
    BatchWorkers(int cores) {
        this.lookAhead = 2 * cores;
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                cores, cores, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_BATCHES * lookAhead), task -> {
                    Thread thread = new Thread(task, "mintmark-batch-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        this.threads.allowCoreThreadTimeOut(true);
    }

    /** Takes a slot for one batch; empty if all are taken. */
    Optional<BatchSlot> enter() {
        return slots.tryAcquire() ? Optional.of(new BatchSlot(slots::release)) : Optional.empty();
    }

    /** How many chunks a batch may have, minted or in progress, that its reader has not taken. */
    int lookAhead() {
        return lookAhead;
    }

    /** @throws java.util.concurrent.RejectedExecutionException if the service is stopping */
    CompletableFuture<byte[]> submit(Supplier<byte[]> chunk) {
        return CompletableFuture.supplyAsync(chunk, threads);
    }

    /** The number of batches that are not complete. */
    int batches() {
        return MAX_BATCHES - slots.availablePermits();
    }

    /** The number of chunks minted since start-up. */
    long chunks() {
        return threads.getCompletedTaskCount();
    }

    /** Stops the threads and discards the chunks in the queue. */
    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
