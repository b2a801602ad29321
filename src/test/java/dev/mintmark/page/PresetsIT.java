package dev.mintmark.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Requests to start from, which the service lists, and their values. */
@QuarkusIntegrationTest
class PresetsIT extends PageTesting {

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void anExpiredTokenForAnAdministratorIsOneChoice(int width) {
        make(width);
        Select start = presets();
        start.selectByVisibleText("Expired: Administrator");
        awaitVerdict("make", "invalid");
        assertThat(page.text("make-view token-part.of-payload")).contains("admin");
        assertThat(page.text("make-view verdict-stamp"))
                .contains("Signature verified")
                .contains("expired");
        page.write(page.field("make", "subject"), "ada");
        assertThat(start.getFirstSelectedOption().getText()).isEqualTo("Your own request");
        assertThat(page.one(".preset-values").isDisplayed()).isFalse();
    }

    @Test
    void everyPresetOfTheServiceIsOfferedAndMinted() {
        make(1360);
        Select start = presets();
        List<String> offered =
                start.getOptions().stream().skip(1).map(WebElement::getText).toList();
        assertThat(page.all("label[for=make-start]")).hasSize(1);
        assertThat(offered)
                .hasSize(RestAssured.get("/presets").path("presets.variants.flatten().size()"))
                .contains("Keycloak access token", "Amazon Cognito token: ID token");
        for (String title : offered) {
            start.selectByVisibleText(title);
            awaitMinted();
            assertThat(page.exists("make-view problem-note:not([hidden])"))
                    .as(title)
                    .isFalse();
            assertThat(page.all(".preset-values form-field")).as(title).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void theValuesOfAPresetAreFilledInByTheService(int width) {
        make(width);
        presets().selectByVisibleText("Keycloak access token");
        page.awaitText("make-view token-part.of-payload", "https://keycloak.example/realms/demo");
        page.one(".preset-values summary").click();
        page.watchRequests();
        page.write(page.field("make", "realm"), "shop");
        page.write(page.field("make", "client roles"), "editor, viewer");
        page.awaitText("make-view token-part.of-payload", "https://keycloak.example/realms/shop");
        page.awaitText("make-view token-part.of-payload", "viewer");
        awaitMinted();
        assertThat(page.requests())
                .anySatisfy(request -> assertThat(request)
                        .startsWith("/presets/keycloak ")
                        .contains("\"realm\":\"shop\"")
                        .contains("\"client_roles\":[\"editor\",\"viewer\"]"));
        assertThat(page.text("make-view .preset-values")).contains("The token is signed by this service");
        page.write(page.field("make", "realm"), "");
        page.awaitText("make-view token-part.of-payload", "https://keycloak.example/realms/demo");
        page.write(page.field("make", "realm"), "x".repeat(300));
        page.await(() -> page.exists(".preset-values form-field .field-error:not([hidden])"));
        assertThat((long) page.js("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }

    @Test
    void aVariantHasOnlyItsOwnValues() {
        make(1360);
        presets().selectByVisibleText("Microsoft Entra ID v2.0 access token: Access token of an application");
        page.awaitText("make-view token-part.of-payload", "idtyp");
        page.one(".preset-values summary").click();
        page.watchRequests();
        assertThat(page.text(".preset-values")).contains("Tenant", "Client").doesNotContain("User");
        page.write(page.field("make", "client"), "my-app");
        page.awaitText("make-view token-part.of-payload", "my-app");
        assertThat(page.requests()).anySatisfy(request -> assertThat(request).contains("\"variant\":\"app\""));
    }

    @Test
    void aListThatCouldNotBeFetchedIsFetchedWhenItIsNeeded() {
        page.look("light", 1360);
        page.open("read");
        page.js("const real = fetch; window.broken = true; window.fetch = (path, options) =>"
                + " broken && path === '/presets' ? Promise.reject(new TypeError('down')) : real(path, options)");
        page.go("make");
        awaitVerdict("make", "valid");
        page.js("broken = false; document.querySelector('#make-start').focus()");
        presets().selectByVisibleText("Expired: Access token");
        awaitVerdict("make", "invalid");
    }

    private Select presets() {
        page.await(() -> page.all("#make-start option").size() > 1);
        return new Select(page.one("#make-start"));
    }
}
