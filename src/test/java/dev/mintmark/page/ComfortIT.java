package dev.mintmark.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.support.ui.Select;

/** What makes the page pleasant to use: busy buttons, a theme, empty results. */
@QuarkusIntegrationTest
class ComfortIT extends PageTesting {

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
