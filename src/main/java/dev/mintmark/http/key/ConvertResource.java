package dev.mintmark.http.key;

import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.NoStore;
import dev.mintmark.service.read.CallerKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code POST /keys/convert} returns a caller's key in all its forms and does not keep it. */
@Path("/keys/convert")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ConvertResource {

    @POST
    @NoStore
    public KeyForms convert(@NotNull(message = BodyLimits.BODY_MISSING) @Valid ConvertRequest request) {
        return KeyForms.ofGiven(CallerKey.readToShow(request.key()));
    }
}
