package dev.mintmark.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.RfcVectors;
import dev.mintmark.jose.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Swagger UI shows: a short introduction, and examples for every parameter and every response. */
class OpenApiExamplesTest {
    private static final Contract CONTRACT = Contract.load();
    private static final int INTRODUCTION = 500;

    /** Every media type of every response of every operation. */
    static Stream<Arguments> contents() {
        return CONTRACT.operations().stream()
                .flatMap(operation -> operation.node().path("responses").properties().stream()
                        .flatMap(response -> CONTRACT.resolve(response.getValue()).path("content").properties().stream()
                                .map(content -> Arguments.of(
                                        operation + " " + response.getKey() + " " + content.getKey(),
                                        content.getValue()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contents")
    void everyResponseHasExamplesThatFitItsSchema(String name, JsonNode content) {
        assertThat(content.path("examples")).as(name).isNotEmpty();
        for (Map.Entry<String, JsonNode> example : content.path("examples").properties()) {
            JsonNode resolved = CONTRACT.resolve(example.getValue());
            assertThat(resolved.path("summary").asText()).as(example.getKey()).isNotEmpty();
            assertThat(CONTRACT.violations(content.path("schema"), resolved.path("value")))
                    .as("%s, example %s", name, example.getKey())
                    .isEmpty();
        }
    }

    @Test
    void everyPathParameterHasAnExample() {
        for (Contract.Operation operation : CONTRACT.operations()) {
            for (JsonNode parameter : operation.node().path("parameters")) {
                JsonNode resolved = CONTRACT.resolve(parameter);
                if (resolved.path("in").asText().equals("path")) {
                    assertThat(resolved.path("example").asText())
                            .as("%s %s", operation, resolved.path("name"))
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void theIntroductionIsShortAndLinksToThePage() {
        assertThat(CONTRACT.at("/info/description").asText())
                .hasSizeLessThan(INTRODUCTION)
                .contains("(/)")
                .satisfies(text ->
                        assertThat(text.lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(3));
    }

    /** Swagger UI fills in the first example; that of an RFC does not expire. */
    @Test
    void theFirstExampleOfVerifyIsThatOfRfc7515() {
        JsonNode examples = CONTRACT.at("/paths/~1tokens~1verify/post/requestBody/content/application~1json/examples");
        JsonNode first = examples.iterator().next().path("value");
        assertThat(first.path("token").asText()).isEqualTo(RfcVectors.RFC7515_A3.token());
        JsonNode key = StrictJson.parse(RfcVectors.RFC7515_A3.jwk().getBytes(StandardCharsets.UTF_8));
        for (String member : new String[] {"kty", "crv", "x", "y"}) {
            assertThat(first.path("key").path(member)).isEqualTo(key.path(member));
        }
        assertThat(first.path("key").has("d")).isFalse();
        assertThat(first.path("mode").asText()).isEqualTo("signature");
    }
}
