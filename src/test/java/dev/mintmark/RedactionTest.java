package dev.mintmark;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.Pem;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Log lines and metrics contain no token, secret or key, not even at the finest level. */
@QuarkusTest
class RedactionTest {
    private static final String SECRET = "documentation-only-secret-of-32-bytes-or-more!";

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void nothingConfidentialIsLoggedOrCounted() {
        List<String> log;
        List<String> confidential;
        try (LogLines lines = new LogLines()) {
            confidential = useEverything();
            log = lines.soFar();
        }
        String counted = RestAssured.get(management.resolve("/q/metrics")).asString();
        assertThat(log).anyMatch(line -> line.contains("the handler listens"));
        assertThat(counted).contains("mintmark_keys_generation");
        assertThat(confidential).hasSizeGreaterThan(5).allSatisfy(text -> {
            assertThat(String.join("\n", log)).doesNotContain(text);
            assertThat(counted).doesNotContain(text);
        });
    }

    private static List<String> useEverything() {
        Jwk jwk = GeneratedKey.of(Algorithm.ES256);
        String pem = Pem.insecurePrivateText(jwk).replace("\n", "\\n");
        String token = post("/tokens", "{}").path("token");
        String own = post("/tokens", "{\"secret\": \"" + SECRET + "\"}").path("token");
        String signed = post("/tokens", "{\"key\": \"" + pem + "\"}").path("token");
        post("/tokens", "{\"key\": " + jwk.insecurePrivateJson() + ", \"algorithm\": \"RS256\"}");
        post("/tokens", "{\"key\": \"" + pem.substring(0, 90) + "\"}");
        post("/tokens", "{\"secret\": \"" + SECRET + "\", \"unknown\": 1}");
        post("/tokens/batch", "{\"specs\": [{\"secret\": \"" + SECRET + "\", \"x\": 1}, {\"key\": \"" + pem + "\"}]}");
        post("/tokens/decode", "{\"token\": \"" + token + "\"}");
        post("/tokens/verify", "{\"token\": \"" + own + "\", \"secret\": \"" + SECRET + "\"}");
        post("/tokens/verify", "{\"token\": \"" + token + "x\"}");
        post("/tokens/verify", "{\"token\": \"" + signed + "\", \"secret\": 5}");
        post("/advisories", "{\"token\": \"" + own + "\"}");
        post("/advisories", "{\"token\": \"" + signed + "\", \"keys\": {\"secret\": \"" + SECRET + "\"}}");
        post("/advisories", "{\"spec\": {\"key\": \"" + pem + "\", \"claims\": {\"password\": \"" + SECRET + "\"}}}");
        post("/advisories", "{\"jwk\": " + jwk.insecurePrivateJson() + "}");
        post("/advisories", "{\"jwks\": {\"keys\": [" + jwk.insecurePrivateJson() + "]}}");
        post("/advisories", "{\"secret\": \"" + SECRET + "\", \"algorithm\": \"HS512\"}");
        return List.of(
                token,
                own,
                signed,
                SECRET,
                token.substring(token.lastIndexOf('.') + 1),
                pem.substring(30, 80),
                jwk.insecurePrivateJson().path("d").asText());
    }

    private static Response post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }
}
