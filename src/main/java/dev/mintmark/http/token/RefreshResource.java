package dev.mintmark.http.token;

import dev.mintmark.http.guard.Guarded;
import dev.mintmark.http.guard.OriginChecked;
import dev.mintmark.http.wire.BareToken;
import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.NoStore;
import dev.mintmark.service.TokenService;
import dev.mintmark.service.request.RefreshRequest;
import dev.mintmark.service.response.MintResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** {@code POST /tokens/refresh} redeems a refresh token for a new pair; the response is that of {@code POST /tokens}. */
@Path("/tokens/refresh")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, BareToken.JWT, MediaType.TEXT_PLAIN})
public class RefreshResource {
    private final TokenService service;

    RefreshResource(TokenService service) {
        this.service = service;
    }

    @POST
    @Guarded
    @OriginChecked
    @NoStore
    public Response refresh(
            @HeaderParam(HttpHeaders.ACCEPT) List<String> accept,
            @NotNull(message = BodyLimits.BODY_MISSING) @Valid RefreshRequest request) {
        return BareToken.response(MintResponse.of(service.refresh(request)), BareToken.type(accept));
    }
}
