package dev.mintmark.http.key;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** {@code GET /.well-known/jwks.json} returns the JWKS at the path that many clients expect. */
@Path("/.well-known/jwks.json")
public class WellKnownResource {
    private final JwksResource jwks;

    WellKnownResource(JwksResource jwks) {
        this.jwks = jwks;
    }

    @GET
    public Response jwks(@Context HttpHeaders headers) {
        return jwks.jwks(headers);
    }
}
