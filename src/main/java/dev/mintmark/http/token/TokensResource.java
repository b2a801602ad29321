package dev.mintmark.http.token;

import dev.mintmark.http.guard.Guarded;
import dev.mintmark.http.guard.OriginChecked;
import dev.mintmark.http.wire.BareToken;
import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.NoStore;
import dev.mintmark.service.TokenService;
import dev.mintmark.service.request.MintRequest;
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
import java.util.Optional;

/** {@code POST /tokens} mints a token. */
@Path("/tokens")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, BareToken.JWT, MediaType.TEXT_PLAIN})
public class TokensResource {
    private final TokenService service;

    TokensResource(TokenService service) {
        this.service = service;
    }

    @POST
    @Guarded
    @OriginChecked
    @NoStore
    public Response mint(
            @HeaderParam(HttpHeaders.ACCEPT) List<String> accept,
            @NotNull(message = BodyLimits.BODY_MISSING) @Valid MintRequest request) {
        Optional<String> bare = BareToken.type(accept);
        BareToken.rejectRefresh(bare, request.refresh());
        return BareToken.response(MintResponse.of(service.mint(request)), bare);
    }
}
