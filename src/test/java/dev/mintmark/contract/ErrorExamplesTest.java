package dev.mintmark.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.http.limit.HttpTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each error example of openapi.yaml with its request is the real response, except for its instance. */
@QuarkusTest
public class ErrorExamplesTest extends HttpTest {

    static Stream<Arguments> examples() {
        JsonNode responses = Contract.load().at("/components/responses");
        return responses.properties().stream()
                .flatMap(response -> response.getValue().path("content").valueStream())
                .flatMap(content -> content.path("examples").properties().stream())
                .filter(example -> example.getValue().has("x-request"))
                .map(example -> Arguments.of(
                        example.getKey(),
                        example.getValue().path("x-request"),
                        example.getValue().path("value")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void theExampleIsTheRealResponse(String name, JsonNode request, ObjectNode expected) throws Exception {
        RequestSpecification call = given();
        if (request.has("accept")) {
            call.accept(request.path("accept").asText());
        }
        request.path("headers")
                .properties()
                .forEach(
                        header -> call.header(header.getKey(), header.getValue().asText()));
        if (request.has("body") || request.has("size")) {
            call.contentType(request.path("content_type").asText("application/json"))
                    .body(request.path("body")
                            .asText("x".repeat(request.path("size").asInt())));
        }
        Response response = call.request(
                request.path("method").asText().toUpperCase(Locale.ROOT),
                request.path("path").asText());

        ObjectNode actual = (ObjectNode) new ObjectMapper().readTree(response.asString());
        actual.remove("instance");
        expected.remove("instance");
        assertThat(actual).as(name).isEqualTo(expected);
        // OAuth errors (RFC 6749) do not repeat the status.
        assertThat(response.statusCode())
                .isEqualTo(expected.path("status").asInt(request.path("status").asInt()));
    }

    /** No request of a client provokes these; the paths exist in tests only. */
    @ParameterizedTest
    @CsvSource({"Unavailable, no_keys, /test/unavailable", "Internal, failure, /test/unexpected"})
    void theExampleOfAFailureIsTheRealResponse(String response, String name, String path) throws Exception {
        assertReal(Contract.load(), response, name, given().get(path));
    }

    /** Holds a response against an example that has no request of its own. */
    public static void assertReal(Contract contract, String response, String name, Response real) throws Exception {
        ObjectNode expected = (ObjectNode) contract.at(
                "/components/responses/" + response + "/content/application~1problem+json/examples/" + name + "/value");
        ObjectNode actual = (ObjectNode) new ObjectMapper().readTree(real.asString());
        assertThat(real.statusCode()).isEqualTo(expected.path("status").asInt());
        assertThat(actual.remove("instance").asText()).startsWith("urn:uuid:");
        expected.remove("instance");
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void theExamplesCoverEveryErrorOfTheCaller() {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(13);
    }
}
