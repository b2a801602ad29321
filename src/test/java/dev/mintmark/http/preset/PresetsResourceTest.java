package dev.mintmark.http.preset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.mintmark.http.limit.HttpTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PresetsResourceTest extends HttpTest {
    @Test
    void everyVariantOfEveryPresetMintsAsItIs() {
        List<Map<String, Object>> specs =
                given().get("/presets").then().statusCode(200).extract().path("presets.variants.spec.flatten()");
        assertThat(specs)
                .hasSizeGreaterThan(18)
                .allSatisfy(spec -> given().contentType("application/json")
                        .body(spec)
                        .post("/tokens")
                        .then()
                        .statusCode(200));
    }

    @Test
    void aFilledPresetHasTheValuesAtTheirPlacesAndSaysWhoSigns() {
        fill("keycloak", "{\"slots\": {\"user\": \"bob\", \"realm\": \"shop\", \"roles\": [\"editor\"]}}", 200)
                .header("Cache-Control", "no-store")
                .body("spec.subject", equalTo("bob"))
                .body("spec.issuer", equalTo("https://keycloak.example/realms/shop"))
                .body("spec.claims.realm_access.roles", equalTo(List.of("editor")))
                .body("spec.claims.resource_access.account.roles", equalTo(List.of("view-profile")))
                .body("note", containsString("signed by this service"));
        fill("entra-v2", "{\"variant\": \"app\"}", 200).body("spec.claims.idtyp", equalTo("app"));
        given().get("/presets/github-actions").then().body("slots.name", hasItems("repository", "branch"));
    }

    @Test
    void whatDoesNotExistIsNamed() {
        given().get("/presets/none").then().statusCode(404).body("detail", containsString("GET /presets"));
        fill("keycloak", "{\"slots\": {\"planet\": \"mars\"}}", 400)
                .body("errors[0].pointer", equalTo("/slots"))
                .body("errors[0].detail", containsString("realm"));
        fill("keycloak", "{\"variant\": \"x\"}", 400).body("errors[0].pointer", equalTo("/variant"));
        fill("keycloak", "{\"slots\": {\"realm\": 5}}", 400).body("errors[0].pointer", equalTo("/slots/realm"));
        fill("keycloak", "{\"slots\": {\"realm\": [\"a\"]}}", 400);
        fill("keycloak", "{\"slots\": {\"roles\": []}}", 400);
        fill("keycloak", "{\"slots\": {\"user\": \"" + "x".repeat(257) + "\"}}", 400);
    }

    private static ValidatableResponse fill(String name, String body, int status) {
        return given().contentType("application/json")
                .body(body)
                .post("/presets/" + name)
                .then()
                .statusCode(status);
    }
}
