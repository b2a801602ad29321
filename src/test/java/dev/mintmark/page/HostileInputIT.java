package dev.mintmark.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.support.ui.Select;

/** Bad input and bad luck: nothing is run, nothing is sent that should not be, nothing that was typed is lost. */
@QuarkusIntegrationTest
class HostileInputIT extends PageTesting {
    private static final String TOKEN = "read-view token-field textarea";

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void aPrivateKeyIsNotSentAsAPublicOne(int width) {
        page.look("light", width);
        ForeignIssuer issuer = ForeignIssuer.create("ES256");
        page.open("read");
        read(issuer.mint("{\"audience\": \"a\"}"));
        awaitVerdict("read", "foreign");
        page.watchRequests();
        page.drop("trust-form form-field", "key.json", issuer.privateJwk());
        page.awaitText("trust-form .warning", "This is a private key. It was not sent");
        awaitVerdict("read", "none");
        assertThat(page.requests()).noneMatch(request -> request.contains("\"d\""));
        page.press("read", "Keep the public half");
        awaitVerdict("read", "valid");
        assertThat(page.requests()).noneMatch(request -> request.contains("\"d\""));
        assertThat(page.exists("trust-form .warning")).isFalse();

        page.write(page.field("read", "public keys"), issuer.privatePem());
        page.awaitText("trust-form .warning", "private key");
        awaitVerdict("read", "none");
        assertThat(page.requests()).noneMatch(request -> request.contains("PRIVATE KEY"));
        page.press("read", "Send it anyway");
        awaitVerdict("read", "valid");
    }

    @Test
    void aKeyIsNotSentAsAToken() {
        ForeignIssuer issuer = ForeignIssuer.create("ES256");
        page.open("read");
        page.watchRequests();
        read(issuer.privatePem());
        page.awaitText("token-field .warning", "This is a private key, not a token. It was not sent");
        read(issuer.jwks());
        page.awaitText("token-field .warning", "This is a key, not a token");
        assertThat(page.requests()).isEmpty();
        page.press("read", "Verify with it");
        assertThat(page.field("read", "public keys").getDomProperty("value")).isEqualTo(issuer.jwks());
    }

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void aFileOfTenMegabytesIsNotRead(int width) {
        page.look("light", width);
        page.open("read");
        String token = mint("{\"subject\": \"ada\"}");
        read(token);
        awaitVerdict("read", "valid");
        page.watchRequests();
        page.js(
                "const data = new DataTransfer(); data.items.add(new File([new Uint8Array(10 * 1024 * 1024)], 'dump.bin'));"
                        + "document.querySelector('token-field').dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}))");
        page.awaitText("token-field .field-error", "dump.bin has 10 MB");
        page.drop("token-field", "key.der", "\u0000\u0001");
        page.awaitText("token-field .field-error", "not a text file");
        assertThat(page.requests()).isEmpty();
        assertThat(page.one(TOKEN).getDomProperty("value")).isEqualTo(token);
    }

    @Test
    void hostileTextStaysTextAndWhatCannotBeSeenIsShown() {
        page.open("read");
        String image = "<img src=x onerror=window.pwned=1>";
        String script = "<script>window.pwned=1</script>";
        read(mint("{\"subject\": \"" + image + "\", \"audience\": \"" + script + "\", \"scope\": \"" + image
                + "\", \"roles\": [\"" + script + "\"], \"claims\": {\"" + image + "\": \"" + script
                + "\", \"rtl\": \"user\\u202Egnp.exe\", \"zero\": \"ad\\u200Bmin\"}, \"headers\": {\"x\": \"" + image
                + "\"}}"));
        awaitVerdict("read", "valid");
        assertThat(page.text("read-view verdict-stamp")).contains(script);
        assertThat(page.text("read-view token-part.of-payload")).contains(image).contains(script);
        assertThat(page.text("read-view token-part.of-payload .fields"))
                .contains("U+202E")
                .contains("U+200B");
        page.choose("read", "Show the token as", "JSON");
        assertThat(page.text("read-view token-part.of-payload pre"))
                .contains("\\u202e")
                .contains("\\u200b");
        assertThat(page.text("read-view")).doesNotContain("\u202E").doesNotContain("\u200B");
        assertThat(page.exists("main img, main script")).isFalse();
        assertThat(page.js("return window.pwned")).isNull();
    }

    /** Every claim and header parameter that the page knows by name, those of the service among them. */
    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void markupInEveryClaimStaysText(int width) {
        page.look("light", width);
        page.open("read");
        page.js(
                "const names = await import(new URL('lib/names.js', document.querySelector('script[type=module]').src));"
                        + "const text = name => `<img src=x onerror=\"window.pwned='${name}'\"><svg onload=window.pwned=1>${name}`;"
                        + "const all = list => Object.fromEntries(list.map(name => [name, text(name)]));"
                        + "const part = object => btoa(JSON.stringify(object)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');"
                        + "window.hostile = part({...all(Object.keys(names.KNOWN_HEADERS)), alg: 'RS256'}) + '.'"
                        + "+ part(all([...Object.keys(names.RENAMED), ...Object.keys(names.KNOWN_CLAIMS), 'scope'])) + '.AAAA'");
        read((String) page.js("return hostile"));
        page.await(() -> page.exists("read-view token-part.of-payload tbody tr"));
        assertThat(page.all("read-view token-part.of-payload tbody tr")).hasSizeGreaterThan(35);
        assertThat(page.text("read-view token-part.of-payload")).contains("<svg onload=window.pwned=1>sub");
        page.choose("read", "Show the token as", "JSON");
        assertThat(page.text("read-view token-part.of-payload pre")).contains("<svg onload=window.pwned=1>sub");
        assertThat(page.exists("main img, main svg[onload]")).isFalse();
        assertThat(page.js("return window.pwned")).isNull();
        assertThat(
                        (List<?>)
                                page.js(
                                        "return [...document.querySelectorAll('main *')]"
                                                + ".filter(one => one.getBoundingClientRect().right > innerWidth).map(one => one.outerHTML.slice(0, 200))"))
                .as("beyond the right edge")
                .isEmpty();
    }

