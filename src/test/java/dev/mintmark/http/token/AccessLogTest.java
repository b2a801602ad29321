package dev.mintmark.http.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.LogLines;
import dev.mintmark.http.guard.ApiKeyFile;
import dev.mintmark.http.limit.HttpTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The enabled access log names callers and operations, but nothing that a caller sent. */
@QuarkusTest
@TestProfile(ApiKeyFile.class)
@Tag("slow")
class AccessLogTest extends HttpTest {
    private static final String LOGGER = "io.quarkus.http.access-log";

    @Test
    void aLineHasCallerMethodPathAndStatusAndNoTokenOrKey() throws Exception {
        String token = given().contentType(ContentType.JSON)
                .header("X-Api-Key", ApiKeyFile.KEY)
                .body("{}")
                .post("/tokens")
                .path("token");
        List<String> log;
        try (LogLines lines = new LogLines()) {
            given().contentType(ContentType.JSON)
                    .header("Authorization", "Bearer " + ApiKeyFile.KEY)
                    .header("X-Api-Key", ApiKeyFile.KEY)
                    .header("Cookie", "session=" + token)
                    .header("Referer", "https://app.example/?token=" + token)
                    .header("User-Agent", "agent " + token)
                    .queryParam("access_token", token)
                    .body("{}")
                    .post("/tokens")
                    .then()
                    .statusCode(400);
            given().header("Authorization", "Bearer " + token)
                    .queryParam("access_token", token)
                    .get("/nothing")
                    .then()
                    .statusCode(404);
            given().contentType(ContentType.JSON)
                    .header("X-Api-Key", "wrong-key")
                    .body("{}")
                    .post("/tokens")
                    .then()
                    .statusCode(401);
            given().get("/tokens/" + token + "/and;token=" + token).then().statusCode(404);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> accesses(lines.soFar()).size() >= 4);
            log = lines.soFar();
        }
        List<String> accesses = accesses(log);
        assertThat(accesses).hasSize(4);
        assertThat(accesses.get(0)).contains(" ci POST /tokens 400 ");
        assertThat(accesses.get(1)).contains(" - GET /nothing 404 ");
        assertThat(accesses.get(2)).contains(" - POST /tokens 401 ");
        assertThat(accesses.get(3)).contains(" - GET /tokens/…/… 404 ");
        for (String secret : List.of(token, token.substring(0, 40), ApiKeyFile.KEY, "wrong-key", "access_token")) {
            assertThat(log).noneMatch(line -> line.contains(secret));
        }
    }

    private static List<String> accesses(List<String> log) {
        return log.stream().filter(line -> line.startsWith(LOGGER)).toList();
    }
}
