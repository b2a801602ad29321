package dev.mintmark.http.mcp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.mintmark.http.guard.ApiKeyFile;
import dev.mintmark.http.limit.HttpTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With API keys, only the tools that sign need one. */
@QuarkusTest
@TestProfile(ApiKeyFile.class)
@Tag("slow")
class McpApiKeyTest extends HttpTest {
    private static final String MINT = McpResourceTest.call("mint_token", "{}");

    private static RequestSpecification json(String body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    @Test
    void withoutAKeyTheToolsThatSignNameTheHeader() {
        json(McpResourceTest.LIST).post("/mcp").then().statusCode(200);
        json(MINT)
                .post("/mcp")
                .then()
                .statusCode(200)
                .body("result.isError", equalTo(true))
                .body("result.content[0].text", containsString("X-Api-Key"));
        json(McpResourceTest.call("explain_rule", "{\"rule\": \"alg-none\"}"))
                .post("/mcp")
                .then()
                .statusCode(200)
                .body("result.isError", equalTo(false));
    }

    @Test
    void withAKeyTheyMint() {
        for (List<String> header :
                List.of(List.of("X-Api-Key", ApiKeyFile.KEY), List.of("Authorization", "Bearer " + ApiKeyFile.KEY))) {
            json(MINT)
                    .header(header.get(0), header.get(1))
                    .post("/mcp")
                    .then()
                    .statusCode(200)
                    .body("result.isError", equalTo(false))
                    .body("result.structuredContent.token", notNullValue());
        }
    }

    @Test
    void aWrongKeyIsRefusedWhateverTheMessage() {
        for (String body : List.of(McpResourceTest.LIST, MINT, "{")) {
            String challenge = json(body)
                    .header("Authorization", "Bearer wrong")
                    .post("/mcp")
                    .then()
                    .statusCode(401)
                    .extract()
                    .header("WWW-Authenticate");
            assertThat(challenge).contains("invalid_token");
        }
        json(MINT).header("X-Api-Key", "").post("/mcp").then().statusCode(401);
    }

    /** The rules read a sentence for every caller; a model costs its owner something. */
    @Test
    void aDraftByTheModelNeedsAKey() {
        String model = "{\"sentence\": \"for alice\", \"engine\": \"model\"}";
        json(model).post("/tokens/draft").then().statusCode(401).body("code", equalTo("unauthorized"));
        json(model).header("X-Api-Key", "wrong").post("/tokens/draft").then().statusCode(401);
        json(model)
                .header("X-Api-Key", ApiKeyFile.KEY)
                .post("/tokens/draft")
                .then()
                .statusCode(200);
        json("{\"sentence\": \"for alice\"}").post("/tokens/draft").then().statusCode(200);
    }
}
