package shop;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The API as its clients see it; the filter adds a token of the application itself. */
@OidcClientFilter
@RegisterRestClient(configKey = "orders")
@Path("/api/orders")
public interface OrdersApi {
    @GET
    @Produces("application/json")
    String orders();
}
