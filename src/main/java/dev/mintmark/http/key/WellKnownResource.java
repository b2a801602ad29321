package dev.mintmark.http.key;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code GET /.well-known/jwks.json} returns the JWKS at the path that many clients expect. */
@Path("/.well-known/jwks.json")
public class WellKnownResource {
    private final JwksResource jwks;

    WellKnownResource(JwksResource jwks) {
        this.jwks = jwks;
    }

    @GET
    public Response jwks(
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return jwks.jwks(accept, known);
    }
}