    @Test
    void hostileClaimsAreMintedAndShownAsText() {
        make(1360);
        String image = "<img src=x onerror=window.pwned=1>";
        request("{\"subject\": \"" + image + "\", \"audience\": \"\\u202Ea\", \"claims\": {\"<b>\": \"" + image
                + "\"}}");
        page.awaitText("make-view token-part.of-payload", image);
        page.awaitText("make-view minted-token", "U+202E");
        page.choose("make", "Show the request as", "Form");
        assertThat(page.exists("main img, main b")).isFalse();
        assertThat(page.js("return window.pwned")).isNull();
    }

    @Test
    void aTokenOfTheLargestSizeIsReadAndALargerOneRefused() {
        page.open("read");
        String large = given().contentType(ContentType.JSON)
                .body("{\"claims\": {\"blob\": \"" + "x".repeat(48_000) + "\"}}")
                .post("/tokens")
                .path("token");
        assertThat(large.length()).isBetween(64_000, 65_536);
        read(large);
        awaitVerdict("read", "valid");
        read(large + "A".repeat(2_000));
        page.awaitText("read-result problem-note", "Not accepted");
        awaitVerdict("read", "invalid");
    }

    @Test
    void aServiceThatIsGoneLosesNothing() {
        make(1360);
        page.offline(true);
        page.write(page.field("make", "subject"), "typed while offline");
        page.awaitText("make-view problem-note:not([hidden])", "No connection");
        page.go("read");
        read("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.");
        page.awaitText("read-verdict problem-note", "No connection");
        assertThat(page.one(TOKEN).getDomProperty("value")).startsWith("eyJhbGciOiJub25lIn0");
        page.offline(false);
        page.press("read", "Try again");
        page.awaitText("read-view verdict-stamp", "Not signed");
        page.go("make");
        page.press("make", "Try again");
        page.awaitText("make-view token-part.of-payload", "typed while offline");
    }

    /** The service has no switch for a 503, so the answer is put in its place. */
    @Test
    void anAnswerOf503CanBeTriedAgain() {
        make(1360);
        page.js("window.real = fetch; window.fetch = async () => new Response(JSON.stringify("
                + "{title: 'Unavailable', detail: 'The service is busy', status: 503}), {status: 503})");
        page.write(page.field("make", "subject"), "typed while busy");
        page.awaitText("make-view problem-note:not([hidden])", "The service failed. The service is busy");
        assertThat(page.exists("make-view minted-token[data-outdated]")).isTrue();
        page.js("window.fetch = real");
        page.press("make", "Try again");
        page.awaitText("make-view token-part.of-payload", "typed while busy");
    }

    @Test
    void whatWasTypedInDrillSurvivesAnAnswerOf503() {
        page.look("light", 1360);
        page.open("drill");
        page.await(() -> page.exists("drill-list [data-drill]"));
        page.js("window.real = fetch; window.fetch = async () => new Response('<h1>Bad gateway</h1>', {status: 503})");
        page.write(page.field("drill", "audience"), "https://typed.example");
        page.press("drill", "Make the tokens");
        page.awaitText("drill-view problem-note:not([hidden])", "The service failed");
        assertThat(page.field("drill", "audience").getDomProperty("value")).isEqualTo("https://typed.example");
        page.js("window.fetch = real");
        page.press("drill", "Try again");
        page.await(() -> page.exists("[data-drill=expired] .drill-token"));
    }

    @Test
    void valuesOfAPresetSurviveALostService() {
        make(1360);
        page.await(() -> page.all("#make-start option").size() > 1);
        new Select(page.one("#make-start")).selectByVisibleText("Keycloak access token");
        awaitMinted();
        page.one(".preset-values summary").click();
        page.offline(true);
        page.write(page.field("make", "realm"), "typed-offline");
        page.awaitText(".preset-values problem-note:not([hidden])", "No connection");
        assertThat(page.field("make", "realm").getDomProperty("value")).isEqualTo("typed-offline");
        page.offline(false);
        page.press("make", "Try again");
        page.awaitText("make-view token-part.of-payload", "typed-offline");
    }

    @Test
    void aSlowServiceIsWaitedForAndTheLastAnswerCounts() {
        page.slow(2_000);
        page.look("light", 1360);
        page.open("make");
        page.awaitText("make-view verdict-stamp", "Minting");
        page.write(page.field("make", "subject"), "one");
        page.write(page.field("make", "subject"), "two");
        awaitMinted();
        assertThat(page.text("make-view token-part.of-payload")).contains("two").doesNotContain("one\n");
        assertThat(page.field("make", "subject").getDomProperty("value")).isEqualTo("two");
    }
}
