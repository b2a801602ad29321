package dev.mintmark.drills.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.outgoing.BoundedBody;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks a Mintmark for a suite, and for the hits of its canary. */
public final class MintmarkClient {
    private static final int MAX_BODY = 16 * 1024 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;
    private final Optional<String> apiKey;

    /**
     * @param base the URL of the service
     * @param apiKey its API key, if it needs one
     */
    public MintmarkClient(URI base, Optional<String> apiKey) {
        this.base = base.toString().replaceFirst("/+$", "");
        this.apiKey = apiKey;
    }

    /**
     * Requests a suite.
     *
     * @throws IOException if Mintmark cannot be reached, or answers with an error, which is the message
     */
    public RunSuite suite(ObjectNode request) throws IOException {
        HttpRequest.Builder post = HttpRequest.newBuilder(URI.create(base + "/drills"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(StrictJson.bytes(request)));
        apiKey.ifPresent(key -> post.header("X-Api-Key", key));
        return RunSuite.of(send(post));
    }

    /** The drills whose URL was fetched. */
    public Set<String> fetched(RunSuite suite) throws IOException {
        JsonNode answer = send(HttpRequest.newBuilder(URI.create(base + "/drills/suites/" + suite.name() + "/canary")));
        return answer.path("hits")
                .valueStream()
                .map(hit -> hit.path("drill").asText())
                .collect(Collectors.toSet());
    }

    private ObjectNode send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> response =
                    client.send(request.timeout(TIMEOUT).build(), info -> new BoundedBody(MAX_BODY));
            ObjectNode body = StrictJson.object(response.body());
            if (response.statusCode() != 200) {
                throw new IOException("Mintmark answers " + response.statusCode() + ": " + reason(body));
            }
            return body;
        } catch (IllegalArgumentException e) {
            throw new IOException("The answer of " + base + " is not that of a Mintmark", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The run was interrupted", e);
        }
    }

    private static String reason(JsonNode problem) {
        return problem.path("errors")
                .valueStream()
                .map(error -> (error.path("pointer").asText() + " "
                                + error.path("detail").asText())
                        .strip())
                .collect(Collectors.joining("; "));
    }
}
