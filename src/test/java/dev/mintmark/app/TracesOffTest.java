package dev.mintmark.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.LogLines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Traces are off by default: a reachable collector receives nothing. */
@QuarkusTest
@QuarkusTestResource(
        value = Collector.class,
        initArgs = @ResourceArg(name = Collector.ON, value = "false"),
        restrictToAnnotatedClass = true)
class TracesOffTest {
    Collector collector;

    @Test
    void noTraceIsSentAndNoLogLineContainsATraceId() throws Exception {
        List<String> log;
        try (LogLines lines = new LogLines()) {
            given().header("traceparent", "00-" + TracesTest.TRACE + "-00f067aa0ba902b7-01")
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post("/tokens")
                    .then()
                    .statusCode(200);
            // Twenty times the export delay of enabled traces.
            Thread.sleep(1000);
            log = lines.soFar();
        }
        assertThat(collector.received()).isEmpty();
        assertThat(log).noneMatch(line -> line.contains("traceId") || line.contains("opentelemetry"));
    }
}
