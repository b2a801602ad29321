package orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.testing.Mintmark;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Calls the resource with tokens of an issuer in this JVM. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OrdersTest {
    @RegisterExtension
    static final Mintmark mintmark = Mintmark.inProcess();

    @DynamicPropertySource
    static void trust(DynamicPropertyRegistry registry) {
        mintmark.properties("spring").forEach((name, value) -> registry.add(name, () -> value));
    }

    @LocalServerPort
    int port;

    @Test
    void answersTheOwnerOfAToken() throws Exception {
        String good = mintmark.token().subject("alice").audience("https://orders.example").sign();
        assertThat(status(good)).as(mintmark.explain(good)).isEqualTo(200);
    }

    @Test
    void refusesAnExpiredToken() throws Exception {
        String good = mintmark.token().subject("alice").audience("https://orders.example").sign();
        assertThat(status(mintmark.token().like(good).expired().sign())).isEqualTo(401);
    }

    @Test
    void refusesATokenOfAnotherIssuerOrAudience() throws Exception {
        String good = mintmark.token().subject("alice").audience("https://orders.example").sign();
        assertThat(status(mintmark.token().like(good).issuer("https://evil.example").sign())).isEqualTo(401);
        assertThat(status(mintmark.token().like(good).audience("https://other.example").sign())).isEqualTo(401);
        assertThat(status(mintmark.token().like(good).without("aud").sign())).isEqualTo(401);
    }

    private int status(String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/orders"))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    }
}
