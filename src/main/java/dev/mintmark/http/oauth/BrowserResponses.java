package dev.mintmark.http.oauth;

import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.OAuthIssuers;
import dev.mintmark.oauth.login.Sessions;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Redirects, pages and cookies, with the headers that keep them safe in a browser. */
@Singleton
public class BrowserResponses {
    private static final String POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'";

    private final OAuthIssuers issuers;

    BrowserResponses(OAuthIssuers issuers) {
        this.issuers = issuers;
    }

    /** A page that no other page may frame. */
    public Response.ResponseBuilder page(int status, String html) {
        return html(status, html)
                .header("Content-Security-Policy", POLICY + "; frame-ancestors 'none'")
                .header("X-Frame-Options", "DENY");
    }

    /** A page whose one script may run; a client renews tokens in a frame, so that it may be framed. */
    Response.ResponseBuilder selfPosting(String html, String scriptHash) {
        return html(200, html).header("Content-Security-Policy", POLICY + "; script-src " + scriptHash);
    }

    private static Response.ResponseBuilder html(int status, String html) {
        return common(Response.status(status))
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .entity(html.getBytes(StandardCharsets.UTF_8));
    }

    /** A redirect by 303, which no cache keeps. */
    public Response.ResponseBuilder redirect(URI location) {
        return common(Response.status(303)).header(HttpHeaders.LOCATION, location.toString());
    }

    private static Response.ResponseBuilder common(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** The field that sets the session cookie. */
    public String cookie(OAuthIssuer issuer, String value) {
        return cookie(issuer, value, Sessions.LIFETIME.toSeconds());
    }

    String endedCookie(OAuthIssuer issuer) {
        return cookie(issuer, "", 0);
    }

    private String cookie(OAuthIssuer issuer, String value, long maxAge) {
        return OAuthRequests.COOKIE + '=' + value + "; Path=" + issuers.basePath()
                + issuer.name().endpointPath() + "/; Max-Age=" + maxAge + "; HttpOnly; SameSite=Lax"
                + (issuers.isHttps() ? "; Secure" : "");
    }
}
