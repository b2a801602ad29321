package dev.mintmark.http.oauth;

import dev.mintmark.oauth.IssuerName;
import dev.mintmark.oauth.OAuthIssuer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The endpoints of the root issuer, below {@code /oauth2}. */
@Path("/oauth2")
public class RootIssuerResource {
    private final OAuthRequests requests;
    private final ClientEndpoints clients;
    private final BrowserEndpoints browsers;

    RootIssuerResource(OAuthRequests requests, ClientEndpoints clients, BrowserEndpoints browsers) {
        this.requests = requests;
        this.clients = clients;
        this.browsers = browsers;
    }

    @GET
    @Path("/authorize")
    public Response authorize(@Context RoutingContext routing) {
        HttpServerRequest request = routing.request();
        return browsers.authorize(issuer(routing), () -> OAuthRequests.query(request), OAuthRequests.cookies(request));
    }

    @POST
    @Path("/authorize")
    public Response authorize(@Context HttpHeaders headers, @Context RoutingContext routing, byte[] body) {
        return browsers.authorize(
                issuer(routing), () -> OAuthRequests.form(headers, body), OAuthRequests.cookies(routing.request()));
    }

    @POST
    @Path("/login")
    public Response login(@Context HttpHeaders headers, @Context RoutingContext routing, byte[] body) {
        return browsers.login(
                issuer(routing), () -> OAuthRequests.form(headers, body), OAuthRequests.cookies(routing.request()));
    }

    @POST
    @Path("/token")
    public Response token(@Context HttpHeaders headers, @Context RoutingContext routing, byte[] body) {
        return clients.token(issuer(routing), headers, body);
    }

    @GET
    @Path("/userinfo")
    public Response userinfo(@Context HttpHeaders headers, @Context RoutingContext routing) {
        return clients.userInfo(issuer(routing), headers, Optional.empty());
    }

    @POST
    @Path("/userinfo")
    public Response userinfo(@Context HttpHeaders headers, @Context RoutingContext routing, byte[] body) {
        return clients.userInfo(issuer(routing), headers, Optional.of(body));
    }

    @POST
    @Path("/introspect")
    public Response introspect(@Context HttpHeaders headers, @Context RoutingContext routing, byte[] body) {
        return clients.introspect(issuer(routing), headers, body);
    }

    @POST
    @Path("/revoke")
    public Response revoke(@Context HttpHeaders headers, @Context RoutingContext routing, byte[] body) {
        return clients.revoke(issuer(routing), headers, body);
    }

    @POST
    @Path("/register")
    public Response register(@Context HttpHeaders headers, @Context RoutingContext routing, byte[] body) {
        return clients.register(issuer(routing), headers, body);
    }

    @GET
    @Path("/logout")
    public Response logout(@Context RoutingContext routing) {
        HttpServerRequest request = routing.request();
        return browsers.logout(issuer(routing), () -> OAuthRequests.query(request), OAuthRequests.cookies(request));
    }

    @POST
    @Path("/logout")
    public Response logout(@Context HttpHeaders headers, @Context RoutingContext routing, byte[] body) {
        return browsers.logout(
                issuer(routing), () -> OAuthRequests.form(headers, body), OAuthRequests.cookies(routing.request()));
    }

    private OAuthIssuer issuer(RoutingContext routing) {
        return requests.issuer(IssuerName.ROOT, routing.request());
    }
}
