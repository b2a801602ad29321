package shop;

import io.quarkus.oidc.IdToken;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The web application. */
@Path("/")
public class Pages {
    @Inject
    @IdToken
    JsonWebToken user;

    @RestClient
    OrdersApi api;

    @GET
    @Produces("text/html")
    public String home() {
        return """
                <p>Hello <b id="user">%s</b>, %s</p><p>Login <code id="login">%s</code></p>
                <p><a href="/logout">Sign out</a></p>
                """.formatted(user.getSubject(), user.getClaim("email"), user.getTokenID());
    }

    /** What the application itself may see, whoever is signed in. */
    @GET
    @Path("stock")
    @Produces("application/json")
    public String stock() {
        return api.orders();
    }

    @GET
    @Path("goodbye")
    @Produces("text/plain")
    public String goodbye() {
        return "Goodbye";
    }
}
