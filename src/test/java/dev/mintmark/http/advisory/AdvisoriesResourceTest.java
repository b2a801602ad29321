package dev.mintmark.http.advisory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.mintmark.http.limit.HttpTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AdvisoriesResourceTest extends HttpTest {
    private static final String UNSIGNED = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.";

    private static ValidatableResponse advise(String body) {
        return post("/advisories", body, 200);
    }

    private static ValidatableResponse advised(String body, String rule, String where, String severity) {
        return advise(body)
                .body("verified", equalTo(false))
                .body("advisories.findAll { it.rule == '" + rule + "' }.where", hasItem(where))
                .body("advisories.findAll { it.rule == '" + rule + "' }.severity", hasItem(severity));
    }

    @Test
    void advisesOnAToken() {
        advised("{\"token\": \"" + UNSIGNED + "\"}", "alg-none", "/header/alg", "critical")
                .header("Cache-Control", "no-store")
                .body("kind", equalTo("generic"))
                .body("highest", equalTo("critical"))
                .body("counts.critical", equalTo(1))
                .body("truncated", equalTo(false))
                .body("secret_scan_skipped", nullValue())
                .body("advisories[0].observed", equalTo("none"))
                .body("advisories[0].references", hasItem("RFC 8725 2.1, 3.1, 3.2"));
    }

    @Test
    void textThatIsNotATokenGetsAReportToo() {
        advised("{\"token\": \"what is this\"}", "token-malformed", "/token", "high");
    }

    @Test
    void advisesOnATokenTogetherWithItsVerificationKeys() {
        String jwks = given().get("/keys/jwks").asString();
        String hmac = token("{\"algorithm\": \"HS256\"}");
        advised(
                "{\"token\": \"" + hmac + "\", \"keys\": {\"jwks\": " + jwks + "}}",
                "alg-hmac-with-public-keyset",
                "/header/alg",
                "critical");
        advised(
                "{\"token\": \"" + hmac
                        + "\", \"keys\": {\"secret\": \"Y2hhbmdlbWU\", \"secret_encoding\": \"base64url\"}}",
                "hmac-secret-well-known",
                "/key",
                "critical");
        advised(
                "{\"token\": \"" + hmac + "\", \"keys\": {\"jwk\": {\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQ\"}}}",
                "rsa-exponent",
                "/key/e",
                "critical");
    }

    @Test
    void findsTheWellKnownSecretThatSignedAToken() {
        String secret = "documentation-only-secret-of-32-bytes-or-more!";
        String token = token("{\"secret\": \"" + secret + "\", \"algorithm\": \"HS256\"}");
        advised("{\"token\": \"" + token + "\"}", "hmac-secret-cracked", "/signature", "critical")
                .body(not(containsString(secret)));
    }

    /** The members of POST /tokens; advice also covers requests that minting refuses. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"algorithm\":\"none\"} | alg-none | /header/alg | critical",
                "{\"algorithm\":\"hs256\"} | alg-unregistered | /header/alg | high",
                "{\"headers\":{\"alg\":null}} | alg-missing | /header/alg | critical",
                "{\"headers\":{\"b64\":false,\"crit\":[\"b64\"]}} | hdr-b64 | /header/b64 | high",
                "{\"headers\":{\"kid\":\"../x\"}} | hdr-kid-injection | /header/kid | high",
                "{\"headers\":{\"kid\":7}} | hdr-kid-injection | /header/kid | high",
                "{\"headers\":{\"typ\":[\"JWT\"]}} | hdr-typ-mismatch | /header/typ | high",
                "{\"claims\":{\"exp\":\"tomorrow\"}} | date-not-number | /payload/exp | high",
                "{\"claims\":{\"exp\":1795521600000}} | date-in-milliseconds | /payload/exp | high",
                "{\"claims\":{\"exp\":1e400}} | date-out-of-range | /payload/exp | high",
                "{\"claims\":{\"iat\":1e300}} | date-out-of-range | /payload/iat | high",
                "{\"claims\":{\"aud\":{\"a\":1}}} | aud-invalid | /payload/aud | high",
                "{\"claims\":{\"sub\":7}} | sub-missing | /payload/sub | high",
                "{\"claims\":{\"exp\":null}} | exp-missing | /payload/exp | high",
                "{\"expires_in\":\"40000d\",\"scope\":\"a\"} | lifetime-too-long | /payload/exp | critical",
                "{\"expires_in\":\"1h\",\"type\":\"id\",\"audience\":[\"a\",\"b\",\"c\",\"d\"]} | aud-multiple | /payload/aud | high",
                "{\"expires_in\":\"25h\"} | exp-outlives-key | /payload/exp | low",
                "{\"expires_in\":\"901s\"} | lifetime-too-long | /payload/exp | medium",
                "{\"type\":\"id\",\"expires_in\":\"86401s\"} | lifetime-too-long | /payload/exp | high",
                "{\"claims\":{\"iat\":-9223372036854775808}} | date-out-of-range | /payload/iat | high",
                "{\"scope\":[\"orders:*\"]} | scope-wildcard | /payload/scope | high",
                "{\"secret\":\"short\"} | hmac-secret-too-short | /key | critical",
                "{\"secret\":\"c2VjcmV0\",\"secret_encoding\":\"base64\"} | hmac-secret-well-known | /key | critical",
                "{\"key\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AQ\",\"y\":\"AQ\"}} | ec-point-invalid | /key/x | critical",
                "{} | aud-missing | /payload/aud | high"
            })
    void advisesOnATokenRequest(String spec, String rule, String where, String severity) {
        advised("{\"spec\": " + spec + "}", rule, where, severity);
    }

    @Test
    void adviceOnASpecSeesTheClaimsThatWouldBeSigned() {
        advise("{\"spec\": {\"subject\": \"alice\", \"audience\": \"https://orders.example\", \"client_id\": \"web\"}}")
                .body("kind", equalTo("access"))
                .body("counts.critical", equalTo(0))
                .body("counts.high", equalTo(0))
                .body("counts.medium", equalTo(0))
                .body("advisories.rule", not(hasItem("jti-missing")));
        advise("{\"spec\": {\"algorithm\": \"ES256\"}}").body("advisories.rule", not(hasItem("hdr-kid-missing")));
    }

    @Test
    void aLongLifetimeOutlivesAnEphemeralKey() {
        post("/tokens", "{\"type\": \"refresh\"}", 200)
                .body("advisories.findAll { it.rule == 'exp-outlives-key' }.where", hasItem("/payload/exp"))
                .body("advisories.findAll { it.rule == 'exp-outlives-key' }.observed", hasItem("30 d"));
        post("/tokens", "{\"subject\": \"alice\"}", 200).body("advisories.rule", not(hasItem("exp-outlives-key")));
        String refresh = mint("{\"refresh\": true, \"expires_in\": \"25h\"}").path("refresh_token");
        post("/tokens/refresh", "{\"refresh_token\": \"" + refresh + "\"}", 200)
                .body("advisories.rule", hasItem("exp-outlives-key"));
    }

    @Test
    void advisesOnKeysKeySetsAndSecrets() {
        advised("{\"jwk\": {\"kty\":\"EC\",\"crv\":\"P-192\"}}", "ec-curve", "/key/crv", "high")
                .body("kind", nullValue());
        advise("{\"jwk\": {\"kty\":\"XYZ\"}}").body("advisories", empty());
        advised(
                "{\"jwks\": {\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}}",
                "jwks-oct-key",
                "/jwks/keys/0",
                "critical");
        advised("{\"jwks\": {}}", "jwks-shape", "/jwks/keys", "medium");
        advised(
                "{\"secret\": \"736563726574\", \"secret_encoding\": \"hex\", \"algorithm\": \"HS512\"}",
                "hmac-secret-well-known",
                "/key",
                "critical");
        advised("{\"secret\": \"changeme\"}", "hmac-secret-too-short", "/key", "critical");
    }

    @Test
    void theContextOfTheCallerIsUsed() {
        String token = token("{\"type\": \"generic\", \"issued_at\": \"2026-01-01T00:00:00Z\"}");
        advised(
                        "{\"token\": \"" + token
                                + "\", \"now\": \"2025-12-31T00:00:00Z\", \"skew\": 30, \"kind\": \"logout\", \"issuer\": \"a\", \"audience\": \"b\"}",
                        "iat-in-future",
                        "/payload/iat",
                        "medium")
                .body("kind", equalTo("logout"))
                .body("kind_reason", containsString("request"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | ``",
                "{\"kind\":\"access\"} | ``",
                "{\"token\":\"a\",\"jwk\":{}} | ``",
                "{\"jwk\":{},\"keys\":{\"jwk\":{}}} | /keys",
                "{\"token\":\"a\",\"keys\":{}} | /keys",
                "{\"token\":\"a\",\"keys\":{\"jwk\":{},\"secret\":\"a\"}} | /keys",
                "{\"token\":\"a\",\"keys\":{\"jwk\":{},\"secret_encoding\":\"hex\"}} | /keys/secret_encoding",
                "{\"token\":\"a\",\"keys\":{\"jwk\":5}} | /keys/jwk",
                "{\"token\":\"a\",\"keys\":{\"secret\":\"xyz\",\"secret_encoding\":\"hex\"}} | /keys/secret",
                "{\"token\":\"a\",\"algorithm\":\"HS256\"} | /algorithm",
                "{\"jwk\":\"a\"} | /jwk",
                "{\"jwks\":[]} | /jwks",
                "{\"secret\":\"a\",\"secret_encoding\":\"rot13\"} | /secret_encoding",
                "{\"token\":\"a\",\"kind\":\"banknote\"} | /kind",
                "{\"token\":\"a\",\"now\":\"soon\"} | /now",
                "{\"token\":\"a\",\"skew\":\"11m\"} | /skew",
                "{\"spec\":{\"expires_in\":\"soon\"}} | /spec/expires_in",
                "{\"spec\":{\"subject\":\"a\",\"claims\":{\"sub\":\"b\"}}} | /spec/claims/sub",
                "{\"spec\":{\"key\":\"no PEM\"}} | /spec/key",
                "{\"spec\":{\"colour\":\"red\"}} | /spec/colour"
            })
    void anInvalidMemberIsNamed(String body, String pointer) {
        post("/advisories", body, 400)
                .body("code", equalTo("malformed-request"))
                .body(
                        pointer.isEmpty() ? "detail" : "errors[0].pointer",
                        pointer.isEmpty() ? containsString("") : equalTo(pointer));
    }

    @Test
    void noneOrSeveralSubjectsAreRefusedNamingThem() {
        post("/advisories", "{}", 400).body(containsString("token, spec, jwk, jwks and secret"));
    }

    @Test
    void aTokenOverTheLimitIsMalformed() {
        post("/advisories", "{\"token\": \"" + "x".repeat(70_000) + "\"}", 400)
                .body("code", equalTo("malformed-token"));
    }

    @Test
    void theCatalogueContainsRulesAndHandbook() {
        given().get("/advisories")
                .then()
                .statusCode(200)
                .body("rules", hasSize(98))
                .body("rules.rule", hasItems("alg-none", "jwks-shape"))
                .body("rules.why", everyItem(not(equalTo(""))))
                .body(
                        "handbook.topic",
                        hasItems("storage", "refresh", "revocation", "validation", "algorithms", "lifetime"))
                .body("handbook.text", hasItem(containsString("HttpOnly")))
                .body("handbook.references", everyItem(not(empty())));
        given().get("/advisories/exp-missing").then().statusCode(200).body("title", equalTo("The token never expires"));
        given().get("/advisories/no-such-rule").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void mintingAdvisesByDefaultAndExplainsOnRequest() {
        post("/tokens", "{\"audience\": \"*\"}", 200)
                .body("advisories.rule", hasItem("aud-wildcard"))
                .body("explanations", nullValue());
        String body = post("/tokens", "{\"advise\": false, \"explain\": true}", 200)
                .body("explanations.pointer", hasItems("/header/alg", "/payload/iss"))
                .extract()
                .asString();
        assertThat(body).doesNotContain("\"advisories\"");
        post("/tokens", "{\"secret\": \"documentation-only-secret-of-32-bytes-or-more!\"}", 200)
                .body("advisories.rule", hasItem("hmac-secret-well-known"));
    }

    @Test
    void decodingExplainsAndAdvises() {
        List<String> values = post("/tokens/decode", "{\"token\": \"" + token("{\"subject\": \"alice\"}") + "\"}", 200)
                .body("explanations.find { it.pointer == '/payload/sub' }.reference", equalTo("RFC 7519 4.1.2"))
                .body("advisories.rule", hasItem("aud-missing"))
                .extract()
                .path("explanations.findAll { it.name == 'exp' }.value");
        assertThat(values.get(0)).contains("Z, in 1");
        assertThat(post("/tokens/decode", "{\"explain\": false, \"token\": \"" + UNSIGNED + "\"}", 200)
                        .extract()
                        .asString())
                .doesNotContain("\"explanations\"");
    }

    /** A weak key as PEM or JWK leads to a verdict, not to an error. */
    @Test
    void verifyingWithARejectedKeyReturnsAVerdict() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        RSAPublicKey key = (RSAPublicKey) generator.generateKeyPair().getPublic();
        String pem = "-----BEGIN PUBLIC KEY-----\\n" + Base64.getEncoder().encodeToString(key.getEncoded())
                + "\\n-----END PUBLIC KEY-----";
        String n = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.getModulus().toByteArray());
        post("/tokens/verify", "{\"token\": \"" + token("{}") + "\", \"key\": \"" + pem + "\"}", 200)
                .body("valid", equalTo(false));
        post(
                        "/tokens/verify",
                        "{\"token\": \"" + token("{}") + "\", \"key\": {\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"" + n
                                + "\"}}",
                        200)
                .body("valid", equalTo(false))
                .body("advisories.find { it.rule == 'rsa-size' }.severity", equalTo("high"));
    }

    @Test
    void verifyingAdvisesOnTheTokenAndItsKeys() {
        String token = token("{\"secret\": \"documentation-only-secret-of-32-bytes-or-more!\"}");
        post("/tokens/verify", "{\"token\": \"" + token + "\"}", 200)
                .body("valid", equalTo(false))
                .body("advisories.rule", hasItem("hmac-secret-cracked"));
        post(
                        "/tokens/verify",
                        "{\"token\": \"" + token
                                + "\", \"secret\": \"documentation-only-secret-of-32-bytes-or-more!\"}",
                        200)
                .body("signature.valid", equalTo(true))
                .body("advisories.rule", hasItem("hmac-secret-well-known"));
        post("/tokens/verify", "{\"token\": \"" + "x".repeat(70_000) + "\"}", 200)
                .body("advisories", empty());
    }
}
