package dev.mintmark.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** {@code GET /} leads to the documentation. */
@Path("/")
public class RootResource {
    @GET
    public Response documentation() {
        return Response.status(Response.Status.FOUND)
                .location(URI.create("/q/swagger-ui"))
                .build();
    }
}
