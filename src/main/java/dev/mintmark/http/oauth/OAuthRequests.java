package dev.mintmark.http.oauth;

import dev.mintmark.oauth.IssuerName;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.OAuthIssuers;
import dev.mintmark.oauth.Parameters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what all endpoints need of a request: the issuer, the parameters, the session cookies. */
@Singleton
public class OAuthRequests {
    static final String COOKIE = "mintmark_session";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final OAuthIssuers issuers;

    OAuthRequests(OAuthIssuers issuers) {
        this.issuers = issuers;
    }

    OAuthIssuers issuers() {
        return issuers;
    }

    /**
     * The issuer of a path segment or several.
     *
     * @throws NotFoundException if no issuer can have this name, or OAuth is off
     */
    public OAuthIssuer issuer(String name, HttpServerRequest request) {
        return issuer(IssuerName.parse(name).orElseThrow(NotFoundException::new), request);
    }

    /**
     * The issuer of this name as the request sees it.
     *
     * @throws NotFoundException if OAuth is off
     */
    public OAuthIssuer issuer(IssuerName name, HttpServerRequest request) {
        if (!issuers.areServed()) {
            throw new NotFoundException();
        }
        HostAndPort authority = request.authority();
        return issuers.resolve(name, authority == null ? "" : request.scheme() + "://" + authority);
    }

    /** The parameters of the query. */
    public static Parameters query(HttpServerRequest request) {
        String query = request.query();
        return Parameters.parse(query == null ? "" : query);
    }

    /**
     * The parameters of a form; the query does not count (RFC 6749 section 3.2).
     *
     * @throws OAuthException {@code invalid_request} for another media type or text that is not ASCII
     */
    static Parameters form(HttpHeaders headers, byte[] body) {
        if (!mediaType(headers).equals(FORM)) {
            throw new OAuthException(OAuthError.INVALID_REQUEST, "The Content-Type is not " + FORM);
        }
        return Parameters.parse(new String(body, StandardCharsets.ISO_8859_1));
    }

    /**
     * Checks that the body is declared as JSON.
     *
     * @throws OAuthException {@code invalid_client_metadata} for another media type
     */
    static void requireJson(HttpHeaders headers) {
        if (!mediaType(headers).equals(MediaType.APPLICATION_JSON)) {
            throw new OAuthException(OAuthError.INVALID_CLIENT_METADATA, "The Content-Type is not application/json");
        }
    }

    private static String mediaType(HttpHeaders headers) {
        String type = String.valueOf(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
        return type.toLowerCase(Locale.ROOT).replaceAll("\\s*;.*", "").strip();
    }

    /**
     * The values of the session cookies; a browser may send those of two issuers. Java's client writes them in quotation
     * marks (RFC 6265 section 4.1.1).
     */
    static List<String> cookies(HttpServerRequest request) {
        List<String> values = new ArrayList<>();
        for (String header : request.headers().getAll("Cookie")) {
            for (String pair : header.split(";", -1)) {
                String cookie = pair.strip();
                if (cookie.startsWith(COOKIE + "=")) {
                    values.add(cookie.substring(COOKIE.length() + 1).replace("\"", ""));
                }
            }
        }
        return values;
    }
}
