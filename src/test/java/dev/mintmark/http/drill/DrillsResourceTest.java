package dev.mintmark.http.drill;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.KeysReady;
import dev.mintmark.contract.ContractFilter;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DrillsResourceTest {
    private static final String AUDIENCE = "\"audience\": \"https://orders.example\"";

    @BeforeEach
    void watch() {
        RestAssured.replaceFiltersWith(new ContractFilter());
        KeysReady.await();
    }

    private static Response make(String members) {
        return given().contentType(ContentType.JSON)
                .body("{" + AUDIENCE + (members.isEmpty() ? "" : ", ") + members + "}")
                .post("/drills");
    }

    private static Response get(String path) {
        return given().get(path);
    }

    @Test
    void listsAllDrillsAndEachOfThem() {
        List<String> ids = get("/drills").path("drills.id");
        assertThat(ids).hasSize(107).startsWith("ok-rs256").endsWith("revoked");
        assertThat(get("/drills/alg-none").<String>path("code")).isEqualTo("alg_not_allowed");
        assertThat(get("/drills/no-such-drill").statusCode()).isEqualTo(404);
    }

    @Test
    void makesEveryDrillOrSaysWhyNot() {
        Response suite = make("");
        assertThat(suite.statusCode()).isEqualTo(200);
        assertThat(suite.getHeader("Cache-Control")).isEqualTo("no-store");
        List<String> made = suite.path("drills.id");
        List<String> skipped = suite.path("skipped.id");
        assertThat(made).contains("ok-rs256", "jku-attacker", "revoked");
        assertThat(skipped).contains("ok-second-key", "jwe-zip-bomb", "scope-insufficient");
        assertThat(made.stream().distinct().count() + skipped.size()).isEqualTo(107);
        assertThat(suite.<String>path("jwks_uri")).endsWith("/keys/jwks");
    }

    @Test
    void aControlVerifiesAndARevokedTokenDoesNot() {
        Response suite = make("\"include\": [\"ok-rs256\", \"revoked\"]");
        assertThat(isValid(suite.path("drills[0].token"))).isTrue();
        assertThat(isValid(suite.path("drills[1].token"))).isFalse();
    }

    private static boolean isValid(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("token", token, "expect", Map.of("audience", "https://orders.example", "type", "access")))
                .post("/tokens/verify")
                .path("valid");
    }

    @Test
    void writesOneLineForEachToken() {
        String body = given().contentType(ContentType.JSON)
                .accept("application/x-ndjson")
                .body("{" + AUDIENCE + ", \"include\": [\"alg-none-padded\"]}")
                .post("/drills")
                .asString();
        assertThat(body.lines()).hasSize(3).allMatch(line -> line.startsWith("{"));
        assertThat(body.lines().skip(1)).allMatch(line -> line.contains("\"id\":\"alg-none-padded\""));
    }

    @Test
    void rejectsWhatIsUnknownOrMissing() {
        assertRejected(make("\"include\": [\"time\", \"expird\"]"), 400, "/include/1");
        assertRejected(make("\"exclude\": [\"everything\"]"), 400, "/exclude/0");
        assertRejected(make("\"algorithms\": []"), 400, "/algorithms");
        assertRejected(make("\"algorithms\": [\"HS256\"]"), 422, "/algorithms");
        assertRejected(make("\"type\": \"jwt\""), 400, "/type");
        assertRejected(make("\"skew\": \"1h\""), 400, "/skew");
        assertRejected(make("\"claims\": {\"exp\": 1}"), 422, "/claims/exp");
        assertRejected(make("\"claims\": {\"x\": \"" + "x".repeat(5000) + "\"}"), 400, "/claims");
        Response none = given().contentType(ContentType.JSON).body("{}").post("/drills");
        assertRejected(none, 400, "/audience");
    }

    @Test
    void signsForNoRealProvider() {
        for (String issuer : List.of("https://accounts.google.com", "https://x.example@evil.com", "issuer", "")) {
            assertRejected(make("\"issuer\": \"" + issuer + "\""), 422, "/issuer");
        }
        for (String issuer : List.of("http://127.0.0.1:9", "http://auth.team.svc", "https://issuer.test/a")) {
            assertThat(make("\"include\": [\"expired\"], \"issuer\": \"" + issuer + "\"")
                            .<String>path("issuer"))
                    .isEqualTo(issuer);
        }
    }

    @Test
    void takesPublicKeysAndNoPrivateOnes() {
        Jwk rsa = GeneratedKey.of(Algorithm.RS256);
        String hs256 = "\"include\": [\"hs256-pem\"], \"key\": ";
        Response suite = make(hs256 + rsa.publicJson());
        assertThat(suite.<String>path("drills[0].token")).isNotEmpty();
        ObjectNode privateKey = rsa.insecurePrivateJson();
        assertRejected(make(hs256 + privateKey), 422, "/key");
        assertRejected(make(hs256 + "{\"keys\": [" + rsa.publicJson() + "," + privateKey + "]}"), 422, "/key");
        String secret = GeneratedKey.of(Algorithm.HS256).insecurePrivateJson().toString();
        Response rejected = make(hs256 + secret);
        assertRejected(rejected, 422, "/key");
        assertThat(rejected.asString()).doesNotContain("\"k\"");
    }

    @Test
    void theCanaryNotesWhatIsFetchedOnceAndKnowsNoForgedSuite() {
        Response made = make("\"include\": [\"jku-attacker\", \"x5u-attacker\"]");
        String suite = made.path("suite");
        String hits = "/drills/suites/" + suite + "/canary";
        assertThat(get(hits).<List<String>>path("hits.drill")).isEmpty();
        Response jwks = get("/drills/canary/" + suite + "/jku-attacker");
        assertThat(jwks.<String>path("keys[0].kid")).isEqualTo(made.path("base.header.kid"));
        assertThat(verifies(jwks.asString(), made.path("drills[0].token"))).isTrue();
        get("/drills/canary/" + suite + "/jku-attacker");
        assertThat(get("/drills/canary/" + suite + "/x5u-attacker").asString()).startsWith("-----BEGIN CERTIFICATE");
        assertThat(get(hits).<List<String>>path("hits.drill")).containsExactly("jku-attacker", "x5u-attacker");
        assertThat(get("/drills/canary/" + suite + "/expired").statusCode()).isEqualTo(404);
        String forged = suite.substring(0, suite.length() - 2) + "AA";
        assertThat(get("/drills/canary/" + forged + "/jku-attacker").statusCode())
                .isEqualTo(404);
        assertThat(get("/drills/suites/" + forged + "/canary").statusCode()).isEqualTo(404);
    }

    private static boolean verifies(String jwks, String token) {
        return given().contentType(ContentType.JSON)
                .body("{\"token\": \"" + token + "\", \"jwks\": " + jwks + "}")
                .post("/tokens/verify")
                .path("valid");
    }

    private static void assertRejected(Response response, int status, String pointer) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.<String>path("errors[0].pointer")).isEqualTo(pointer);
    }
}
