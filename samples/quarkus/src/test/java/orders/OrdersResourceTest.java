package orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mintmark.testing.Mintmark;
import dev.mintmark.testing.quarkus.MintmarkTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Calls the resource with tokens of an issuer in this JVM. */
@QuarkusTest
@QuarkusTestResource(MintmarkTestResource.class)
class OrdersResourceTest {
    Mintmark mintmark;

    @TestHTTPResource("/orders")
    URI orders;

    private String good() {
        return mintmark.token()
                .subject("alice")
                .audience("https://orders.example")
                .claim("groups", new String[] {"clerk"})
                .sign();
    }

    @Test
    void answersAClerk() throws Exception {
        assertEquals(200, status(good()), mintmark.explain(good()));
    }

    @Test
    void refusesWhatIsWrong() throws Exception {
        assertEquals(401, status(mintmark.token().like(good()).expired().sign()));
        assertEquals(401, status(mintmark.token().like(good()).issuer("https://evil.example").sign()));
        assertEquals(401, status(mintmark.token().like(good()).audience("https://other.example").sign()));
        assertEquals(403, status(mintmark.token().like(good()).without("groups").sign()));
    }

    private int status(String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(orders)
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    }
}
