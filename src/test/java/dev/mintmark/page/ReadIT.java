package dev.mintmark.page;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Test;

/** The view Read. */
@QuarkusIntegrationTest
class ReadIT extends PageTesting {
    private static final String SECRET = "a-secret-of-more-than-thirty-two-bytes-for-tests";

    @Test
    void everyFieldDateAndCheckIsShown() {
        page.open("token=" + mint("{\"subject\": \"ada\", \"audience\": \"https://orders.example\"}"));
        awaitVerdict("read", "valid");
        assertThat(page.text("read-view token-part.of-payload")).contains("ada").contains("RFC 7519 4.1.2");
        assertThat(page.text("read-view token-part.of-header")).contains("alg").contains("kid");
        assertThat(page.text("read-view token-part.of-signature")).contains("256 bytes");
        assertThat(page.text("time-line")).contains("iat").contains("exp").contains("now");
        assertThat(page.all("check-list li")).hasSize(17);
        assertThat(page.js("return document.querySelector('check-list li[data-check=audience]').textContent"))
                .asString()
                .contains("skipped")
                .contains("No audience is expected");
    }

    @Test
    void expectationsAreChecked() {
        page.open("read");
        read(mint("{\"audience\": \"https://orders.example\", \"scope\": \"orders:read\"}"));
        awaitVerdict("read", "valid");
        page.one("read-view details summary").click();
        page.write(page.field("read", "audience"), "https://billing.example");
        awaitVerdict("read", "invalid");
        assertThat(page.text("check-list .check-failed"))
                .contains("audience_mismatch")
                .contains("https://billing.example")
                .contains("https://orders.example");
        page.write(page.field("read", "audience"), "https://orders.example");
        awaitVerdict("read", "valid");
        page.write(page.field("read", "leeway"), "700");
        page.await(() -> page.exists("form-field[data-pointer='/expect/leeway'] .field-error:not([hidden])"));
    }

    @Test
    void verifiesWithAPastedSecretAndWithPastedKeys() {
        page.open("read");
        read(mint("{\"algorithm\": \"HS256\", \"secret\": \"" + SECRET + "\"}"));
        awaitVerdict("read", "foreign");
        page.field("read", "a secret").click();
        page.write(page.field("read", "secret"), SECRET);
        awaitVerdict("read", "valid");

        page.field("read", "JWKS, JWK or PEM").click();
        String token = mint("{\"algorithm\": \"ES256\"}");
        read(token);
        page.write(page.field("read", "public keys"), get("/keys/jwks").asString());
        awaitVerdict("read", "valid");
        String keyId = get("/keys").path("keys.find { it.algorithm == 'ES256' }.key_id");
        page.write(page.field("read", "public keys"), "half a key");
        page.await(() -> page.exists("form-field[data-pointer='/key'] .field-error:not([hidden])"));
        page.write(
                page.field("read", "public keys"),
                given().accept("application/x-pem-file").get("/keys/" + keyId).asString());
        awaitVerdict("read", "valid");
        page.write(page.field("read", "public keys"), get("/keys/" + keyId).asString());
        awaitVerdict("read", "valid");
    }

    @Test
    void brokenAndForeignTokensAreShownAsFarAsPossible() {
        page.open("read");
        read("this-is-not-a-token");
        page.awaitText("read-result problem-note", "Not accepted");
        awaitVerdict("read", "invalid");
        assertThat(page.exists("read-result [data-rule=token-malformed]")).isTrue();

        read("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.");
        page.await(() -> page.exists("read-result [data-rule=alg-none]"));
        assertThat(page.text("read-view token-part.of-signature")).contains("None");
        assertThat(page.text("time-line")).contains("no date");
    }

    @Test
    void partAndMeaningPointToEachOther() {
        page.open("read");
        read(mint("{\"subject\": \"ada\"}"));
        awaitVerdict("read", "valid");
        page.js(
                "document.querySelector(\"read-view tr[data-pointer='/payload/sub']\").scrollIntoView({block: 'center'})");
        page.hover("read-view tr[data-pointer='/payload/sub'] .value");
        assertThat(page.exists("code-field .part-payload.lit")).isTrue();
        assertThat(page.exists("tr.lit[data-pointer='/payload/sub']")).isTrue();
        page.js("scrollTo(0, 0)");
        page.hover("read-view code-field textarea");
        page.await(() -> page.exists("token-part.lit"));
    }

    @Test
    void clearingTheTokenClearsTheView() {
        page.open("read");
        read(mint("{\"subject\": \"ada\"}"));
        awaitVerdict("read", "valid");
        page.press("read", "Clear");
        awaitVerdict("read", "none");
        assertThat(page.text("read-view")).contains("Nothing to read yet").doesNotContain("ada");
        page.go("make");
        awaitVerdict("make", "valid");
        page.go("read");
        page.press("read", "Read the token I minted");
        awaitVerdict("read", "valid");
    }
}
