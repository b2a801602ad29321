package dev.mintmark.advice.secrets;

import dev.mintmark.jose.HmacProbe;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Searches for a well-known secret that signed a token. A long list takes some hundred milliseconds, so there is
 * one worker thread, a short queue and a timeout: a caller who sends many tokens delays no other request.
 */
public final class SecretScan implements AutoCloseable {
    /** How long a request waits for its search. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(2);

    private static final int MAX_INPUT = 8_192;
    private static final int QUEUE = 16;

    private final WellKnownSecrets secrets;
    private final Duration timeout;
    private final ThreadPoolExecutor worker;

    /** The outcome of a search. */
    public sealed interface Outcome {}

    /** A listed secret signed the token; the outcome does not say which. */
    public record Found() implements Outcome {}

    record NotFound() implements Outcome {}

    /**
     * The search was not started or not completed.
     *
     * @param reason the reason, as a sentence
     */
    public record Skipped(String reason) implements Outcome {}

    public SecretScan(WellKnownSecrets secrets, Duration timeout) {
        this.secrets = secrets;
        this.timeout = timeout;
        this.worker = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), task -> {
            Thread thread = new Thread(task, "mintmark-secret-scan");
            thread.setDaemon(true);
            return thread;
        });
        this.worker.allowCoreThreadTimeOut(true);
    }

    public Outcome scan(HmacProbe probe) {
        if (probe.inputBytes() > MAX_INPUT) {
            return new Skipped("The token is larger than 8 KiB, so well-known secrets were not tried");
        }
        Future<Boolean> search;
        try {
            search = worker.submit(() -> search(probe));
        } catch (RejectedExecutionException e) {
            return new Skipped("Too many searches are waiting, so well-known secrets were not tried");
        }
        try {
            return search.get(timeout.toMillis(), TimeUnit.MILLISECONDS) ? new Found() : new NotFound();
        } catch (TimeoutException e) {
            search.cancel(true);
            worker.remove((Runnable) search);
            return new Skipped("The search for a well-known secret took too long");
        } catch (InterruptedException e) {
            search.cancel(true);
            Thread.currentThread().interrupt();
            return new Skipped("The search for a well-known secret was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("The search for a well-known secret failed", e.getCause());
        }
    }

    private boolean search(HmacProbe probe) {
        for (byte[] candidate : secrets.candidates()) {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            if (probe.isSignedBy(candidate)) {
                return true;
            }
        }
        return false;
    }

    /** Stops the worker; waiting searches end as skipped. */
    @Override
    public void close() {
        worker.shutdownNow();
    }
}
