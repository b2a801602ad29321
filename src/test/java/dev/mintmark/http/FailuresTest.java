package dev.mintmark.http;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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
        List<String> log = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                java.io.StringWriter text = new java.io.StringWriter();
                text.append(new java.util.logging.SimpleFormatter().format(record));
                log.add(text + String.format(String.valueOf(record.getMessage()), record.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        String instance;
        try {
            instance = get("/test/unexpected")
                    .then()
                    .statusCode(500)
                    .contentType("application/problem+json")
                    .body("code", equalTo("internal"))
                    .body(not(containsString("confidential")))
                    .extract()
                    .path("instance");
        } finally {
            root.removeHandler(handler);
        }
        String id = instance.substring("urn:uuid:".length());
        assertThat(log).anyMatch(line -> line.contains(id)).noneMatch(line -> line.contains("confidential"));
    }
}
