package dev.mintmark.http.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mintmark.http.guard.Guarded;
import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.NoStore;
import dev.mintmark.service.TokenService;
import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.revoke.RevocationResult;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** {@code POST /tokens/revoke} revokes tokens before they expire (RFC 7009). */
@Path("/tokens/revoke")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RevokeResource {
    private final TokenService service;

    RevokeResource(TokenService service) {
        this.service = service;
    }

    @POST
    @Guarded
    @NoStore
    public RevokeResponse revoke(@NotNull(message = BodyLimits.BODY_MISSING) @Valid RevokeBody request) {
        return RevokeResponse.of(service.revoke(request));
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
