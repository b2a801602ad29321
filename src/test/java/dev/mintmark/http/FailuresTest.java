package dev.mintmark.http;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.mintmark.LogLines;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Our own failures: 503 with a time to come again, 500 without a word of what happened but in the log. */
@QuarkusTest
class FailuresTest extends DoorTest {

    @Test
    void keysThatAreNotReadyAreA503() {
        get("/test/unavailable")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("code", equalTo("unavailable"));
    }

    @Test
    void anUnexpectedErrorIsNamedByItsInstanceHereAndInTheLog() {
        List<String> log;
        String instance;
        try (LogLines lines = new LogLines()) {
            instance = get("/test/unexpected")
                    .then()
                    .statusCode(500)
                    .contentType("application/problem+json")
                    .body("code", equalTo("internal"))
                    .body(not(containsString("confidential")))
                    .extract()
                    .path("instance");
            log = lines.soFar();
        }
        String id = instance.substring("urn:uuid:".length());
        assertThat(log).anyMatch(line -> line.contains(id)).noneMatch(line -> line.contains("confidential"));
    }
}
