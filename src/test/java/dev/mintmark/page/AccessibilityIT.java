package dev.mintmark.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** Every view can be used by everyone, in both themes and all states, on a phone and on a screen. */
@QuarkusIntegrationTest
class AccessibilityIT extends PageTesting {
    private static final String RULES =
            "return await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
                    + ".then(r => r.violations.map(v => v.id + ' ' + v.nodes.map(n => n.target.join(' ')).join(', ')))";

    @ParameterizedTest
    @CsvSource({"light,1360", "dark,1360", "light,360", "dark,360"})
    void makeIsWithoutABarrierInEveryState(String theme, int width) {
        page.look(theme, width);
        page.open("make");
        awaitVerdict("make", "valid");
        page.js(Browser.axe());
        inspect("current", width);
        page.press("make", "Add claim");
        page.type("email");
        page.field("make", "My private key").click();
        openAll();
        inspect("incomplete", width);
        page.field("make", "This service’s key").click();
        page.await(() -> page.all("#make-start option").size() > 1);
        new Select(page.one("#make-start")).selectByVisibleText("Keycloak access token");
        page.awaitText("make-view token-part.of-payload", "keycloak.example");
        openAll();
        inspect("preset", width);
        request(
                "{\"subject\": \"ada\", \"audience\": \"*\", \"expires_in\": \"30d\", \"claims\": {\"password\": \"x\"}}");
        page.await(() -> page.exists("make-view .advisories .severity-critical"));
        openAll();
        inspect("risky", width);
        page.write(page.one("make-view request-editor code-field textarea"), "{\"subject\": ");
        page.await(() -> page.exists("make-view minted-token[data-outdated]"));
        inspect("outdated", width);
        page.write(
                page.one("make-view request-editor code-field textarea"),
                "{\"sub\": \"ada\", \"expires_in\": \"20 years\"}");
        page.await(() -> page.exists("make-view problem-note:not([hidden])"));
        inspect("error", width);
        page.slow(60_000);
        page.write(page.one("make-view request-editor code-field textarea"), "{}");
        page.await(() -> page.exists("make-view button[aria-busy]"));
        inspect("busy", width);
    }

    @ParameterizedTest
    @CsvSource({"light,1360", "dark,1360", "light,360", "dark,360"})
    void readIsWithoutABarrierInEveryState(String theme, int width) {
        page.look(theme, width);
        page.open("read");
        page.js(Browser.axe());
        inspect("empty", width);
        read(
                "Bearer "
                        + mint(
                                "{\"issued_at\": \"-1h\", \"audience\": \"https://orders.example\", \"claims\": {\"רשות\": \"הרשאה\", \"a\": \"\\u202Eb\"}}"));
        awaitVerdict("read", "invalid");
        openAll();
        inspect("expired", width);
        page.choose("read", "Show the token as", "JSON");
        inspect("as JSON", width);
        ForeignIssuer issuer = ForeignIssuer.create("ES256");
        read(issuer.mint("{\"audience\": \"a\"}"));
        awaitVerdict("read", "foreign");
        inspect("foreign", width);
        page.write(page.field("read", "public keys"), issuer.privateJwk());
        page.await(() -> page.exists("trust-form .warning"));
        inspect("held back", width);
        read("no token");
        page.awaitText("read-result problem-note", "Not accepted");
        inspect("error", width);
    }

    @ParameterizedTest
    @CsvSource({"light,1360", "dark,1360", "light,360", "dark,360"})
    void theOtherViewsAreWithoutABarrier(String theme, int width) {
        page.look(theme, width);
        page.open("keys");
        page.js(Browser.axe());
        page.press("keys", "Generate");
        page.await(() -> page.exists("keys-view form .text-block"));
        inspect("keys", width);
        page.go("drill");
        page.await(() -> page.exists("drill-list [data-drill]"));
        inspect("drill", width);
        page.press("drill", "Make the tokens");
        page.await(() -> page.exists("drill-list .drill-token"));
        openAll();
        inspect("drill with tokens", width);
        page.write(page.field("drill", "issuer"), "https://accounts.example.com");
        page.press("drill", "Make the tokens");
        page.await(() -> page.exists("drill-view problem-note:not([hidden])"));
        inspect("drill with an error", width);
        page.go("learn");
        page.await(() -> page.exists("learn-view .rules > details"));
        inspect("learn", width);
        page.write(page.field("learn", "search the handbook and the rules"), "zzzz");
        inspect("nothing found", width);
        page.go("integrate");
        page.await(() -> page.exists("integrate-view pre"));
        inspect("integrate", width);
        page.one("#api-key").click();
        inspect("API key", width);
    }

