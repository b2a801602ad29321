package dev.mintmark.http.token;

import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.NoStore;
import dev.mintmark.service.TokenService;
import dev.mintmark.service.request.DecodeRequest;
import dev.mintmark.service.response.DecodeResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code POST /tokens/decode} shows the contents of a token without verifying it. */
@Path("/tokens/decode")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DecodeResource {
    private final TokenService service;

    DecodeResource(TokenService service) {
        this.service = service;
    }

    @POST
    @NoStore
    public DecodeResponse decode(@NotNull(message = BodyLimits.BODY_MISSING) @Valid DecodeRequest request) {
        return DecodeResponse.of(service.decode(request));
    }
}
