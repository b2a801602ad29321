package dev.mintmark.http.ticket;

import dev.mintmark.http.guard.Guarded;
import dev.mintmark.http.guard.OriginChecked;
import dev.mintmark.http.oauth.OAuthRequests;
import dev.mintmark.http.ticket.TicketEndpoint.TicketResponse;
import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.NoStore;
import dev.mintmark.oauth.IssuerName;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Tickets of the root issuer. */
@Path("/oauth2")
public class RootTicketResource {
    private final OAuthRequests requests;
    private final TicketEndpoint endpoint;

    RootTicketResource(OAuthRequests requests, TicketEndpoint endpoint) {
        this.requests = requests;
        this.endpoint = endpoint;
    }

    @POST
    @Path("/tickets")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @OriginChecked
    @Guarded
    @NoStore
    public TicketResponse issue(
            @Context RoutingContext routing, @NotNull(message = BodyLimits.BODY_MISSING) @Valid TicketRequest request) {
        return endpoint.issue(requests.issuer(IssuerName.ROOT, routing.request()), request);
    }

    @GET
    @Path("/session")
    public Response begin(@Context RoutingContext routing) {
        return endpoint.begin(requests.issuer(IssuerName.ROOT, routing.request()), routing.request());
    }
}
