package dev.mintmark.http.gateway;

import dev.mintmark.oauth.OAuthIssuer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Writes the answer to a gateway. */
final class ForwardAuthResponse {
    private ForwardAuthResponse() {}

    static Response of(ForwardAuthEndpoint endpoint, OAuthIssuer issuer, HttpServerRequest request) {
        ForwardAuthEndpoint.Answer answer =
                endpoint.check(issuer, request.query(), request.headers().getAll(HttpHeaders.AUTHORIZATION));
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.headers().forEach(response::header);
        return response.build();
    }
}
