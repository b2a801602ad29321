package dev.mintmark.http.ticket;

import dev.mintmark.http.guard.Guarded;
import dev.mintmark.http.guard.OriginChecked;
import dev.mintmark.http.oauth.OAuthRequests;
import dev.mintmark.http.ticket.TicketEndpoint.TicketResponse;
import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.NoStore;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Tickets of the other issuers. */
@Path("/issuers")
public class NamedTicketResource {
    private final OAuthRequests requests;
    private final TicketEndpoint endpoint;

    NamedTicketResource(OAuthRequests requests, TicketEndpoint endpoint) {
        this.requests = requests;
        this.endpoint = endpoint;
    }

    @POST
    @Path("/{issuer:.+}/tickets")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @OriginChecked
    @Guarded
    @NoStore
    public TicketResponse issue(
            @Encoded @PathParam("issuer") String name,
            @Context RoutingContext routing,
            @NotNull(message = BodyLimits.BODY_MISSING) @Valid TicketRequest request) {
        return endpoint.issue(requests.issuer(name, routing.request()), request);
    }

    @GET
    @Path("/{issuer:.+}/session")
    public Response begin(@Encoded @PathParam("issuer") String name, @Context RoutingContext routing) {
        return endpoint.begin(requests.issuer(name, routing.request()), routing.request());
    }
}
