package orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Returns the subject of the token; the roles are the claim {@code groups}. */
@Path("/orders")
public class OrdersResource {
    @GET
    @RolesAllowed("clerk")
    public String orders(@Context SecurityContext caller) {
        return "orders of " + caller.getUserPrincipal().getName();
    }
}
