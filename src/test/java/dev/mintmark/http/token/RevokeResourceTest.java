package dev.mintmark.http.token;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.mintmark.http.limit.HttpTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RevokeResourceTest extends HttpTest {

    @Test
    void aTokenIsRevokedAndRevokingItAgainSucceeds() {
        Response minted = mint("{\"expires_in\": \"1h\"}");
        String body = "{\"token\": " + quoted(minted.path("token")) + "}";
        int exp = minted.path("expires_at");

        int since = post("/tokens/revoke", body, 200)
                .header("Cache-Control", "no-store")
                .body("revocation", equalTo("token"))
                .body("remembered_until", equalTo(exp + 600))
                .body("", not(hasKey("issued_before")))
                .extract()
                .path("since");
        post("/tokens/revoke", body, 200).body("since", equalTo(since));

        revoked(minted.path("token"), "token", "/payload/jti")
                .body("checks.find { it.check == 'revocation' }.actual.since", equalTo(since));
        RefreshResourceTest.verify(token("{}")).body("valid", equalTo(true));
    }

    @Test
    void aRevokedTokenKeepsItsSignature() {
        String token = token("{}");
        post("/tokens/revoke", "{\"token\": " + quoted(token) + "}", 200);

        post("/tokens/verify", "{\"mode\": \"signature\", \"token\": " + quoted(token) + "}", 200)
                .body("valid", equalTo(true));
    }

    @Test
    void anExpiredTokenMayBeRevoked() {
        String token = token("{\"issued_at\": \"-2h\"}");
        post("/tokens/revoke", "{\"token\": " + quoted(token) + "}", 200).body("revocation", equalTo("token"));
    }

    @Test
    void aTokenWithoutExpIsRememberedForTheMaximumLifetime() {
        Response minted = mint("{\"claims\": {\"exp\": null}}");
        int iat = minted.path("issued_at");

        post("/tokens/revoke", "{\"token\": " + quoted(minted.path("token")) + "}", 200)
                .body("remembered_until", greaterThan(iat + 3650 * 24 * 3600));
        revoked(minted.path("token"), "token", "/payload/jti");
    }

    @Test
    void revokingARefreshTokenRevokesItsFamily() {
        Response pair = mint("{\"refresh\": true}");

        post("/tokens/revoke", "{\"token\": " + quoted(pair.path("refresh_token")) + "}", 200)
                .body("revocation", equalTo("family"));

        revoked(pair.path("token"), "family", "/payload/sid");
        post("/tokens/refresh", "{\"refresh_token\": " + quoted(pair.path("refresh_token")) + "}", 400)
                .body("errors.code", contains("revoked"));
    }

    @Test
    void anIdIsRevokedOnlyForItsIssuer() {
        String id = UUID.randomUUID().toString();
        String ours = token("{\"claims\": {\"jti\": \"" + id + "\"}}");
        String other = token("{\"issuer\": \"https://other.example\", \"claims\": {\"jti\": \"" + id + "\"}}");

        post("/tokens/revoke", "{\"id\": \"" + id + "\"}", 200).body("revocation", equalTo("token"));
        revoked(ours, "token", "/payload/jti");
        RefreshResourceTest.verify(other).body("valid", equalTo(true));

        post("/tokens/revoke", "{\"issuer\": \"https://other.example\", \"id\": \"" + id + "\"}", 200);
        revoked(other, "token", "/payload/jti");
    }

    @Test
    void aSubjectIsLoggedOutEverywhereUpToNow() {
        String subject = UUID.randomUUID().toString();
        Response pair = mint("{\"refresh\": true, \"subject\": \"" + subject + "\"}");
        String ageless = token("{\"claims\": {\"iat\": null}, \"subject\": \"" + subject + "\"}");
        String later = token("{\"issued_at\": \"+30s\", \"subject\": \"" + subject + "\"}");

        post("/tokens/revoke", "{\"subject\": \"" + subject + "\"}", 200).body("revocation", equalTo("subject"));

        revoked(pair.path("token"), "subject", "/payload/sub");
        revoked(ageless, "subject", "/payload/sub");
        post("/tokens/refresh", "{\"refresh_token\": " + quoted(pair.path("refresh_token")) + "}", 400)
                .body("errors.code", contains("revoked"));
        RefreshResourceTest.verify(later).body("valid", equalTo(true));
    }

    @Test
    void revokingASubjectRevokesTokensIssuedAtOrBeforeTheTime() {
        String subject = UUID.randomUUID().toString();
        String old = token("{\"issued_at\": \"-10m\", \"subject\": \"" + subject + "\"}");
        Response younger = mint("{\"issued_at\": \"-5m\", \"subject\": \"" + subject + "\"}");

        post("/tokens/revoke", "{\"issued_before\": \"-6m\", \"subject\": \"" + subject + "\"}", 200);
        revoked(old, "subject", "/payload/sub");
        RefreshResourceTest.verify(younger.path("token")).body("valid", equalTo(true));

        int iat = younger.path("issued_at");
        String same = "{\"issued_before\": " + iat + ", \"subject\": \"" + subject + "\"}";
        post("/tokens/revoke", same, 200).body("issued_before", equalTo(iat));
        revoked(younger.path("token"), "subject", "/payload/sub");
        post("/tokens/revoke", "{\"issued_before\": \"-1h\", \"subject\": \"" + subject + "\"}", 200)
                .body("issued_before", equalTo(iat));
        revoked(younger.path("token"), "subject", "/payload/sub");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                  | ``
            {"id": "1", "subject": "a"}                         | ``
            {"token": "a.b.c", "id": "1"}                       | ``
            {"token": "a.b.c", "issuer": "https://a.example"}   | /issuer
            {"id": "1", "issued_before": "now"}                 | /issued_before
            {"id": "1", "issuer": " "}                          | /issuer
            {"id": ""}                                          | /id
            {"subject": ""}                                     | /subject
            {"subject": "a", "issued_before": "+1h"}            | /issued_before
            {"subject": "a", "issued_before": "soon"}           | /issued_before""", quoteCharacter = '`')
    void whatCannotBeUnderstoodIsA400(String body, String pointer) {
        post("/tokens/revoke", body, 400).body("errors.pointer", contains(pointer));
    }

    @Test
    void aPastedTokenIsRevoked() {
        String token = token("{\"subject\": \"alice\"}");
        post("/tokens/revoke", "{\"token\": " + quoted("Authorization: Bearer " + token) + "}", 200);
        post("/tokens/verify", "{\"token\": " + quoted(token) + "}", 200).body("valid", equalTo(false));
        post("/tokens/revoke", "{\"token\": \"8d3c1f7e-52b4-4c0f-9a86-1e0b7c5d2f43\"}", 400)
                .body("detail", containsString("opaque"));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        post("/tokens/revoke", "{\"token\": \"rubbish\"}", 400).body("code", equalTo("malformed-token"));
        String foreign = token("{\"secret\": \"documentation-only-secret-of-32-bytes-or-more!\"}");
        String nameless = token("{\"claims\": {\"jti\": null}}");
        for (String token : new String[] {foreign, nameless}) {
            post("/tokens/revoke", "{\"token\": " + quoted(token) + "}", 422)
                    .body("errors.pointer", contains("/token"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "two words", "a\\nb", "?", "\\u0000", "[a-z]*"})
    void anIdIsTreatedAsData(String id) {
        post("/tokens/revoke", "{\"id\": \"" + id + "\"}", 200);
        RefreshResourceTest.verify(token("{\"claims\": {\"jti\": \"abc\"}}")).body("valid", equalTo(true));
        revoked(token("{\"claims\": {\"jti\": \"" + id + "\"}}"), "token", "/payload/jti");
    }

    @Test
    void anIdOfTenKilobytesIsRefusedByItsLength() {
        post("/tokens/revoke", "{\"id\": \"" + "x".repeat(10_240) + "\"}", 400).body("errors.pointer", contains("/id"));
    }

    private static ValidatableResponse revoked(String token, String kind, String pointer) {
        return RefreshResourceTest.verify(token)
                .body("valid", equalTo(false))
                .body("checks.findAll { it.status == 'failed' }.check", contains("revocation"))
                .body("checks.find { it.check == 'revocation' }.actual.revocation", equalTo(kind))
                .body("checks.find { it.check == 'revocation' }.pointer", equalTo(pointer));
    }
}
