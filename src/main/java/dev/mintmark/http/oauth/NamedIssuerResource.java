package dev.mintmark.http.oauth;

import dev.mintmark.http.limit.HttpLimits;
import dev.mintmark.http.wire.JwksResponse;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.keys.KeyRing;
import dev.mintmark.oauth.OAuthIssuer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The endpoints of the other issuers, below {@code /issuers/} and their name of 1 to 4 segments. */
@Path("/issuers")
public class NamedIssuerResource {
    private final OAuthRequests requests;
    private final ClientEndpoints clients;
    private final BrowserEndpoints browsers;
    private final DiscoveryDocuments documents;
    private final Issuers issuers;
    private final HttpLimits limits;

    NamedIssuerResource(
            OAuthRequests requests,
            ClientEndpoints clients,
            BrowserEndpoints browsers,
            DiscoveryDocuments documents,
            Issuers issuers,
            HttpLimits limits) {
        this.requests = requests;
        this.clients = clients;
        this.browsers = browsers;
        this.documents = documents;
        this.issuers = issuers;
        this.limits = limits;
    }

    @GET
    @Path("/{issuer:.+}/authorize")
    public Response authorize(@Encoded @PathParam("issuer") String name, @Context RoutingContext routing) {
        HttpServerRequest request = routing.request();
        return browsers.authorize(
                issuer(name, routing), () -> OAuthRequests.query(request), OAuthRequests.cookies(request));
    }

    @POST
    @Path("/{issuer:.+}/authorize")
    public Response authorize(
            @Encoded @PathParam("issuer") String name,
            @Context HttpHeaders headers,
            @Context RoutingContext routing,
            byte[] body) {
        return browsers.authorize(
                issuer(name, routing),
                () -> OAuthRequests.form(headers, body),
                OAuthRequests.cookies(routing.request()));
    }

    @POST
    @Path("/{issuer:.+}/login")
    public Response login(
            @Encoded @PathParam("issuer") String name,
            @Context HttpHeaders headers,
            @Context RoutingContext routing,
            byte[] body) {
        return browsers.login(
                issuer(name, routing),
                () -> OAuthRequests.form(headers, body),
                OAuthRequests.cookies(routing.request()));
    }

    @POST
    @Path("/{issuer:.+}/token")
    public Response token(
            @Encoded @PathParam("issuer") String name,
            @Context HttpHeaders headers,
            @Context RoutingContext routing,
            byte[] body) {
        return clients.token(issuer(name, routing), headers, body);
    }

    @GET
    @Path("/{issuer:.+}/userinfo")
    public Response userinfo(
            @Encoded @PathParam("issuer") String name, @Context HttpHeaders headers, @Context RoutingContext routing) {
        return clients.userInfo(issuer(name, routing), headers, Optional.empty());
    }

    @POST
    @Path("/{issuer:.+}/userinfo")
    public Response userinfo(
            @Encoded @PathParam("issuer") String name,
            @Context HttpHeaders headers,
            @Context RoutingContext routing,
            byte[] body) {
        return clients.userInfo(issuer(name, routing), headers, Optional.of(body));
    }

    @POST
    @Path("/{issuer:.+}/introspect")
    public Response introspect(
            @Encoded @PathParam("issuer") String name,
            @Context HttpHeaders headers,
            @Context RoutingContext routing,
            byte[] body) {
        return clients.introspect(issuer(name, routing), headers, body);
    }

    @POST
    @Path("/{issuer:.+}/revoke")
    public Response revoke(
            @Encoded @PathParam("issuer") String name,
            @Context HttpHeaders headers,
            @Context RoutingContext routing,
            byte[] body) {
        return clients.revoke(issuer(name, routing), headers, body);
    }

    @POST
    @Path("/{issuer:.+}/register")
    public Response register(
            @Encoded @PathParam("issuer") String name,
            @Context HttpHeaders headers,
            @Context RoutingContext routing,
            byte[] body) {
        return clients.register(issuer(name, routing), headers, body);
    }

    @GET
    @Path("/{issuer:.+}/logout")
    public Response logout(@Encoded @PathParam("issuer") String name, @Context RoutingContext routing) {
        HttpServerRequest request = routing.request();
        return browsers.logout(
                issuer(name, routing), () -> OAuthRequests.query(request), OAuthRequests.cookies(request));
    }

    @POST
    @Path("/{issuer:.+}/logout")
    public Response logout(
            @Encoded @PathParam("issuer") String name,
            @Context HttpHeaders headers,
            @Context RoutingContext routing,
            byte[] body) {
        return browsers.logout(
                issuer(name, routing),
                () -> OAuthRequests.form(headers, body),
                OAuthRequests.cookies(routing.request()));
    }

    @GET
    @Path("/{issuer:.+}/.well-known/openid-configuration")
    public Response discovery(@Encoded @PathParam("issuer") String name, @Context RoutingContext routing) {
        return documents.named(name, routing);
    }

    @GET
    @Path("/{issuer:.+}/jwks")
    public Response jwks(
            @Encoded @PathParam("issuer") String name, @Context RoutingContext routing, @Context HttpHeaders headers) {
        OAuthIssuer issuer = issuer(name, routing);
        KeyRing ring = issuers.of(issuer.issuer()).keyRings().requireComplete();
        return JwksResponse.of(ring.jwks(), ring.etag(), limits.jwksMaxAge(), headers);
    }

    private OAuthIssuer issuer(String name, RoutingContext routing) {
        return requests.issuer(name, routing.request());
    }
}
