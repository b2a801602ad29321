package dev.mintmark.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.KeysReady;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The OAuth operations of openapi.yaml: every example of a form, and every documented status. */
@QuarkusTest
class OAuthContractTest {
    private static final Contract CONTRACT = Contract.load();

    @BeforeEach
    void watch() {
        RestAssured.replaceFiltersWith(new ContractFilter());
        KeysReady.await();
    }

    private static List<Contract.Operation> operations() {
        return CONTRACT.operations().stream()
                .filter(operation -> operation.isOfTag("OAuth"))
                .toList();
    }

    private static String path(Contract.Operation operation) {
        return operation.path().replace("{issuer}", "acme");
    }

    @Test
    void everyExampleOfAFormRunsAsItStands() {
        int examples = 0;
        for (Contract.Operation operation : operations()) {
            JsonNode body = CONTRACT.resolve(operation.node().path("requestBody"));
            JsonNode named = body.at("/content/application~1x-www-form-urlencoded/examples");
            for (Map.Entry<String, JsonNode> example : named.properties()) {
                RequestSpecification request =
                        given().redirects().follow(false).contentType("application/x-www-form-urlencoded");
                example.getValue()
                        .path("value")
                        .properties()
                        .forEach(field -> request.formParam(
                                field.getKey(), field.getValue().asText()));
                assertThat(request.post(path(operation)).statusCode())
                        .as("%s, example %s", operation, example.getKey())
                        .isEqualTo(example.getValue().path("x-status").asInt(200));
                examples++;
            }
        }
        assertThat(examples).isGreaterThan(25);
    }

    /** 503 takes a store or a ring that is gone; 401 and 200 are among the examples, 304 among those of the JWKS. */
    @Test
    void everyDocumentedStatusCanBeMet() {
        int statuses = 0;
        for (Contract.Operation operation : operations()) {
            JsonNode responses = operation.node().path("responses");
            if (responses.has("404") && operation.path().contains("{issuer}")) {
                String path = operation.path().replace("{issuer}", "token");
                assertThat(request(operation, path, "x=1").statusCode())
                        .as("%s", operation)
                        .isEqualTo(404);
                statuses++;
            }
            if (responses.has("413")) {
                assertThat(request(operation, path(operation), "x=" + "x".repeat(300_000))
                                .statusCode())
                        .as("%s", operation)
                        .isEqualTo(413);
                statuses++;
            }
            if (responses.has("400") && operation.method().equals("post")) {
                assertThat(request(operation, path(operation), "token=%zz").statusCode())
                        .as("%s", operation)
                        .isEqualTo(400);
                statuses++;
            }
        }
        assertThat(statuses).isGreaterThan(30);
    }

    private static Response request(Contract.Operation operation, String path, String body) {
        RequestSpecification request = given().redirects().follow(false);
        return operation.method().equals("get")
                ? request.get(path)
                : request.contentType("application/x-www-form-urlencoded")
                        .body(body)
                        .post(path);
    }
}
