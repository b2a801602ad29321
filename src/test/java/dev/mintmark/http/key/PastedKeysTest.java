package dev.mintmark.http.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.http.limit.HttpTest;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.GeneratedKeys;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.Pem;
import dev.mintmark.jose.PemTexts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys as callers paste them, in the operations that read keys. */
@QuarkusTest
class PastedKeysTest extends HttpTest {
    private static final Jwk RSA = GeneratedKeys.of(Algorithm.RS256);
    private static final Jwk EC = GeneratedKeys.of(Algorithm.ES256);

    /** RFC 7517 section 4: nothing is added, and what a key is for stays. */
    @Test
    void aConversionKeepsWhatAKeyIsFor() throws Exception {
        ObjectNode key = RSA.publicJson();
        key.put("use", "enc").put("alg", "RSA-OAEP").put("kid", "k").put("hint", true);
        String answer = convert(key)
                .body("algorithm", equalTo("RSA-OAEP"))
                .body("private_jwk", nullValue())
                .extract()
                .asString();
        assertThat(new ObjectMapper().readTree(answer).path("public_jwk")).isEqualTo(key);
        JsonNode pem = JsonNodeFactory.instance.textNode(Pem.publicText(RSA));
        assertThat(new ObjectMapper()
                        .readTree(convert(pem).extract().asString())
                        .path("public_jwk"))
                .isEqualTo(RSA.publicJson().without(List.of("kid", "use", "alg")));
    }

    /** A weak key is converted and not signed with. */
    @Test
    void aConversionDoesNotJudge() {
        ObjectNode key = JsonNodeFactory.instance.objectNode().put("kty", "oct").put("k", "c2hvcnQ");
        convert(key).body("secret", equalTo("c2hvcnQ"));
        post("/tokens", JsonNodeFactory.instance.objectNode().set("key", key)).statusCode(422);
    }

    @Test
    void aTokenIsMintedWithAPemInOneLine() {
        String pem = Pem.insecurePrivateText(EC).replace("\n", "\\n");
        post("/tokens", JsonNodeFactory.instance.objectNode().put("key", pem).put("subject", "alice"))
                .statusCode(200);
    }

    @Test
    void aForeignFormatIsNamedWithItsCommand() {
        post("/tokens", JsonNodeFactory.instance.objectNode().put("key", "PuTTY-User-Key-File-3: ssh-ed25519"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/key"))
                .body("detail", containsString("puttygen"));
    }

    @Test
    void theReasonOfAKeyThatIsNotFitIsTrue() {
        String token = post("/tokens", JsonNodeFactory.instance.objectNode().put("secret", "s".repeat(32)))
                .statusCode(200)
                .extract()
                .path("token");
        ObjectNode verify =
                JsonNodeFactory.instance.objectNode().put("token", token).put("secret", "s".repeat(19));
        post("/tokens/verify", verify)
                .body("checks.find { it.check == 'algorithm' }.code", equalTo("alg_not_allowed"))
                .body(
                        "checks.find { it.check == 'algorithm' }.message",
                        equalTo("The secret has 152 bits; HS256 needs 256 (RFC 7518 3.2)"))
                .body("checks.find { it.check == 'algorithm' }.expected", nullValue());
        ObjectNode padded = RSA.publicJson();
        padded.put("n", padded.path("n").asText() + "==");
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("token", token);
        body.set("key", padded);
        post("/tokens/verify", body).statusCode(400).body("detail", containsString("n has padding"));
    }

    /** Google publishes the certificates of its service accounts so. */
    @Test
    void aMapOfCertificatesVerifies() {
        ObjectNode mint = JsonNodeFactory.instance.objectNode();
        mint.set("key", RSA.withKeyId("abc").insecurePrivateJson());
        String token = post("/tokens", mint).statusCode(200).extract().path("token");
        ObjectNode verify = JsonNodeFactory.instance.objectNode().put("token", token);
        verify.putObject("jwks").put("abc", PemTexts.certificate(RSA, "SHA256withRSA"));
        post("/tokens/verify", verify).body("valid", equalTo(true)).body("signature.key_id", equalTo("abc"));
    }

    /** RFC 7518 section 6.3.1.1: a leading zero does not make another key. */
    @Test
    void aKeyIsComparedWithItsCertificateAsANumber() {
        byte[] n = Base64Url.decode(RSA.publicJson().path("n").asText());
        byte[] padded = new byte[n.length + 1];
        System.arraycopy(n, 0, padded, 1, n.length);
        ObjectNode key = RSA.publicJson();
        String body = PemTexts.certificate(RSA, "SHA256withRSA")
                .lines()
                .filter(line -> !line.startsWith("-"))
                .reduce("", String::concat);
        key.putArray("x5c").add(body);
        assertThat(advise(key.deepCopy().put("n", Base64Url.encode(padded)))
                        .extract()
                        .asString())
                .doesNotContain("belongs to another key");
        ObjectNode other = GeneratedKeys.otherOf(Algorithm.RS256).publicJson();
        other.set("x5c", key.get("x5c"));
        assertThat(advise(other).extract().asString()).contains("belongs to another key");
    }

    private static ValidatableResponse advise(JsonNode key) {
        return post("/advisories", JsonNodeFactory.instance.objectNode().set("jwk", key))
                .statusCode(200);
    }

    private static ValidatableResponse convert(JsonNode key) {
        return post("/keys/convert", JsonNodeFactory.instance.objectNode().set("key", key))
                .statusCode(200);
    }

    private static ValidatableResponse post(String path, JsonNode body) {
        return given().contentType("application/json")
                .body(body.toString())
                .post(path)
                .then();
    }
}
