package dev.mintmark.http.key;

import dev.mintmark.http.guard.Guarded;
import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.NoStore;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.service.read.MalformedRequestException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code POST /keys/generate} generates a key for the caller and does not keep it. */
@Path("/keys/generate")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GenerateResource {

    @POST
    @Guarded
    @NoStore
    public KeyForms generate(@NotNull(message = BodyLimits.BODY_MISSING) @Valid GenerateRequest request) {
        Algorithm algorithm = Algorithm.parse(request.algorithm())
                .orElseThrow(() -> new MalformedRequestException(
                        "/algorithm", "The algorithm is unknown; names are case-sensitive and listed in openapi.yaml"));
        return KeyForms.of(GeneratedKey.of(algorithm).withAlgorithm(request.algorithm()));
    }
}
