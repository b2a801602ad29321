package dev.mintmark.page;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

/** The view Read. */
@QuarkusIntegrationTest
class ReadIT extends PageTesting {
    private static final String SECRET = "a-secret-of-more-than-thirty-two-bytes-for-tests";

    @Test
    void aTokenInTheFragmentIsReadAndRemovedFromTheAddress() {
        page.open("token=" + mint("{\"subject\": \"ada\", \"audience\": \"https://orders.example\"}"));
        awaitVerdict("read", "valid");
        assertThat(page.address()).endsWith("/#read");
        assertThat(page.text("token-part.of-payload")).contains("ada").contains("Whom the token is about");
        assertThat(page.text("token-part.of-header")).contains("alg").contains("kid");
        assertThat(page.text("token-part.of-signature")).contains("256 bytes");
        assertThat(page.text("time-line")).contains("iat").contains("exp").contains("now");
        assertThat(page.all("check-list li")).hasSize(17);
        assertThat(page.text("check-list li[data-check=audience]"))
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
        awaitVerdict("read", "invalid");
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
        page.awaitText("read-result problem-note", "Refused");
        awaitVerdict("read", "invalid");
        assertThat(page.exists("read-result [data-rule=token-malformed]")).isTrue();

        read("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.");
        page.await(() -> page.exists("read-result [data-rule=alg-none]"));
        assertThat(page.text("token-part.of-signature")).contains("None");
        assertThat(page.text("time-line")).contains("no date");

        read("Authorization: Bearer " + mint("{}"));
        page.press("read", "Read the token alone");
        awaitVerdict("read", "valid");
    }

    @Test
    void aDroppedTokenIsRead() {
        page.open("read");
        page.js(
                "const data = new DataTransfer(); data.setData('text', arguments[0]);"
                        + "document.querySelector('read-view').dispatchEvent("
                        + "new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}))",
                mint("{\"subject\": \"ada\"}") + "\n");
        awaitVerdict("read", "valid");
    }

    @Test
    void partAndMeaningPointToEachOther() {
        page.open("read");
        read(mint("{\"subject\": \"ada\"}"));
        awaitVerdict("read", "valid");
        page.js("document.querySelector(\"tr[data-pointer='/payload/sub']\").scrollIntoView({block: 'center'})");
        page.hover("tr[data-pointer='/payload/sub'] .value");
        assertThat(page.exists("code-field .part-payload.lit")).isTrue();
        assertThat(page.exists(".member.lit[data-pointer='/payload/sub']")).isTrue();
        page.js("scrollTo(0, 0)");
        page.hover("read-view code-field textarea");
        page.await(() -> page.exists("token-part.lit"));
    }

    @Test
    void hostileTextStaysTextAndInvisibleCharactersAreShown() {
        page.open("read");
        String image = "<img src=x onerror=window.pwned=1>";
        String script = "<script>window.pwned=1</script>";
        read(mint("{\"claims\": {\"" + image + "\": \"" + script
                + "\", \"rtl\": \"user\\u202Egnp.exe\", \"zero\": \"ad\\u200Bmin\"}," + " \"headers\": {\"x\": \""
                + image + "\"}}"));
        awaitVerdict("read", "valid");
        assertThat(page.text("token-part.of-payload")).contains(image).contains(script);
        assertThat(page.text("token-part.of-payload .fields"))
                .contains("U+202E")
                .contains("U+200B");
        assertThat(page.text("token-part.of-payload pre")).contains("\\u202e").contains("\\u200b");
        assertThat(page.text("token-part")).doesNotContain("\u202E").doesNotContain("\u200B");
        assertThat(page.exists("main img, main script")).isFalse();
        assertThat(page.js("return window.pwned")).isNull();
    }

    @Test
    void aTokenOfTheMaximumSizeIsReadAndALargerOneIsRejected() {
        page.open("read");
        String large = given().contentType(ContentType.JSON)
                .body("{\"claims\": {\"blob\": \"" + "x".repeat(48_000) + "\"}}")
                .post("/tokens")
                .path("token");
        assertThat(large.length()).isBetween(64_000, 65_536);
        read(large);
        awaitVerdict("read", "valid");
        read(large + "A".repeat(2_000));
        page.awaitText("read-result problem-note", "Refused");
        awaitVerdict("read", "invalid");
    }

    @Test
    void clearingTheTokenClearsTheView() {
        page.open("read");
        read(mint("{\"subject\": \"ada\"}"));
        awaitVerdict("read", "valid");
        page.press("read", "Clear");
        awaitVerdict("read", "none");
        assertThat(page.text("read-view")).doesNotContain("ada");
    }
}
