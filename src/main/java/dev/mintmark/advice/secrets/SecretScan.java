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
 * Looks for a well-known secret that makes a token's signature. A long list takes some hundred milliseconds, so there is
 * one worker, a short queue and a bounded wait: whoever sends many tokens starves nobody but his own search.
 */
public final class SecretScan implements AutoCloseable {
    /** How long a request waits for its search. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(2);

    private static final int MAX_INPUT = 8_192;
    private static final int QUEUE = 16;

    private final WellKnownSecrets secrets;
    private final Duration timeout;
    private final ThreadPoolExecutor worker;

    /** What a search said. */
    public sealed interface Outcome {}

    /** A listed secret made the signature; which one is not told. */
    public record Found() implements Outcome {}

    record NotFound() implements Outcome {}

    /**
     * No search was made, or not to its end.
     *
     * @param reason why, as a sentence
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
            return new Skipped("The token is over 8 KiB, so no well-known secret was tried on it");
        }
        Future<Boolean> search;
        try {
            search = worker.submit(() -> search(probe));
        } catch (RejectedExecutionException e) {
            return new Skipped("Too many searches are waiting, so no well-known secret was tried on the token");
        }
        try {
            return search.get(timeout.toMillis(), TimeUnit.MILLISECONDS) ? new Found() : new NotFound();
        } catch (TimeoutException e) {
            search.cancel(true);
            worker.remove((Runnable) search);
            return new Skipped("Trying well-known secrets on the token took too long");
        } catch (InterruptedException e) {
            search.cancel(true);
            Thread.currentThread().interrupt();
            return new Skipped("Trying well-known secrets on the token was interrupted");
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

    /** Ends the worker; searches that wait end as skipped. */
    @Override
    public void close() {
        worker.shutdownNow();
    }
}
