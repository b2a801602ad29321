package dev.mintmark.http.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.mintmark.http.limit.HttpTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RefreshResourceTest extends HttpTest {

    @Test
    void aPairSharesOneFamilyAndTheRefreshTokenHasItsOwnType() {
        Response pair =
                mint("{\"subject\": \"alice\", \"audience\": \"api\", \"client_id\": \"web\", \"refresh\": true}");
        pair.then().body("refresh_expires_in", equalTo(30 * 24 * 3600)).body("expires_in", equalTo(900));

        Response refresh = post("/tokens/decode", "{\"token\": " + quoted(pair.path("refresh_token")) + "}", 200)
                .body("header.typ", equalTo("refresh+jwt"))
                .body("payload.aud", equalTo("http://localhost:8080"))
                .body("payload.sub", equalTo("alice"))
                .body("payload.client_id", equalTo("web"))
                .body("payload.sid", equalTo(pair.path("claims.sid")))
                .body("kind", equalTo("refresh"))
                .extract()
                .response();
        assertThat(refresh.<String>path("payload.jti")).isNotEqualTo(pair.path("id"));
        assertThat(mint("{}").<Object>path("refresh_token")).isNull();
    }

    @Test
    void aNewAccessTokenKeepsEverythingExceptIdAndTimes() {
        Response pair = mint("""
            {"algorithm": "ES256", "subject": "alice", "audience": ["one", "two"], "scope": "a b", "roles": ["r"],
             "permissions": ["p"], "groups": ["g"], "tenant": "acme", "client_id": "web", "expires_in": "5m",
             "issued_at": "-1m", "not_before": "-1m", "claims": {"plan": {"n": 1.50, "no": null}},
             "headers": {"typ": "at+jwt", "x-y": 1}, "refresh": true}\
            """);
        Map<String, Object> before = pair.path("claims");
        Response fresh = refresh(pair, "", 200).extract().response();
        Map<String, Object> after = fresh.path("claims");

        assertThat(after.keySet()).isEqualTo(minus(before, "nbf").keySet());
        assertThat(minus(after, "iat", "exp", "jti")).isEqualTo(minus(before, "iat", "exp", "jti", "nbf"));
        assertThat(after.get("jti")).isNotEqualTo(before.get("jti"));
        assertThat((Integer) after.get("iat")).isGreaterThan((Integer) before.get("iat"));
        fresh.then()
                .header("Cache-Control", "no-store")
                .body("expires_in", equalTo(300))
                .body("algorithm", equalTo("ES256"))
                .body("header", equalTo(pair.path("header")))
                .body("advisories", not(nullValue()))
                .body("refresh_expires_in", lessThanOrEqualTo(30 * 24 * 3600 - 60));
        verify(fresh.path("token")).body("valid", equalTo(true));
        refresh(fresh, "", 200);
    }

    @Test
    void aRemovedClaimStaysRemoved() {
        Response pair = mint("{\"claims\": {\"exp\": null, \"iss\": null, \"x\": null}, \"refresh\": true}");

        refresh(pair, "", 200)
                .body("expires_at", nullValue())
                .body("claims", not(hasKey("iss")))
                .body("claims", hasKey("x"));
    }

    @Test
    void scopeAndAudienceCanBeReducedForOneTokenAndNotExtended() {
        Response pair = mint("{\"scope\": \"a b\", \"audience\": [\"one\", \"two\"], \"refresh\": true}");

        error(pair, ", \"scope\": \"a c\"").body("errors.code", contains("insufficient_scope"));
        error(pair, ", \"audience\": \"three\"").body("errors.code", contains("audience_mismatch"));
        error(pair, ", \"audience\": []").body("errors.pointer", contains("/audience"));
        Response less = refresh(pair, ", \"scope\": [\"b\"], \"audience\": \"two\"", 200)
                .body("claims.scope", equalTo("b"))
                .body("claims.aud", equalTo("two"))
                .extract()
                .response();
        refresh(less, "", 200).body("claims.scope", equalTo("a b")).body("claims.aud", contains("one", "two"));
        refresh(mint("{\"scope\": \"a\", \"refresh\": true}"), ", \"scope\": \"\"", 200)
                .body("claims", not(hasKey("scope")));
    }

    @Test
    void reuseRevokesTheWholeFamily() {
        Response pair = mint("{\"subject\": \"alice\", \"refresh\": true}");
        Response next = refresh(pair, "", 200).extract().response();
        verify(pair.path("refresh_token"))
                .body("valid", equalTo(false))
                .body("checks.find { it.check == 'revocation' }.actual.revocation", equalTo("redemption"));
        verify(pair.path("token")).body("valid", equalTo(true));

        error(pair, "").body("errors.code", contains("reused"));

        error(pair, "").body("errors.code", contains("revoked"));
        error(next, "").body("errors.code", contains("revoked"));
        for (String token : new String[] {pair.path("token"), next.path("token"), next.path("refresh_token")}) {
            verify(token)
                    .body("valid", equalTo(false))
                    .body("signature.valid", equalTo(true))
                    .body("checks.findAll { it.status == 'failed' }.code", contains("revoked"))
                    .body("checks.find { it.check == 'revocation' }.actual.revocation", equalTo("family"))
                    .body("checks.find { it.check == 'revocation' }.pointer", equalTo("/payload/sid"));
        }
        verify(mint("{\"subject\": \"alice\", \"refresh\": true}").path("token"))
                .body("valid", equalTo(true));
    }

    @Test
    void anInvalidRefreshTokenIsRejectedWithTheReasons() {
        Response pair = mint("{\"refresh\": true}");
        String genuine = pair.path("refresh_token");
        reasons(pair.path("token")).body("errors.code", hasItem("type_mismatch"));
        reasons("rubbish").body("errors.code", contains("malformed"));
        reasons(genuine.substring(0, genuine.length() - 8) + "AAAAAAAA")
                .body("errors.code", contains("signature_invalid"));
        reasons(token("{\"secret\": \"documentation-only-secret-of-32-bytes-or-more!\"}"))
                .body("code", equalTo("refresh-rejected"));
        String forged = token("""
            {"claims": {"typ": "Refresh", "sid": "x", "grant": {"end": 9999999999, "alg": "RS256", "claims": {}}},
             "audience": "http://localhost:8080"}\
            """);
        reasons(forged).body("errors.code", contains("type_mismatch"));
        reasons(mint("{\"issued_at\": \"-31d\", \"refresh\": true}").path("refresh_token"))
                .body("errors.code", containsInAnyOrder("expired"));
        refresh(pair, "", 200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"refresh": true, "secret": "documentation-only-secret-of-32-bytes-or-more!"} | 400 | /refresh
        {"refresh": true, "type": "id"}                                               | 400 | /refresh
        {"refresh": true, "claims": {"sid": "mine"}}                                  | 400 | /claims/sid
        {"refresh": true, "headers": {"typ": "Application/Refresh+JWT"}}              | 422 | /headers/typ
        {"refresh": "yes"}                                                            | 400 | /refresh\
        """)
    void refreshIsAllowedOnlyForAccessTokensOfTheService(String body, int status, String pointer) {
        post("/tokens", body, status).body("errors.pointer", contains(pointer));
    }

    @Test
    void aStandaloneRefreshTokenIsRedeemedForItsAccessToken() {
        Response minted = mint("""
            {"type": "refresh", "algorithm": "ES256", "subject": "alice", "audience": ["one", "two"], "scope": "a b",
             "client_id": "web", "claims": {"plan": "gold", "grant": {"alg": "none"}}, "headers": {"typ": "at+jwt"},
             "issued_at": "-10m", "expires_in": "1h"}\
            """);
        minted.then()
                .body("token_type", equalTo("N_A"))
                .body("type", equalTo("refresh"))
                .body("header.typ", equalTo("refresh+jwt"))
                .body("claims.aud", equalTo("http://localhost:8080"))
                .body("claims.sub", equalTo("alice"))
                .body("claims", not(hasKey("scope")))
                .body("claims.grant.alg", equalTo("ES256"))
                .body("expires_in", equalTo(3000))
                .body("$", not(hasKey("refresh_token")));

        refresh(minted, ", \"scope\": \"a c\"", 400).body("code", equalTo("refresh-rejected"));
        Response fresh = refresh(minted, "", 200)
                .body("header.typ", equalTo("at+jwt"))
                .body("algorithm", equalTo("ES256"))
                .body("claims.aud", contains("one", "two"))
                .body("claims.scope", equalTo("a b"))
                .body("claims.client_id", equalTo("web"))
                .body("claims.plan", equalTo("gold"))
                .body("claims.sid", equalTo(minted.path("claims.sid")))
                .body("expires_in", equalTo(900))
                .extract()
                .response();
        verify(fresh.path("token")).body("valid", equalTo(true));
        refresh(fresh, "", 200);
        error(minted, "").body("errors.code", contains("reused"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "issued_at": "-2h", "expires_in": "1h"           | expired
        "issued_at": "-2h", "expires_at": "-1h"          | expired
        "issued_at": "-31d"                              | expired
        "not_before": "+1h"                              | not_yet_valid
        "issued_at": "+1h"                               | claim_invalid\
        """)
    void aStandaloneRefreshTokenHasItsOwnTimes(String times, String code) {
        error(mint("{\"type\": \"refresh\", " + times + "}"), "").body("errors.code", contains(code));
    }

    @Test
    void aStandaloneRefreshTokenHasItsOwnId() {
        String id = java.util.UUID.randomUUID().toString();
        Response minted = mint("{\"type\": \"refresh\", \"claims\": {\"jti\": \"" + id + "\"}}");
        minted.then().body("id", equalTo(id));
        refresh(minted, "", 200).body("id", not(equalTo(id)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "secret": "documentation-only-secret-of-32-bytes-or-more!" | 400 | /type
        "refresh": true                                            | 400 | /refresh
        "claims": {"sid": "mine"}                                  | 400 | /claims/sid
        "claims": {"exp": null}                                    | 422 | /claims/exp
        "claims": {"iat": null}                                    | 422 | /claims/iat
        "claims": {"jti": null}                                    | 422 | /claims/jti
        "expires_in": "31d"                                        | 422 | /expires_in
        "expires_at": "+31d"                                       | 422 | /expires_in
        "issued_at": "-31d", "expires_in": "32d"                   | 422 | /expires_in
        "headers": {"typ": "refresh+jwt"}                          | 422 | /headers/typ\
        """)
    void aStandaloneRefreshTokenThatCouldNotBeRedeemedIsRefused(String more, int status, String pointer) {
        post("/tokens", "{\"type\": \"refresh\", " + more + "}", status).body("errors.pointer", contains(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"refresh_token\": null}", "{\"refresh_token\": 1}"})
    void theRefreshTokenIsRequired(String body) {
        post("/tokens/refresh", body, 400).body("code", equalTo("malformed-request"));
    }

    @Test
    void tooManyClaimsForARefreshTokenAreRefused() {
        String many = "{\"refresh\": true, \"advise\": false, \"claims\": {\"x\": \"%s\"}}";
        // The access token is just small enough, and the refresh token carries more.
        post("/tokens", many.formatted("y".repeat(48_500)), 422).body("errors.pointer", contains("/refresh"));
        post("/tokens", many.formatted("y".repeat(60_000)), 422).body("errors.pointer", contains("/claims"));
    }

    private static ValidatableResponse refresh(Response pair, String more, int status) {
        return post("/tokens/refresh", "{\"refresh_token\": " + quoted(refreshToken(pair)) + more + "}", status);
    }

    /** With an access token, or standalone. */
    private static String refreshToken(Response minted) {
        String beside = minted.path("refresh_token");
        return beside == null ? minted.path("token") : beside;
    }

    private static ValidatableResponse error(Response pair, String more) {
        return refresh(pair, more, 400).body("code", equalTo("refresh-rejected"));
    }

    private static ValidatableResponse reasons(String token) {
        return post("/tokens/refresh", "{\"refresh_token\": " + quoted(token) + "}", 400)
                .body("code", equalTo("refresh-rejected"));
    }

    static ValidatableResponse verify(String token) {
        return post("/tokens/verify", "{\"token\": " + quoted(token) + "}", 200);
    }

    private static Map<String, Object> minus(Map<String, Object> claims, String... names) {
        Map<String, Object> rest = new java.util.HashMap<>(claims);
        rest.keySet().removeAll(java.util.List.of(names));
        return rest;
    }
}
