package dev.mintmark.http.draft;

import dev.mintmark.http.guard.Authenticated;
import dev.mintmark.http.guard.KeyChecked;
import dev.mintmark.http.guard.OriginChecked;
import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.NoStore;
import dev.mintmark.service.DraftService;
import dev.mintmark.service.request.DraftRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code POST /tokens/draft} turns a sentence into a body for {@code POST /tokens}. It mints nothing. */
@Path("/tokens/draft")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DraftResource {
    private final DraftService service;
    private final Authenticated callers;

    DraftResource(DraftService service, Authenticated callers) {
        this.service = service;
        this.callers = callers;
    }

    /** The rules read a sentence for every caller. A model costs its owner something, so it needs the API key. */
    @POST
    @KeyChecked
    @OriginChecked
    @NoStore
    public Response draft(
            @Context RoutingContext routing, @NotNull(message = BodyLimits.BODY_MISSING) @Valid DraftRequest request) {
        if (DraftService.asksForModel(request) && !callers.mayMint(routing)) {
            return Authenticated.keyMissing();
        }
        return Response.ok(DraftResponse.of(service.draft(request))).build();
    }
}
