package dev.mintmark.http.token;

import static java.util.concurrent.CompletableFuture.delayedExecutor;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mintmark.http.guard.Guarded;
import dev.mintmark.http.guard.OriginChecked;
import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.NoStore;
import dev.mintmark.service.TokenService;
import dev.mintmark.service.request.RevokeRequest;
import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.revoke.RevocationResult;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** {@code POST /tokens/revoke} revokes tokens before they expire (RFC 7009). */
@Path("/tokens/revoke")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RevokeResource {
    private final TokenService service;
    private final Clock clock;

    RevokeResource(TokenService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    @POST
    @Guarded
    @OriginChecked
    @NoStore
    @Blocking
    public CompletionStage<RevokeResponse> revoke(
            @NotNull(message = BodyLimits.BODY_MISSING) @Valid RevokeRequest request) {
        RevocationResult result = service.revoke(request);
        RevokeResponse response = RevokeResponse.of(result);
        long delay = clock.instant().until(result.acknowledgeAt(), ChronoUnit.MILLIS);
        // At most a second, and without a thread.
        return delay <= 0
                ? CompletableFuture.completedFuture(response)
                : CompletableFuture.supplyAsync(() -> response, delayedExecutor(delay + 1, TimeUnit.MILLISECONDS));
    }

    /** The response; times are epoch seconds. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record RevokeResponse(String revocation, long since, Optional<Long> issuedBefore, long rememberedUntil) {
        static RevokeResponse of(RevocationResult revoked) {
            Revocation revocation = revoked.revocation();
            return new RevokeResponse(
                    revoked.kind().wireName(),
                    revocation.since().getEpochSecond(),
                    Optional.of(revocation.issuedBefore().getEpochSecond())
                            .filter(seconds -> revoked.kind() == RevocationKey.Kind.SUBJECT),
                    revoked.until().getEpochSecond());
        }
    }
}
