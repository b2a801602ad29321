package dev.mintmark.http.draft;

import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.NoStore;
import dev.mintmark.service.DraftService;
import dev.mintmark.service.request.DraftRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code POST /tokens/draft} turns a sentence into a body for {@code POST /tokens}. It mints nothing. */
@Path("/tokens/draft")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DraftResource {
    private final DraftService service;

    DraftResource(DraftService service) {
        this.service = service;
    }

    @POST
    @NoStore
    public DraftResponse draft(@NotNull(message = BodyLimits.BODY_MISSING) @Valid DraftRequest request) {
        return DraftResponse.of(service.draft(request));
    }
}
