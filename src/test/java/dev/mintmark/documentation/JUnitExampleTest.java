package dev.mintmark.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The code that the FAQ shows for JUnit. */
@QuarkusTest
class JUnitExampleTest {
    @SuppressWarnings("NonFinalStaticField")
    private static String MINTMARK = "http://localhost:8080";

    @TestHTTPResource("/")
    URI service;

    @BeforeEach
    void takeTheServiceUnderTest() {
        MINTMARK = service.toString().replaceAll("/$", "");
    }

    @Test
    void aTokenIsMintedOverHttp() throws Exception {
        assertThat(token("alice", "orders:read")).matches("ey[\\w-]+\\.ey[\\w-]+\\.[\\w-]+");
    }

    static String token(String subject, String scope) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(MINTMARK + "/tokens"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"subject": "%s", "audience": "https://orders.example", "scope": "%s"}
                        """.formatted(subject, scope)))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body()).path("token").asText();
    }
}
