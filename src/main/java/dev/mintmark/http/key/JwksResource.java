package dev.mintmark.http.key;

import dev.mintmark.http.limit.HttpLimits;
import dev.mintmark.http.wire.JwksResponse;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.keys.KeyRing;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** {@code GET /keys/jwks} returns the public keys (RFC 7517). */
@Path("/keys/jwks")
public class JwksResource {
    private final Issuers issuers;
    private final HttpLimits limits;

    JwksResource(Issuers issuers, HttpLimits limits) {
        this.issuers = issuers;
        this.limits = limits;
    }

    @GET
    public Response jwks(@Context HttpHeaders headers) {
        KeyRing ring = issuers.root().keyRings().requireComplete();
        return JwksResponse.of(ring.jwks(), ring.etag(), limits.jwksMaxAge(), headers);
    }
}
