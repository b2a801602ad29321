package dev.mintmark.http.gateway;

import dev.mintmark.http.oauth.OAuthRequests;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code GET /issuers/{issuer}/forward-auth}: forward authentication with the tokens of one issuer. */
@Path("/issuers")
public class NamedForwardAuthResource {
    private final OAuthRequests requests;
    private final ForwardAuthEndpoint endpoint;

    NamedForwardAuthResource(OAuthRequests requests, ForwardAuthEndpoint endpoint) {
        this.requests = requests;
        this.endpoint = endpoint;
    }

    @GET
    @Path("/{issuer:.+}/forward-auth")
    public Response check(@Encoded @PathParam("issuer") String name, @Context RoutingContext routing) {
        return ForwardAuthResponse.of(endpoint, requests.issuer(name, routing.request()), routing.request());
    }
}
