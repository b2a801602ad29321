package dev.mintmark.http.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.mintmark.http.limit.HttpTest;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.Pem;
import dev.mintmark.jose.UnverifiedJws;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
public class TokensResourceTest extends HttpTest {
    public static final String SECRET = "documentation-only-secret-of-32-bytes-or-more!";

    @Test
    void anEmptyObjectMintsAnAccessTokenWithTheDefaults() {
        post("/tokens", "{}", 200)
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("type", equalTo("access"))
                .body("algorithm", equalTo("RS256"))
                .body("expires_in", equalTo(900))
                .body("header.typ", equalTo("JWT"))
                .body("claims.iss", equalTo("http://localhost:8080"))
                .body("claims", not(hasKey("sub")))
                .body("claims", not(hasKey("aud")))
                .body("id", notNullValue());
    }

    @Test
    void everyMemberBecomesItsClaim() {
        Response minted = mint("""
            {"type": "access", "algorithm": "ES256", "issuer": "https://issuer.example", "subject": "alice",
             "audience": ["one"], "expires_in": "1h", "not_before": 1000, "issued_at": "-30s",
             "scope": ["read", "write"], "roles": ["r"], "permissions": ["p"], "groups": ["g"],
             "tenant": "acme", "client_id": "web", "claims": {"plan": "gold"}, "headers": {"typ": "at+jwt"}}\
            """);
        minted.then()
                .body("claims.iss", equalTo("https://issuer.example"))
                .body("claims.sub", equalTo("alice"))
                .body("claims.aud", contains("one"))
                .body("claims.nbf", equalTo(1000))
                .body("claims.scope", equalTo("read write"))
                .body("claims.roles", contains("r"))
                .body("claims.permissions", contains("p"))
                .body("claims.groups", contains("g"))
                .body("claims.tenant", equalTo("acme"))
                .body("claims.client_id", equalTo("web"))
                .body("claims.plan", equalTo("gold"))
                .body("header.typ", equalTo("at+jwt"));
        int issuedAt = minted.path("issued_at");
        assertThat(minted.<Integer>path("expires_at") - issuedAt).isEqualTo(3600);
        assertThat(minted.<Integer>path("expires_in")).isBetween(3560, 3570);
    }

    @ParameterizedTest
    @EnumSource
    void everyAlgorithmSignsWhatTheServiceVerifies(Algorithm algorithm) {
        String token = token("{\"algorithm\": \"" + algorithm.joseName() + "\"}");
        post("/tokens/verify", "{\"token\": \"" + token + "\"}", 200)
                .body("valid", equalTo(true))
                .body("signature.algorithm", equalTo(algorithm.joseName()));
    }

    @ParameterizedTest
    @EnumSource
    void aCallersKeySignsAndIsNotEchoed(Algorithm algorithm) {
        Jwk jwk = GeneratedKey.of(algorithm);
        String key = jwk.insecurePrivateJson().toString();
        Response minted = mint("{\"key\": " + key + "}");
        assertThat(minted.<String>path("algorithm")).isEqualTo(algorithm.joseName());
        assertThat(minted.asString())
                .doesNotContain(jwk.insecurePrivateJson()
                        .path(jwk.isSecret() ? "k" : "d")
                        .asText());
        String verifier = jwk.isSecret() ? key : quoted(Pem.publicText(jwk));
        post("/tokens/verify", "{\"token\": \"" + minted.path("token") + "\", \"key\": " + verifier + "}", 200)
                .body("valid", equalTo(true));
    }

    @Test
    void theNameEd25519IsWrittenWhereItIsAskedFor() {
        mint("{\"algorithm\": \"Ed25519\"}")
                .then()
                .body("algorithm", equalTo("Ed25519"))
                .body("header.alg", equalTo("Ed25519"));
    }

