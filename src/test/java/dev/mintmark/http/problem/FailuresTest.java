package dev.mintmark.http.problem;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.mintmark.LogLines;
import dev.mintmark.http.limit.HttpTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures of the service: 503 with Retry-After, and 500 whose cause is only in the log. */
@QuarkusTest
class FailuresTest extends HttpTest {
    @TestHTTPResource("/")
    URI service;

    @Test
    void keysThatAreNotReadyAreA503() {
        get("/test/unavailable")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("code", equalTo("unavailable"));
    }

    /** A NumberFormatException is the caller's error only if the JSON parser throws it. */
    @ParameterizedTest
    @ValueSource(strings = {"/test/unexpected", "/test/number"})
    void anUnexpectedErrorHasItsInstanceInTheResponseAndTheLog(String path) {
        List<String> log;
        String instance;
        try (LogLines lines = new LogLines()) {
            instance = get(path)
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

    @Test
    void aDisconnectIsNotAnError() throws Exception {
        List<String> log;
        try (LogLines lines = new LogLines()) {
            try (Socket socket = new Socket(service.getHost(), service.getPort())) {
                socket.getOutputStream()
                        .write(
                                "POST /tokens HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"
                                        .getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
                // Until the service reads and waits for the rest.
                Thread.sleep(100);
            }
            awaitLog(lines, "Request failed");
            log = lines.soFar();
        }
        assertThat(log).noneMatch(line -> line.contains("Request failed"));
    }

    @Test
    void aDisconnectDuringTheResponseIsNotAnError() {
        List<String> log;
        try (LogLines lines = new LogLines()) {
            get("/test/closed").then().statusCode(500);
            log = lines.soFar();
        }
        assertThat(log).noneMatch(line -> line.contains("Request failed"));
    }

    /** Waits for at most half a second. */
    private static void awaitLog(LogLines lines, String text) throws InterruptedException {
        for (int i = 0; i < 20 && lines.soFar().stream().noneMatch(line -> line.contains(text)); i++) {
            Thread.sleep(25);
        }
    }
}
