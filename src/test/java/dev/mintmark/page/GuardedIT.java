package dev.mintmark.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.http.guard.ApiKeyFile;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The page of a service with API key authentication. */
@QuarkusIntegrationTest
@TestProfile(ApiKeyFile.class)
class GuardedIT extends PageTesting {
    private static final String DIALOG = "api-key-dialog dialog[open]";

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void theKeyIsAskedForOnceAndForgottenWithTheTab(int width) {
        page.look("light", width);
        page.open("make");
        page.awaitText("make-view problem-note:not([hidden])", "This service asks for an API key.");
        assertThat(page.exists(DIALOG)).as("the dialog comes when it is wanted").isFalse();
        assertThat(page.text("make-view .advisories")).as("advice needs no key").contains("iss");
        page.write(page.field("make", "subject"), "typed before the key");
        page.press("make", "Mint");
        page.await(() -> page.exists(DIALOG));
        assertThat(page.text(DIALOG)).contains("API key");
        page.type("an-unknown-key", Keys.ENTER);
        page.awaitText("make-view problem-note:not([hidden])", "The API key was not accepted.");

        page.press("make", "Enter the API key");
        page.await(() -> page.exists(DIALOG));
        page.type(ApiKeyFile.KEY, Keys.ENTER);
        awaitVerdict("make", "valid");
        assertThat(page.text("make-view token-part.of-payload")).contains("typed before the key");
        assertThat(page.js("return document.documentElement.outerHTML + document.querySelector('dialog input').value"))
                .asString()
                .doesNotContain(ApiKeyFile.KEY);

        page.open("make");
        page.awaitText("make-view problem-note:not([hidden])", "This service asks for an API key.");
    }

    @Test
    void withoutAKeyMintingIsNotTriedAgainWithEachChange() {
        page.open("make");
        page.awaitText("make-view problem-note:not([hidden])", "This service asks for an API key.");
        page.watchRequests();
        page.write(page.field("make", "audience"), "*");
        page.await(() -> page.exists("make-view [data-rule=aud-wildcard]"));
        assertThat(page.requests()).singleElement().asString().startsWith("/advisories ");
        assertThat(page.text("make-view verdict-stamp")).contains("Minting needs an API key");
    }

    /** With API key authentication drills are off unless the setting turns them on. */
    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void drillsThatAreOffAreExplained(int width) {
        page.look("light", width);
        page.open("drill");
        page.awaitText("drill-view .card:not([hidden])", "Drills are off");
        assertThat(page.text("drill-view")).contains("mintmark.drills.enabled");
        assertThat(page.field("drill", "audience").isDisplayed()).isFalse();
        assertThat(page.one("drill-view h1").getText()).isEqualTo("Drill");
    }
}
