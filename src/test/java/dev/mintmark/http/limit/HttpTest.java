package dev.mintmark.http.limit;

import static io.restassured.RestAssured.given;

import dev.mintmark.KeysReady;
import dev.mintmark.contract.ContractFilter;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;

/** The base of all HTTP tests: the keys are ready before a test starts, and the contract checks every response. */
public abstract class HttpTest {
    private static final ContractFilter CONTRACT = new ContractFilter();

    @BeforeEach
    void prepare() {
        RestAssured.replaceFiltersWith(CONTRACT);
        KeysReady.await();
    }

    /** Posts JSON and expects the status. */
    public static ValidatableResponse post(String path, String body, int status) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(status);
    }

    public static Response mint(String body) {
        return post("/tokens", body, 200).extract().response();
    }

    public static String token(String body) {
        return mint(body).path("token");
    }

    /** A JSON string literal of a text. */
    public static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
