package dev.mintmark.http.key;

import dev.mintmark.http.limit.HttpLimits;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.keys.KeyRing;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code GET /keys/jwks} returns the public keys (RFC 7517). */
@Path("/keys/jwks")
public class JwksResource {
    private static final String JWK_SET = "application/jwk-set+json";

    private final Issuers issuers;
    private final String cacheControl;

    JwksResource(Issuers issuers, HttpLimits limits) {
        this.issuers = issuers;
        this.cacheControl = "public, max-age=" + limits.jwksMaxAge().toSeconds();
    }

    @GET
    public Response jwks(
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        KeyRing ring = issuers.root().keyRings().requireComplete();
        Response.ResponseBuilder response = matches(known, ring.etag())
                ? Response.notModified()
                // Always JSON, whatever Accept says: JWKS clients send unusual values, and a 406 would break them.
                : Response.ok(ring.jwks())
                        .header(HttpHeaders.CONTENT_TYPE, accepts(accept) ? JWK_SET : MediaType.APPLICATION_JSON);
        return response.header(HttpHeaders.ETAG, ring.etag())
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    private static boolean accepts(@Nullable String accept) {
        return accept != null && accept.contains(JWK_SET);
    }

    /** The weak comparison of RFC 9110 section 13.1.2. */
    private static boolean matches(@Nullable String known, String etag) {
        return known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }
}
