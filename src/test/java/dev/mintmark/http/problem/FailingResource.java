package dev.mintmark.http.problem;

import dev.mintmark.keys.KeysUnavailableException;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Only in tests: fails with a message that no response may contain. */
@Path("/test")
public class FailingResource {
    private static final AtomicInteger WAITING = new AtomicInteger();
    private static volatile CountDownLatch answers = new CountDownLatch(1);
    static final String CONFIDENTIAL = "eyJhbGciOiJIUzI1NiJ9.confidential";

    @GET
    @Path("/unexpected")
    public String unexpected() {
        throw new IllegalStateException(CONFIDENTIAL, new IllegalArgumentException(CONFIDENTIAL));
    }

    @GET
    @Path("/number")
    public String number() {
        return String.valueOf(Integer.parseInt(CONFIDENTIAL));
    }

    /** What the framework throws when the client closes the connection while a large response is written. */
    @GET
    @Path("/closed")
    public String closed() throws IOException {
        throw new IOException(new IOException(new HttpClosedException("Connection was closed")));
    }

    @GET
    @Path("/unavailable")
    public String unavailable() {
        throw new KeysUnavailableException();
    }

    /** Answers when {@link #answerWaiting} is called. */
    @GET
    @Path("/waiting")
    public String waiting() throws InterruptedException {
        WAITING.incrementAndGet();
        if (!answers.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The test does not answer its waiting requests");
        }
        WAITING.decrementAndGet();
        return "answered";
    }

    /** The requests that are waiting on a worker thread. */
    public static int waitingRequests() {
        return WAITING.get();
    }

    /** Holds the waiting requests from now on. */
    public static void holdWaiting() {
        answers = new CountDownLatch(1);
    }

    /** Lets all waiting requests be answered. */
    public static void answerWaiting() {
        answers.countDown();
    }
}
