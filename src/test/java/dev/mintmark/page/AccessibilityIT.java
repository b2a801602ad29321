package dev.mintmark.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** Every view is accessible, in both themes, on a phone and on a screen. Also takes the pictures of the docs. */
@QuarkusIntegrationTest
class AccessibilityIT extends PageTesting {
    private static final String RULES =
            "return await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
                    + ".then(r => r.violations.map(v => v.id + ' ' + v.nodes.map(n => n.target.join(' ')).join(', ')))";
    private static final Path PICTURES = Path.of("target", "page");

    @ParameterizedTest
    @CsvSource({"light,1360", "dark,1360", "light,360", "dark,360"})
    void everyViewIsAccessible(String theme, int width) throws IOException {
        page.look(theme, width);
        page.open("make");
        page.write(
                page.one("make-view code-field textarea"),
                "{\"subject\": \"ada\", \"audience\": \"*\", \"expires_in\": \"30d\", \"claims\": {\"password\": \"x\"}}");
        page.await(() -> page.exists("make-view .advisories .severity-critical"));
        page.js("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        page.press("make", "Mint the token");
        awaitVerdict("make", "valid");
        page.js(Browser.axe());
        inspect("make", theme, width);

        page.go("read");
        read(
                mint(
                        "{\"issued_at\": \"-1h\", \"audience\": \"https://orders.example\", \"claims\": {\"רשות\": \"הרשאה\", \"a\": \"\\u202Eb\"}}"));
        awaitVerdict("read", "invalid");
        page.js("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        inspect("read", theme, width);

        page.go("keys");
        page.press("keys", "Make");
        page.await(() -> page.exists("keys-view form .text-block"));
        inspect("keys", theme, width);
        page.go("learn");
        page.await(() -> page.exists("learn-view .rules > details"));
        inspect("learn", theme, width);
        page.go("use");
        page.await(() -> page.exists("use-view pre"));
        inspect("use", theme, width);
        page.one("#api-key").click();
        inspect("use", theme, width);
    }

    private void inspect(String view, String theme, int width) throws IOException {
        // Colours are measured after the animation of the stamp.
        page.await(() -> page.js("return document.getAnimations().length").equals(0L));
        String where = String.join(" ", view, theme, Integer.toString(width));
        assertThat(page.violations()).as(where).isEmpty();
        assertThat((List<?>) page.js(RULES)).as(where).isEmpty();
        // axe clones elements, which cannot be created again without their content.
        page.js("violations.length = 0");
        page.console();
        assertThat((long) page.js("return document.documentElement.scrollWidth"))
                .as(where + ": scrolls sideways")
                .isLessThanOrEqualTo(width);
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(view + "-" + theme + "-" + width + ".webp"), page.picture());
    }

    /** The cumulative layout shift as browsers measure it; up to 0.1 is good. */
    @ParameterizedTest
    @CsvSource({"make,.advisories", "read,h1", "keys,.ring", "learn,.rules > details", "use,pre"})
    void theLayoutIsStableWhileAViewIsFilled(String view, String last) {
        page.open(view);
        page.await(() -> page.exists(view + "-view " + last));
        page.js("return new Promise(r => requestAnimationFrame(() => setTimeout(r, 200)))");
        assertThat(((Number) page.js("return moved")).doubleValue()).isLessThan(0.05);
    }

    @Test
    void aTokenIsMintedAndReadWithTheKeyboardOnly() {
        page.open("make");
        page.js("document.body.focus()");
        page.tab();
        assertThat(page.js("return document.activeElement.className")).isEqualTo("skip");
        boolean minted = false;
        for (int i = 0; i < 60 && !minted; i++) {
            page.tab();
            assertThat(
                            page.js(
                                    "const s = getComputedStyle(document.activeElement), b = document.activeElement.closest('.code-box');"
                                            + "return s.outlineStyle !== 'none' || (b !== null && getComputedStyle(b).outlineStyle !== 'none')"))
                    .as("focus is seen on %s", page.js("return document.activeElement.outerHTML.slice(0, 80)"))
                    .isEqualTo(true);
            minted = page.js("return document.activeElement.textContent").equals("Mint the token");
        }
        assertThat(minted).as("Tab reaches the button").isTrue();
        page.type(Keys.ENTER);
        awaitVerdict("make", "valid");
        assertThat(page.text("#live")).contains("Verified");
        page.one("nav a[href='#read']").sendKeys(Keys.ENTER);
        page.await(() -> "H1".equals(page.js("return document.activeElement.tagName")));
        assertThat(page.js("return document.title")).isEqualTo("Read a token · Mintmark");
    }

    @Test
    void theDocumentationShowsTheseViews() throws IOException {
        page.look("light", 1280);
        page.open("make");
        page.press("make", "Mint the token");
        awaitVerdict("make", "valid");
        page.js("scrollTo(0, 0); document.activeElement.blur()");
        picture("make");
        page.press("make", "Read it");
        awaitVerdict("read", "valid");
        page.js("scrollTo(0, 0); document.activeElement.blur()");
        picture("read");
    }

    private void picture(String name) throws IOException {
        page.await(() -> page.js("return document.getAnimations().length").equals(0L));
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve("readme-" + name + ".webp"), page.picture());
    }
}
