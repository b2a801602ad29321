package dev.mintmark.drills.run;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Sends tokens as Bearer tokens, one after the other and not faster than the rate. Follows no redirect. */
public final class HttpSender implements Sender {
    private static final int MAX_BODY = 64 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Target target;
    private long next = System.nanoTime();

    public HttpSender(Target target) {
        this.target = target;
    }

    @Override
    public Answer send(String token) {
        HttpRequest request;
        try {
            request = request(token);
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

    private HttpRequest request(String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target.url()).method(target.method(), HttpRequest.BodyPublishers.noBody());
        target.headers().forEach(header -> request.header(header.getKey(), header.getValue()));
        return request.setHeader("Authorization", "Bearer " + token).build();
    }

    private void pace() {
        long now = System.nanoTime();
        if (next > now) {
            LockSupport.parkNanos(next - now);
        }
        next = Math.max(next, now) + TimeUnit.SECONDS.toNanos(1) / target.perSecond();
    }
}
