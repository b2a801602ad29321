package dev.mintmark.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.support.ui.Select;

/** What makes the page pleasant to use: presets, busy buttons, a theme, empty results. */
@QuarkusIntegrationTest
class ComfortIT extends PageTesting {

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void anExpiredTokenForAnAdministratorIsOneChoice(int width) {
        make(width);
        Select start = new Select(page.one("#make-start"));
        start.selectByVisibleText("Expired administrator");
        awaitVerdict("make", "invalid");
        assertThat(page.text("make-view token-part.of-payload")).contains("admin");
        assertThat(page.text("make-view verdict-stamp"))
                .contains("Signature verified")
                .contains("expired");
        page.write(page.field("make", "subject"), "ada");
        assertThat(start.getFirstSelectedOption().getText()).isEqualTo("Your own request");
    }

    @Test
    void everyPresetIsMinted() {
        make(1360);
        Select start = new Select(page.one("#make-start"));
        assertThat(page.all("#make-start optgroup")).hasSize(2);
        assertThat(page.all("label[for=make-start]")).hasSize(1);
        for (String title : start.getOptions().stream()
                .skip(1)
                .map(option -> option.getText())
                .toList()) {
            start.selectByVisibleText(title);
            awaitMinted();
            assertThat(page.exists("make-view problem-note:not([hidden])"))
                    .as(title)
                    .isFalse();
        }
    }

    @Test
    void aButtonShowsThatItWorks() {
        page.open("keys");
        page.slow(1_000);
        page.press("keys", "Generate");
        page.await(() -> page.exists("keys-view form button[aria-busy]"));
        page.await(() -> page.exists("keys-view form .text-block"));
        assertThat(page.exists("keys-view form button[aria-busy]")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void keysAreAllVisible(int width) {
        page.look("light", width);
        page.open("keys");
        page.await(() -> page.all("keys-view .ring tbody tr").size() == 13);
        assertThat(page.js("return [...document.querySelectorAll('keys-view .ring *')]"
                        + ".every(one => one.getBoundingClientRect().right <= document.documentElement.clientWidth)"))
                .isEqualTo(true);
        assertThat(page.js("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void aSearchWithoutResultSaysSoAndIsCleared(int width) {
        page.look("light", width);
        page.open("learn");
        page.await(() -> page.exists("learn-view .rules > details"));
        page.write(page.field("learn", "search the handbook and the rules"), "zzzz");
        page.awaitText("learn-view .card:not([hidden])", "zzzz");
        assertThat(page.one("learn-view .found").isDisplayed()).isFalse();
        page.press("learn", "Clear the search");
        page.await(() -> page.one("learn-view .rules > details").isDisplayed());
    }

    @Test
    void theThemeFollowsTheSystemUntilOneIsChosen() {
        page.look("dark", 1360);
        page.open("make");
        String dark = background();
        Select theme = new Select(page.one("#theme"));
        theme.selectByVisibleText("Light");
        String light = background();
        assertThat(light).isNotEqualTo(dark);
        theme.selectByVisibleText("System theme");
        assertThat(background()).isEqualTo(dark);
        page.look("light", 1360);
        assertThat(background()).isEqualTo(light);
        theme.selectByVisibleText("Dark");
        assertThat(background()).isEqualTo(dark);
    }

    private String background() {
        return (String) page.js("return getComputedStyle(document.body).backgroundColor");
    }
}
