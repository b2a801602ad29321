package dev.mintmark.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.json.StrictJson;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/**
 * Mints, verifies, refreshes and revokes at two replicas in turn during outages of their store. Fails at a response that is
 * neither correct nor a 503 problem, at a late response, and at a revoked token that is valid.
 */
final class OutageClient implements Callable<OutageClient> {
    /** An outage is reported within a second; the rest is a margin for a busy machine. */
    private static final Duration IN_TIME = Duration.ofSeconds(5);

    private final Replica one;
    private final Replica other;
    private final BooleanSupplier goesOn;

    /** Access tokens whose revocation was acknowledged. */
    final List<String> revoked = new ArrayList<>();

    /** Refresh tokens whose redemption was acknowledged. */
    final List<String> redeemed = new ArrayList<>();

    int errors;

    OutageClient(Replica one, Replica other, BooleanSupplier goesOn) {
        this.one = one;
        this.other = other;
        this.goesOn = goesOn;
    }

    @Override
    public OutageClient call() throws Exception {
        while (goesOn.getAsBoolean()) {
            live(one, other);
            live(other, one);
        }
        return this;
    }

    private void live(Replica here, Replica there) throws Exception {
        HttpResponse<String> minted = here.send("/tokens", "{\"refresh\": true, \"advise\": false}", IN_TIME);
        assertThat(minted.statusCode()).as("minting goes on").isEqualTo(200);
        String access = json(minted).path("token").textValue();
        String refresh = json(minted).path("refresh_token").textValue();
        verify(there, access)
                .ifPresent(valid ->
                        assertThat(valid).as("a token that nobody revoked").isTrue());
        if (ask(there, "/tokens/refresh", "refresh_token", refresh).isPresent()) {
            redeemed.add(refresh);
        }
        if (ask(here, "/tokens/revoke", "token", access).isPresent()) {
            revoked.add(access);
        }
        if (!revoked.isEmpty()) {
            String gone = revoked.get(revoked.size() - 1);
            verify(there, gone)
                    .ifPresent(valid -> assertThat(valid).as("a revoked token").isFalse());
        }
    }

    /** Checks at both replicas that every acknowledged write is in force. */
    void assertNoRevocationIsLost() throws Exception {
        for (String access : revoked) {
            assertThat(verify(one, access)).as("a revoked token").contains(false);
            assertThat(verify(other, access)).as("a revoked token").contains(false);
        }
        for (String refresh : redeemed) {
            HttpResponse<String> again = one.send("/tokens/refresh", "{\"refresh_token\": \"" + refresh + "\"}");
            assertThat(again.statusCode()).as("a second redemption").isEqualTo(400);
        }
    }

    private Optional<Boolean> verify(Replica replica, String token) throws Exception {
        return ask(replica, "/tokens/verify", "token", token)
                .map(answer -> answer.path("valid").booleanValue());
    }

    /** Empty during an outage. */
    private Optional<ObjectNode> ask(Replica replica, String path, String member, String token) throws Exception {
        HttpResponse<String> response = replica.send(path, "{\"" + member + "\": \"" + token + "\"}", IN_TIME);
        if (response.statusCode() == 200) {
            return Optional.of(json(response));
        }
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(503);
        assertThat(json(response).path("code").textValue()).isEqualTo("unavailable");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        errors++;
        return Optional.empty();
    }

    private static ObjectNode json(HttpResponse<String> response) {
        return StrictJson.object(response.body().getBytes(UTF_8));
    }
}