    @Test
    void nullRemovesADefaultClaimAndIsAValueElsewhere() {
        mint("{\"claims\": {\"exp\": null, \"jti\": null, \"nothing\": null}, \"headers\": {\"typ\": null, \"kid\":"
                        + " null}}")
                .then()
                .body("expires_at", nullValue())
                .body("expires_in", nullValue())
                .body("id", nullValue())
                .body("claims", not(hasKey("exp")))
                .body("claims", hasEntry("nothing", null))
                .body("header", not(hasKey("typ")))
                .body("key_id", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.10", "1E+400", "12345678901234567890123", "0.1", "-0.0", "1e2"})
    void aNumberIsPreservedExactly(String number) {
        String token = token("{\"claims\": {\"n\": " + number + "}}");
        String payload = new String(UnverifiedJws.parse(token).unverifiedPayload(), StandardCharsets.UTF_8);
        String written = payload.replaceAll(".*\"n\":([^,}]+).*", "$1");
        assertThat(new java.math.BigDecimal(written)).isEqualTo(new java.math.BigDecimal(number));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"type": "opaque"}                                         | 400 | /type
        {"algorithm": "none"}                                      | 400 | /algorithm
        {"algorithm": "rs256"}                                     | 400 | /algorithm
        {"expires_in": "soon"}                                     | 400 | /expires_in
        {"expires_in": -1}                                         | 400 | /expires_in
        {"expires_in": "PT0.5S"}                                   | 400 | /expires_in
        {"expires_in": 60, "expires_at": "+5m"}                    | 400 | /expires_in
        {"expires_at": "yesterday"}                                | 400 | /expires_at
        {"issued_at": 999999999999999}                             | 400 | /issued_at
        {"audience": [1]}                                          | 400 | /audience
        {"scope": "a\\"b"}                                         | 400 | /scope
        {"issuer": " "}                                            | 400 | /issuer
        {"subject": "a", "claims": {"sub": "b"}}                   | 400 | /claims/sub
        {"claims": {"exp": "tomorrow"}}                            | 400 | /claims/exp
        {"claims": {"iat": 1.5}}                                   | 400 | /claims/iat
        {"claims": {"iss": 5}}                                     | 400 | /claims/iss
        {"headers": {"kid": 5}}                                    | 400 | /headers/kid
        {"secret": "x", "key": "y"}                                | 400 | /secret
        {"secret": "zz", "secret_encoding": "hex"}                 | 400 | /secret
        {"secret": "zz", "secret_encoding": "rot13"}               | 400 | /secret_encoding
        {"secret_encoding": "hex"}                                 | 400 | /secret_encoding
        {"key": "-----BEGIN PUBLIC KEY-----"}                      | 400 | /key
        {"key": {"kty": "XYZ"}}                                    | 400 | /key
        {"key_id": "a", "secret": "documentation-only-secret-of-32-bytes-or-more!"} | 400 | /key_id
        {"secret": "too short"}                                    | 422 | /secret
        {"secret": "documentation-only-secret-of-32-bytes-or-more!", "algorithm": "ES256"} | 400 | /secret
        {"secret": "documentation-only-secret-of-32-bytes-or-more!", "algorithm": "HS512"} | 422 | /secret
        {"key_id": "no-such-key"}                                  | 422 | /key_id
        {"expires_in": "40000d"}                                   | 422 | /expires_in
        {"headers": {"alg": "none"}}                               | 422 | /headers/alg
        {"headers": {"b64": false}}                                | 422 | /headers/b64
        {"headers": {"crit": ["exp"]}}                             | 422 | /headers/crit
        {"headers": {"typ": "Refresh+JWT"}}                        | 422 | /headers/typ
        """)
    void anInvalidMemberIsRefusedWithItsPointer(String body, int status, String pointer) {
        post("/tokens", body, status).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void aKeyIdAndAnotherAlgorithmContradictEachOther() {
        String keyId = mint("{\"algorithm\": \"ES256\"}").path("key_id");
        mint("{\"key_id\": \"" + keyId + "\"}").then().body("algorithm", equalTo("ES256"));
        post("/tokens", "{\"key_id\": \"" + keyId + "\", \"algorithm\": \"RS256\"}", 400)
                .body("errors[0].pointer", equalTo("/algorithm"));
    }

    @Test
    void aPublicKeyATruncatedOneAndAMismatchedOneAreRefused() {
        Jwk jwk = GeneratedKey.of(Algorithm.ES256);
        String pem = Pem.insecurePrivateText(jwk);
        post("/tokens", "{\"key\": " + quoted(Pem.publicText(jwk)) + "}", 400);
        post("/tokens", "{\"key\": " + jwk.publicJson() + "}", 400);
        post("/tokens", "{\"key\": " + quoted(pem.substring(0, pem.length() / 2)) + "}", 400);
        post("/tokens", "{\"key\": " + quoted(pem) + ", \"algorithm\": \"ES384\"}", 400);
        var halves = GeneratedKey.of(Algorithm.ES256)
                .insecurePrivateJson()
                .put("d", jwk.insecurePrivateJson().path("d").asText());
        post("/tokens", "{\"key\": " + halves + "}", 400);
    }

    @Test
    void aTokenTooLargeToVerifyIsNotMinted() {
        String large = "x".repeat(50_000);
        post("/tokens", "{\"claims\": {\"x\": \"" + large + "\"}}", 422)
                .body("code", equalTo("policy-violation"))
                .body("errors[0].pointer", equalTo("/claims"))
                .body("detail", org.hamcrest.Matchers.containsString("65536"));
        post("/tokens/batch", "{\"count\": 1, \"spec\": {\"claims\": {\"x\": \"" + large + "\"}}}", 422);
        post("/tokens", "{\"roles\": [" + "\"r\",".repeat(1000) + "\"r\"]}", 400)
                .body("errors[0].pointer", equalTo("/roles"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/jwt", "text/plain", "Text/Plain;q=0.5"})
    void oneRangeThatAsksForItGetsTheBareToken(String accept) {
        Response response =
                given().contentType(ContentType.JSON).accept(accept).body("{}").post("/tokens");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWithIgnoringCase(accept.split(";")[0]);
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.asString()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }

    /** As sent by curl, axios and RestTemplate. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json, text/plain, */*",
                "text/plain, application/json, application/*+json, */*",
                "text/plain, application/jwt",
                "text/*"
            })
    void anyOtherAcceptGetsJson(String accept) {
        Response response =
                given().contentType(ContentType.JSON).accept(accept).body("{}").post("/tokens");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("application/json");
        assertThat(response.<String>path("token")).isNotEmpty();
    }

    @Test
    void aBareTokenHasNoRoomForARefreshToken() {
        Response response = given().contentType(ContentType.JSON)
                .accept("application/jwt")
                .body("{\"refresh\": true}")
                .post("/tokens");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.<String>path("errors[0].pointer")).isEqualTo("/refresh");
    }

    @Test
    void oneRolePermissionOrGroupMayBeAString() {
        Response response = post(
                        "/tokens", "{\"roles\": \"admin\", \"permissions\": \"read\", \"groups\": \"staff\"}", 200)
                .extract()
                .response();
        assertThat(response.<List<String>>path("claims.roles")).containsExactly("admin");
        assertThat(response.<List<String>>path("claims.permissions")).containsExactly("read");
        assertThat(response.<List<String>>path("claims.groups")).containsExactly("staff");
    }
}
