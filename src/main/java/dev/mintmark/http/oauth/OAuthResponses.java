package dev.mintmark.http.oauth;

import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers in JSON: what RFC 6749 sections 5.1 and 5.2 and RFC 6750 section 3 prescribe. */
final class OAuthResponses {
    private static final String REALM = " realm=\"mintmark\"";
    private static final int RETRY_AFTER_SECONDS = 1;

    private OAuthResponses() {}

    static Response.ResponseBuilder json(int status, Object body) {
        return Response.status(status)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Pragma", "no-cache")
                .entity(StrictJson.bytes(body));
    }

    /** An error of an endpoint that clients call. */
    static Response error(OAuthException e) {
        return error(e.error(), e.description());
    }

    static Response error(OAuthError error, String description) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("error", error.wireName());
        body.put("error_description", description);
        Response.ResponseBuilder response = json(error.status(), body);
        if (error == OAuthError.INVALID_CLIENT) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic" + REALM);
        }
        if (error == OAuthError.TEMPORARILY_UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response.build();
    }

    /** An error of an endpoint that takes a bearer token. */
    static Response bearerError(OAuthException e) {
        String challenge = "Bearer" + REALM + ", error=\"" + e.error().wireName() + "\", error_description=\""
                + e.description() + '"';
        return Response.fromResponse(error(e))
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }

    /** The answer to a request without a token, whose challenge names no error (RFC 6750 section 3.1). */
    static Response noToken() {
        return Response.fromResponse(error(OAuthError.INVALID_TOKEN, "The access token is missing"))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer" + REALM)
                .build();
    }
}
