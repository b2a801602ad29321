package dev.mintmark.http.token;

import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.NoStore;
import dev.mintmark.service.TokenService;
import dev.mintmark.service.request.VerifyRequest;
import dev.mintmark.service.response.VerifyResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code POST /tokens/verify} verifies a token. An invalid token is a result, not an error. */
@Path("/tokens/verify")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class VerifyResource {
    private final TokenService service;

    VerifyResource(TokenService service) {
        this.service = service;
    }

    @POST
    @NoStore
    public VerifyResponse verify(@NotNull(message = BodyLimits.BODY_MISSING) @Valid VerifyRequest request) {
        return VerifyResponse.of(service.verify(request));
    }
}
