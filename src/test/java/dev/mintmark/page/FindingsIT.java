package dev.mintmark.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Read shows first what matters most. */
@QuarkusIntegrationTest
class FindingsIT extends PageTesting {
    private static final String WORST = "li[data-rule=data-credential-claim] summary";

    private String risky;

    @BeforeEach
    void mintARiskyToken() {
        risky = mint(
                "{\"subject\": \"ada\", \"audience\": \"https://orders.example\", \"claims\": {\"password\": \"x\"}}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void verdictAndCountsAreOnTheFirstScreenAndLeadToTheFindings(int width) {
        page.look("light", width);
        page.open("token=" + risky);
        awaitVerdict("read", "valid");
        assertThat(page.text("read-verdict .counts")).contains("1 critical");
        assertThat((Number) page.js("return document.querySelector('read-verdict').getBoundingClientRect().bottom"))
                .satisfies(bottom -> assertThat(bottom.doubleValue()).isLessThan(900));
        assertThat(
                        page.js(
                                "const [verdict, token] = ['read-verdict', 'token-field'].map(name => document.querySelector(name));"
                                        + "return Boolean(verdict.compareDocumentPosition(token) & Node.DOCUMENT_POSITION_FOLLOWING)"))
                .as("on a phone the verdict is above the token")
                .isEqualTo(width == 360);
        page.one("read-verdict button.severity-critical").click();
        assertThat(page.js(
                        "return document.activeElement === document.querySelector(arguments[0])", "read-view " + WORST))
                .isEqualTo(true);
        assertThat(page.text("read-view .advisories")).contains("Why").contains("Fix");
    }

    @Test
    void onAPhoneThePlaceOfTheVerdictIsEmptyUntilThereIsOne() {
        page.look("light", 360);
        page.open("read");
        assertThat(page.one("read-view .verdict-card").isDisplayed()).isFalse();
        read(risky);
        page.await(() -> page.one("read-view .verdict-card").isDisplayed());
        page.look("light", 1360);
        page.await(() -> page.exists("read-view .columns > :last-child .verdict-card"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void aFieldSaysHowRiskyItIs(int width) {
        page.look("light", width);
        page.open("token=" + risky);
        awaitVerdict("read", "valid");
        page.js("document.querySelector(\"read-view tr[data-pointer='/payload/password'] button.badge\").click()");
        assertThat(page.js(
                        "return document.activeElement === document.querySelector(arguments[0])", "read-view " + WORST))
                .isEqualTo(true);
    }

    @Test
    void fieldsAreATableOrJson() {
        page.open("token=" + risky);
        awaitVerdict("read", "valid");
        assertThat(page.exists("read-view token-part pre")).isFalse();
        page.choose("read", "Show the token as", "JSON");
        page.awaitText("read-view token-part.of-payload pre", "\"password\": \"x\"");
        assertThat(page.exists("read-view token-part table")).isFalse();
        page.choose("read", "Show the token as", "Table");
        page.await(() -> page.exists("read-view token-part table"));
    }

    @Test
    void findingsComeBeforeFieldsAndSkippedChecksAreFolded() {
        page.open("token=" + risky);
        awaitVerdict("read", "valid");
        assertThat(
                        page.js(
                                "return [...document.querySelectorAll('read-result > section')].map(one => one.getAttribute('aria-label')).join()"))
                .isEqualTo("In plain words,Security advice,Decoded token,Time line,Checks");
        assertThat(page.text("check-list details summary")).matches("\\d+ skipped");
        assertThat(page.one("check-list li[data-check=audience]").isDisplayed()).isFalse();
        page.one("check-list details summary").click();
        assertThat(page.text("check-list li[data-check=audience]")).contains("skipped");
    }
}
