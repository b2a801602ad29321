package dev.mintmark.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.support.ui.Select;

/** Rows of claims, with the names that the service can explain. */
@QuarkusIntegrationTest
class ClaimsEditorIT extends PageTesting {
    private static final String LAST = "make-view claim-rows claim-row:last-child ";

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void aClaimIsAddedFromTheGlossaryChangedAndRemoved(int width) {
        make(width);
        page.press("make", "Add claim");
        page.await(() -> page.js(
                        "return document.querySelector('make-view datalist option[value=email_verified]').label.length > 20")
                .equals(true));
        page.type("email_verified");
        page.awaitText(LAST + ".help", "address");
        assertThat(new Select(page.one(LAST + ".row-type"))
                        .getFirstSelectedOption()
                        .getText())
                .isEqualTo("Boolean");
        awaitClaims("\"email_verified\": true");
        new Select(page.one(LAST + ".row-value select")).selectByValue("false");
        awaitClaims("\"email_verified\": false");
        page.one(LAST + ".row-remove").click();
        page.await(() -> !claims().contains("email_verified"));
        assertThat(page.js("return document.activeElement.className")).isEqualTo("row-name");
    }

    @Test
    void theServiceExplainsEveryNameThatIsOffered() {
        make(1360);
        page.press("make", "Add claim");
        awaitMeanings("payload");
        page.js("document.querySelector('make-view spec-form > details').open = true");
        page.press("make", "Add header parameter");
        awaitMeanings("header");
    }

    @Test
    void everyTypeOfValueGoesIntoTheToken() {
        make(1360);
        add("roles", "list", "admin, auditor");
        add("level", "number", "12345678901234567890");
        add("address", "json", "{\"country\": \"CH\"}");
        add("jti", "null", null);
        awaitClaims("\"admin\",\n    \"auditor\"");
        awaitClaims("12345678901234567890");
        awaitClaims("\"country\": \"CH\"");
        page.await(() -> !claims().contains("\"jti\""));
        page.choose("make", "Show the request as", "JSON");
        assertThat(page.one("make-view request-editor code-field textarea").getDomProperty("value"))
                .contains("\"roles\": [\n    \"admin\"")
                .contains("\"jti\": null");
    }

    @Test
    void aNameThatIsThereAlreadyIsNotTakenTwice() {
        make(1360);
        add("client_id", "text", "x");
        page.awaitText(LAST + ".field-error", "already there");
        assertThat(page.one("make-view button[form=make-form]").isEnabled()).isFalse();
    }

    @Test
    void whatTheServiceSaysAgainstAClaimStandsAtItsRow() {
        make(1360);
        add("sub", "text", "somebody-else");
        page.await(() -> page.exists(LAST + ".field-error") || page.exists("make-view problem-note:not([hidden])"));
        assertThat(page.exists("make-view minted-token[data-outdated]")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void pastedClaimsBecomeARequest(int width) {
        make(width);
        request(
                "{\"iss\": \"https://issuer.example\", \"sub\": \"ada\", \"aud\": [\"a\", \"b\"], \"exp\": 1, \"roles\": [\"admin\"], \"x\": null, \"email\": \"a@b.example\"}");
        page.press("make", "Use as claims");
        page.awaitText("make-view token-part.of-payload", "ada");
        assertThat(page.one("make-view request-editor code-field textarea").getDomProperty("value"))
                .contains(
                        "\"subject\": \"ada\"",
                        "\"issuer\": \"https://issuer.example\"",
                        "\"expires_at\": 1",
                        "\"email\"")
                .doesNotContain("\"sub\"");
        page.choose("make", "Show the request as", "Form");
        assertThat(page.field("make", "audience").getDomProperty("value")).isEqualTo("a, b");
        assertThat(page.text("make-view verdict-stamp"))
                .contains("Signature verified")
                .contains("expired");
    }

    @Test
    void headerParametersAreEditedInTheSameWay() {
        make(1360);
        page.js("document.querySelector('make-view spec-form details').open = true");
        page.press("make", "Add header parameter");
        page.type("typ");
        page.write(page.one("make-view spec-form details claim-row .row-value input"), "at+jwt");
        page.awaitText("make-view token-part.of-header", "at+jwt");
    }

    private void awaitMeanings(String part) {
        page.await(() -> page.js(
                        "return [...document.querySelectorAll('make-view datalist')].at(arguments[0])"
                                + ".querySelectorAll('option:not([label]), option[label=\"\"]').length",
                        part.equals("payload") ? 0 : -1)
                .equals(0L));
    }

    private void add(String name, String type, String value) {
        page.press("make", "Add claim");
        page.type(name);
        new Select(page.one(LAST + ".row-type")).selectByValue(type);
        if (value != null) {
            page.write(page.one(LAST + ".row-value :is(input, textarea)"), value);
        }
    }

    private void awaitClaims(String json) {
        page.choose("make", "Show the token as", "JSON");
        page.awaitText("make-view token-part.of-payload pre", json);
    }

    private String claims() {
        return page.text("make-view token-part.of-payload");
    }
}