    private void openAll() {
        page.js("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    }

    private void inspect(String state, int width) {
        assertThat(page.violations()).as(state).isEmpty();
        assertThat((List<?>) page.js(RULES)).as(state).isEmpty();
        // axe clones elements, which cannot be created again without their content.
        page.js("violations.length = 0");
        page.console();
        assertThat((long) page.js("return document.documentElement.scrollWidth"))
                .as(state + ": scrolls sideways")
                .isLessThanOrEqualTo(width);
    }

    /** A screen of 1360 pixels has 680 at 200 % and 340 at 400 %. */
    @ParameterizedTest
    @ValueSource(ints = {680, 340})
    void nothingScrollsSidewaysWhenZoomed(int width) {
        page.look("light", width);
        page.open("token=" + mint("{\"issued_at\": \"-1h\", \"audience\": \"https://orders.example\"}"));
        awaitVerdict("read", "invalid");
        for (String view : List.of("read", "make", "keys", "drill", "learn", "integrate")) {
            page.go(view);
            page.await(() -> page.exists(view + "-view:not([hidden])"));
            openAll();
            assertThat((long) page.js("return document.documentElement.scrollWidth"))
                    .as(view)
                    .isLessThanOrEqualTo(width);
        }
    }

    /** The cumulative layout shift as browsers measure it; up to 0.1 is good. */
    @ParameterizedTest
    @CsvSource({
        "make,.counts,1360",
        "make,.counts,360",
        "read,.card,1360",
        "keys,.ring,1360",
        "drill,drill-list li,1360",
        "drill,drill-list li,360",
        "learn,.rules > details,1360",
        "integrate,pre,360"
    })
    void nothingMovesWhileAViewIsFilled(String view, String last, int width) {
        page.look("light", width);
        page.open(view);
        page.await(() -> page.exists(view + "-view " + last));
        page.js("return new Promise(r => requestAnimationFrame(() => setTimeout(r, 200)))");
        assertThat(((Number) page.js("return moved")).doubleValue()).isLessThan(0.01);
    }

    @Test
    void nothingTurnsForThoseWhoDoNotWantIt() {
        page.open("keys");
        page.slow(60_000);
        page.press("keys", "Generate");
        page.await(() -> page.exists("keys-view button[aria-busy]"));
        page.await(() -> !page.js("return document.getAnimations().length").equals(0L));
        page.calm();
        page.await(() -> page.js("return document.getAnimations().length").equals(0L));
    }

    @Test
    void keysAloneMakeAToken() {
        page.open("make");
        awaitVerdict("make", "valid");
        page.await(() -> page.all("#make-start option").size() > 1);
        page.js("document.body.focus()");
        page.tab();
        assertThat(page.js("return document.activeElement.className")).isEqualTo("skip");
        tabTo("return document.activeElement.id === 'make-start'");
        page.type(Keys.ARROW_DOWN);
        tabTo("return document.activeElement.textContent === 'Add claim'");
        page.type(Keys.ENTER);
        page.type("level", Keys.TAB, "gold", Keys.chord(Keys.CONTROL, Keys.ENTER));
        page.awaitText("make-view token-part.of-payload", "gold");
        awaitVerdict("make", "valid");
        assertThat(page.text("#live")).contains("Signature verified. Usable now: yes");
        tabTo("return document.activeElement.textContent === 'Read it'");
        page.type(Keys.ENTER);
        awaitVerdict("read", "valid");
        assertThat(page.js("return document.title")).isEqualTo("Read a token · Mintmark");
        page.await(() -> "H1".equals(page.js("return document.activeElement.tagName")));
    }

    @Test
    void keysAloneReadAToken() {
        ForeignIssuer issuer = ForeignIssuer.create("ES256");
        page.open("read");
        page.js("document.body.focus()");
        tabTo("return document.activeElement.name === 'token'");
        page.type(issuer.mint("{\"audience\": \"a\"}"));
        awaitVerdict("read", "foreign");
        page.await(() -> page.text("#live").contains("Not signed by this service"));
        tabTo("return document.activeElement.closest('form-field')?.dataset.pointer === '/key'");
        page.type(issuer.jwks());
        awaitVerdict("read", "valid");
        tabTo("return document.activeElement.closest('.advisories') !== null");
        page.type(Keys.ENTER);
        page.await(() -> page.exists("read-view .advisories details[open]"));
    }

    /** Presses Tab until a condition holds; wherever the focus goes, it is seen. */
    private void tabTo(String condition) {
        for (int i = 0; i < 80; i++) {
            page.tab();
            assertThat(page.js(
                            "const own = document.activeElement, box = own.closest('.code-box') ?? own.nextElementSibling ?? own;"
                                    + "return [own, box].some(one => getComputedStyle(one).outlineStyle !== 'none')"))
                    .as("focus is seen on %s", page.js("return document.activeElement.outerHTML.slice(0, 80)"))
                    .isEqualTo(true);
            if (page.js(condition).equals(true)) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to where " + condition);
    }
}
