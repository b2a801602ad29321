package dev.mintmark.http.oauth;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The discovery document where RFC 8414 puts it: before the path of the issuer. */
@Path("/.well-known/oauth-authorization-server")
public class AuthorizationServerResource {
    private final DiscoveryDocuments documents;

    AuthorizationServerResource(DiscoveryDocuments documents) {
        this.documents = documents;
    }

    @GET
    public Response root(@Context RoutingContext routing) {
        return documents.root(routing);
    }

    @GET
    @Path("/issuers/{issuer:.+}")
    public Response named(@Encoded @PathParam("issuer") String name, @Context RoutingContext routing) {
        return documents.named(name, routing);
    }
}
