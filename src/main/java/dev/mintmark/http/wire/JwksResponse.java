package dev.mintmark.http.wire;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A JWK Set on the wire (RFC 7517 section 5): for every origin, cached, and 304 for a client that has it. */
public final class JwksResponse {
    private static final String JWK_SET = "application/jwk-set+json";

    private JwksResponse() {}

    /**
     * The answer to a request.
     *
     * @param etag of the set, with its quotation marks; the compressed form has another one
     * @param maxAge how long caches may keep it
     * @param request its {@code Accept}, {@code Accept-Encoding} and {@code If-None-Match} count
     */
    public static Response of(byte[] jwks, String etag, Duration maxAge, HttpHeaders request) {
        PublicDocument document = PublicDocument.of(jwks);
        String encodings = request.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        String tag = document.etag(etag, encodings);
        Response.ResponseBuilder response = matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)
                ? Response.notModified()
                // Always JSON, whatever Accept says: JWKS clients send unusual values, and a 406 would break them.
                : document.ok(encodings)
                        .header(
                                HttpHeaders.CONTENT_TYPE,
                                accepts(request.getHeaderString(HttpHeaders.ACCEPT))
                                        ? JWK_SET
                                        : MediaType.APPLICATION_JSON);
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + maxAge.toSeconds())
                .header(HttpHeaders.VARY, null)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_ENCODING)
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
