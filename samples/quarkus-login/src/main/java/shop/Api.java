package shop;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The resource server: whose orders, and by which token. */
@Path("/api/orders")
public class Api {
    @Inject
    JsonWebToken token;

    @GET
    public Orders orders() {
        return new Orders(token.getSubject(), token.getTokenID());
    }
}
