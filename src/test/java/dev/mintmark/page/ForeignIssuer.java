package dev.mintmark.page;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.stream.Collectors;

/** Another issuer with a fresh key of its own. Its tokens are signed here, but by a key that the service forgets. */
record ForeignIssuer(String algorithm, JsonPath key) {

    static ForeignIssuer create(String algorithm) {
        return new ForeignIssuer(
                algorithm,
                given().contentType(ContentType.JSON)
                        .body(Map.of("algorithm", algorithm))
                        .post("/keys/generate")
                        .jsonPath());
    }

    /** @param spec members of the request, in braces */
    String mint(String spec) {
        String own = "\"issuer\": \"https://accounts.example\", \"algorithm\": \"" + algorithm + "\", \"key\": "
                + privateJwk();
        return PageTesting.mint(spec.replaceFirst("\\{", "{" + own + (spec.length() > 2 ? ", " : "")));
    }

    String jwks() {
        return "{\"keys\": [" + json("public_jwk") + "]}";
    }

    String privateJwk() {
        return json("private_jwk");
    }

    String privatePem() {
        return key.getString("private_pem");
    }

    /** A JWK of the service has texts alone. */
    private String json(String member) {
        return key.<String, String>getMap(member).entrySet().stream()
                .map(one -> '"' + one.getKey() + "\": \"" + one.getValue() + '"')
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
