package dev.mintmark.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** A verdict is shown for the request as it is, never for an earlier one. */
@QuarkusIntegrationTest
class OutdatedIT extends PageTesting {
    private static final String OLD = "make-view minted-token[data-outdated]";

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void brokenJsonMintsNothingAndOutdatesTheToken(int width) {
        make(width);
        String token = page.text("minted-token .token");
        page.watchRequests();
        request("{\"subject\": \"ada\", ");
        page.await(() -> page.exists(OLD));
        assertThat(page.one("make-view button[form=make-form]").isEnabled()).isFalse();
        page.type(Keys.chord(Keys.CONTROL, Keys.ENTER));
        assertThat(page.text("make-view request-editor problem-note"))
                .contains("Not valid JSON")
                .contains("line 1");
        assertThat(page.text("make-view verdict-stamp")).contains("Outdated");
        assertNothingIsGreen();
        assertThat(page.text("minted-token .token")).isEqualTo(token);
        page.js("return new Promise(r => setTimeout(r, 600))");
        assertThat(page.requests()).isEmpty();
        assertThat(page.js("return document.querySelector('make-view .segmented input').disabled"))
                .as("the form would overwrite what was typed")
                .isEqualTo(true);

        page.write(page.one("make-view request-editor code-field textarea"), "{\"subject\": \"ada\"}");
        awaitMinted();
        assertThat(page.text("make-view token-part.of-payload")).contains("ada");
        assertThat(page.text("minted-token .token")).isNotEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void whileANewTokenIsMintedTheOldOneIsGrey(int width) {
        make(width);
        page.slow(2_000);
        page.write(page.field("make", "subject"), "walter");
        page.await(() -> page.exists(OLD));
        assertThat(page.text("make-view verdict-stamp")).contains("Updating");
        assertNothingIsGreen();
        assertThat(page.one("make-view button[form=make-form]").getDomAttribute("aria-busy"))
                .isNotNull();
        awaitMinted();
        assertThat(page.text("make-view token-part.of-payload")).contains("walter");
        assertThat(page.one("make-view button[form=make-form]").getDomAttribute("aria-busy"))
                .isNull();
    }

    @Test
    void aFailureOutdatesTheTokenToo() {
        make(1360);
        page.write(page.field("make", "lifetime"), "20 years");
        page.await(() -> page.exists("form-field[data-pointer='/expires_in'] .field-error:not([hidden])"));
        assertThat(page.exists(OLD)).isTrue();
        assertNothingIsGreen();
        page.write(page.field("make", "lifetime"), "10m");
        awaitMinted();

        page.offline(true);
        page.press("make", "Mint again");
        page.awaitText("make-view problem-note:not([hidden])", "No connection");
        assertThat(page.exists(OLD)).isTrue();
        assertNothingIsGreen();
        page.offline(false);
        page.press("make", "Try again");
        awaitMinted();
    }

    @Test
    void aRowThatCannotBeReadDisablesMint() {
        make(1360);
        page.press("make", "Add claim");
        page.type("level");
        page.js(
                "const row = document.querySelector('claim-row:last-child .row-type'); row.value = 'number'; row.dispatchEvent(new Event('change'))");
        page.await(() -> page.exists(OLD));
        assertThat(page.text("claim-row:last-child .field-error")).contains("Not a number");
        assertThat(page.one("make-view button[form=make-form]").isEnabled()).isFalse();
        page.write(page.one("claim-row:last-child .row-value input"), "7");
        awaitMinted();
        assertThat(page.text("make-view token-part.of-payload")).contains("level");
    }

    @Test
    void aTokenThatExpiresWhileThePageIsOpenIsNoLongerUsable() {
        make(1360);
        page.js("const real = Date.now; Date.now = () => real() + 20 * 60 * 1000");
        page.awaitText("make-view verdict-stamp", "Usable now: no, expired 5 min");
        assertThat(page.exists("make-view .verdict-line[data-state=yes]")).isFalse();
    }

    private void assertNothingIsGreen() {
        assertThat(page.exists("make-view .verdict-line[data-state=verified], make-view .verdict-line[data-state=yes]"))
                .isFalse();
    }
}
