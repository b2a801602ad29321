package dev.mintmark.http.key;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mintmark.http.limit.HttpTest;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.JwkReader;
import dev.mintmark.jose.NativeCrypto;
import dev.mintmark.jose.Pem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class KeysResourceTest extends HttpTest {

    @Test
    void theListHasOneActiveKeyForEachAlgorithm() {
        get("/keys")
                .then()
                .body("keys", hasSize(13))
                .body("keys.state", everyItem(equalTo("active")))
                .body("ephemeral", equalTo(true))
                .body("crypto", equalTo(NativeCrypto.isInstalled() ? "native" : "jdk"))
                .body("generation", equalTo(1))
                .body("issuer", equalTo("http://localhost:8080"));
    }

    @Test
    void oneKeyIsReturnedAsJwkOrPem() {
        String keyId = keyId("ES256");
        get("/keys/" + keyId).then().statusCode(200).body("kid", equalTo(keyId)).body("d", nullValue());
        String pem =
                given().accept("application/x-pem-file").get("/keys/" + keyId).asString();
        assertThat(Pem.read(pem).thumbprint()).isEqualTo(keyId);
    }

    @Test
    void aSecretAndAnUnknownKeyAreNotFound() {
        get("/keys/" + keyId("HS256")).then().statusCode(404).body("code", equalTo("not-found"));
        get("/keys/no-such-key").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/keys/jwks", "/.well-known/jwks.json"})
    void theJwksIsPublicAndContainsNoSecret(String path) {
        Response jwks = get(path);
        jwks.then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "public, max-age=60")
                .header("Access-Control-Allow-Origin", "*")
                .header("ETag", startsWith("\""));
        List<Map<String, Object>> keys = jwks.path("keys");
        assertThat(keys)
                .hasSize(10)
                .allSatisfy(key -> assertThat(key)
                        .containsKeys("kid", "use", "alg")
                        .doesNotContainKeys("d", "p", "q", "dp", "dq", "qi", "k")
                        .doesNotContainEntry("kty", "oct"));
    }

    @Test
    void theJwksHasAnEtagAndTheAcceptedMediaType() {
        String etag = get("/keys/jwks").header("ETag");
        for (String known : new String[] {etag, "W/" + etag, "\"x\", " + etag, "*"}) {
            given().header("If-None-Match", known)
                    .get("/keys/jwks")
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(etag));
        }
        given().header("If-None-Match", "\"x\"").get("/keys/jwks").then().statusCode(200);
        given().accept("application/jwk-set+json")
                .get("/keys/jwks")
                .then()
                .statusCode(200)
                .contentType("application/jwk-set+json");
        given().accept("text/html").get("/keys/jwks").then().statusCode(200).contentType("application/json");
    }

    @ParameterizedTest
    @EnumSource
    void generatedKeysAreNewAndFitTheAlgorithm(Algorithm algorithm) throws Exception {
        String request = "{\"algorithm\": \"" + algorithm.joseName() + "\"}";
        Response first = post("/keys/generate", request, 200)
                .header("Cache-Control", "no-store")
                .extract()
                .response();
        var jwk = JwkReader.read(new ObjectMapper().readTree(first.asString()).path("private_jwk"));
        assertThat(jwk.algorithms()).containsExactly(algorithm);
        assertThat(jwk.keyId().orElseThrow()).isEqualTo(first.path("key_id"));
        if (jwk.isSecret()) {
            assertThat(Base64Url.decode(first.path("secret"))).hasSize(algorithm.smallestKeyBits() / 8);
            assertThat(first.<Object>path("public_jwk")).isNull();
            return;
        }
        assertThat(Pem.read(first.path("private_pem")).thumbprint()).isEqualTo(jwk.thumbprint());
        assertThat(Pem.read(first.path("public_pem")).isPrivate()).isFalse();
        assertThat(get("/keys/jwks").asString()).doesNotContain(jwk.thumbprint());
    }

    @ParameterizedTest
    @EnumSource
    void aKeyIsReturnedInAllItsForms(Algorithm algorithm) throws Exception {
        Response made = post("/keys/generate", "{\"algorithm\": \"" + algorithm.joseName() + "\"}", 200)
                .extract()
                .response();
        String jwk =
                new ObjectMapper().readTree(made.asString()).path("private_jwk").toString();
        Response fromJwk = post("/keys/convert", "{\"key\": " + jwk + "}", 200)
                .header("Cache-Control", "no-store")
                .extract()
                .response();
        assertThat(fromJwk.asString()).isEqualTo(made.asString());
        if (algorithm.joseName().startsWith("HS")) {
            return;
        }
        Response fromPem = post("/keys/convert", "{\"key\": " + quoted(made.path("private_pem")) + "}", 200)
                .extract()
                .response();
        assertThat(fromPem.<String>path("key_id")).isEqualTo(made.path("key_id"));
        assertThat(fromPem.<String>path("private_pem")).isEqualTo(made.path("private_pem"));
        post("/keys/convert", "{\"key\": " + quoted(made.path("public_pem")) + "}", 200)
                .body("private_jwk", nullValue())
                .body("private_pem", nullValue())
                .body("public_pem", equalTo(made.path("public_pem")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"no key\"", "7", "{}", "{\"kty\": \"EC\", \"d\": \"hush-hush\"}", "[]"})
    void anInvalidKeyIsRefusedWithoutAnEcho(String key) {
        String problem = post("/keys/convert", "{\"key\": " + key + "}", 400)
                .body("errors[0].pointer", equalTo("/key"))
                .extract()
                .asString();
        assertThat(problem).doesNotContain("no key\"", "hush-hush");
    }

    private static String keyId(String algorithm) {
        return get("/keys").path("keys.find { it.algorithm == '" + algorithm + "' }.key_id");
    }

    /** One at a time for each processor; the others may retry. */
    @Test
    void theGenerationOfRsaKeysIsBounded() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(30);
        try {
            List<Callable<Response>> calls = Collections.nCopies(
                    30,
                    () -> given().contentType(ContentType.JSON)
                            .body("{\"algorithm\": \"RS256\"}")
                            .post("/keys/generate"));
            List<Response> responses = new ArrayList<>();
            for (Future<Response> call : callers.invokeAll(calls)) {
                responses.add(call.get());
            }
            assertThat(responses)
                    .extracting(Response::statusCode)
                    .contains(200, 503)
                    .containsOnly(200, 503);
            assertThat(responses)
                    .filteredOn(response -> response.statusCode() == 503)
                    .allSatisfy(response ->
                            assertThat(response.header("Retry-After")).isEqualTo("1"));
        } finally {
            callers.shutdownNow();
        }
        post("/keys/generate", "{\"algorithm\": \"RS256\"}", 200);
    }
}
