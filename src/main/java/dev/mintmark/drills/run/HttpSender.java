package dev.mintmark.drills.run;

import dev.mintmark.outgoing.BoundedBody;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends tokens as Bearer tokens, or with DPoP proofs, one after the other and not faster than the rate. Follows no redirect.
 */
public final class HttpSender implements Sender {
    private static final int MAX_BODY = 64 * 1024;

    /** The drill that is a Bearer token where DPoP is required. */
    private static final String WITHOUT_PROOF = "dpop-bound-without-proof";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Target target;
    private final Optional<DpopProofs> proofs;
    private long next = System.nanoTime();

    /** Sends Bearer tokens. */
    public HttpSender(Target target) {
        this(target, Optional.empty());
    }

    /** @param proofs makes a proof for each token, if the service requires DPoP (RFC 9449 section 7.1) */
    public HttpSender(Target target, Optional<DpopProofs> proofs) {
        this.target = target;
        this.proofs = proofs;
    }

    @Override
    public Answer send(RunItem item) {
        HttpRequest request;
        try {
            request = request(item);
        } catch (IllegalArgumentException e) {
            return new Answer.Unsendable("the token has characters that no header field can hold");
        }
        pace();
        long start = System.nanoTime();
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(request, info -> new BoundedBody(MAX_BODY));
        try {
            int status = exchange.get(target.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .statusCode();
            return new Answer.Status(status, Duration.ofNanos(System.nanoTime() - start));
        } catch (TimeoutException e) {
            exchange.cancel(true);
            return new Answer.None("no answer within " + target.timeout().toSeconds() + " s");
        } catch (ExecutionException e) {
            return new Answer.None("the connection failed or was closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.None("the run was interrupted");
        }
    }

    private HttpRequest request(RunItem item) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target.url()).method(target.method(), HttpRequest.BodyPublishers.noBody());
        target.headers().forEach(header -> request.header(header.getKey(), header.getValue()));
        if (proofs.isEmpty() || item.id().equals(WITHOUT_PROOF)) {
            return request.setHeader("Authorization", "Bearer " + item.token()).build();
        }
        return request.setHeader("Authorization", "DPoP " + item.token())
                .setHeader("DPoP", proofs.get().proof(target.method(), target.url(), item.token()))
                .build();
    }

    private void pace() {
        long now = System.nanoTime();
        if (next > now) {
            LockSupport.parkNanos(next - now);
        }
        next = Math.max(next, now) + TimeUnit.SECONDS.toNanos(1) / target.perSecond();
    }
}
