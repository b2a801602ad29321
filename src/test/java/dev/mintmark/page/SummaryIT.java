package dev.mintmark.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The token in plain sentences, which lead to the fields, findings and checks that they are about. */
@QuarkusIntegrationTest
class SummaryIT extends PageTesting {

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void theSummaryIsFirstOnReadAndLeadsToFieldsFindingsAndChecks(int width) {
        page.look("light", width);
        page.open("token="
                + mint("{\"subject\": \"alice\", \"audience\": \"https://orders.example\", \"issued_at\": \"-1h\","
                        + " \"claims\": {\"password\": \"hunter2\"}}"));
        awaitVerdict("read", "invalid");
        assertThat(page.js("return document.querySelector('read-result > .card:not([hidden])').ariaLabel"))
                .isEqualTo("In plain words");
        assertThat(page.text("read-view summary-text"))
                .contains("This is a token for “alice”")
                .contains("It will be refused here: it has expired");
        follow("read", "alice");
        assertThat(page.js("return document.activeElement.dataset.pointer")).isEqualTo("/payload/sub");
        follow("read", "refused");
        assertThat(page.js("return document.activeElement.dataset.check")).isEqualTo("expiry");
        follow("read", "Watch out");
        page.await(() -> page.exists("read-view .advisories details[open]"));
        assertThat(page.js("return document.activeElement.closest('[data-rule]') !== null"))
                .isEqualTo(true);
        page.choose("read", "Show the token as", "JSON");
        follow("read", "alice");
        assertThat(page.js("return document.activeElement.dataset.pointer")).isEqualTo("/payload/sub");
    }

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void theSummaryIsBesideTheTokenThatIsMade(int width) {
        make(width);
        assertThat(page.text("make-view summary-text")).contains("This is an access token for “user-7f3a”");
        follow("make", "user-7f3a");
        assertThat(page.js("return document.activeElement.dataset.pointer")).isEqualTo("/payload/sub");
        page.write(page.field("make", "subject"), "<img src=x> \u202Eeve");
        page.awaitText("make-view summary-text", "<img src=x>");
        awaitMinted();
        assertThat(page.text("make-view summary-text")).doesNotContain("\u202E");
        assertThat(page.exists("summary-text img")).isFalse();
    }

    private void follow(String view, String words) {
        page.js(
                "const link = [...document.querySelectorAll(arguments[0] + '-view summary-text a')]"
                        + ".find(one => one.textContent.includes(arguments[1])); link.focus(); link.click()",
                view,
                words);
        assertThat(page.address()).endsWith("#" + view);
    }
}
