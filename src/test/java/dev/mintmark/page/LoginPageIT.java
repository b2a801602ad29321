package dev.mintmark.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The login page can be used by everyone, on a phone and on a screen, in both themes. */
@QuarkusIntegrationTest
class LoginPageIT {
    private static final String RULES =
            "return await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
                    + ".then(r => r.violations.map(v => v.id + ' ' + v.nodes.map(n => n.target.join(' ')).join(', ')))";
    private static final String REDIRECT = "http://localhost:3000/cb";

    /** In bytes, with header fields. */
    private static final long SIZE = 15_000;

    @TestHTTPResource("/")
    String service;

    private Browser page;

    @BeforeEach
    void openTheBrowser() {
        RestAssured.replaceFiltersWith(List.of());
        assertThat(RestAssured.get("/keys").statusCode()).isEqualTo(200);
        page = Browser.on(service);
        page.signOut();
    }

    /** The next test looks at the console of its own pages. */
    @AfterEach
    void forgetTheSession() {
        page.signOut();
        page.console();
    }

    @ParameterizedTest
    @CsvSource({"light,1360", "dark,1360", "light,360", "dark,360"})
    void theLoginIsWithoutABarrierAndSaysWhatIsWrong(String theme, int width) {
        page.look(theme, width);
        authorize(REDIRECT);
        assertThat(page.text("h1")).isEqualTo("Sign in");
        assertThat(page.text("main")).contains("web", "localhost", "alice", "bob", "carol");
        inspect("users", width);
        page.one("summary").click();
        inspect("claims", width);
        page.write(page.one("#claims"), "{\"roles\": ");
        page.write(page.one("#subject"), "dora");
        page.one("#sign-in").click();
        page.await(() -> page.exists("[role=alert]"));
        assertThat(page.text("[role=alert]")).contains("claims");
    }

    @Test
    void thePageIsSmallAndRunsNoScript() {
        page.fresh();
        authorize(REDIRECT);
        assertThat(page.exists("script")).isFalse();
        assertThat((long) page.js(
                        "return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
                                + ".reduce((sum, entry) => sum + entry.transferSize, 0)"))
                .isBetween(1_000L, SIZE);
        assertThat((Number) page.js("return moved"))
                .satisfies(moved -> assertThat(moved.doubleValue()).isZero());
    }

    @ParameterizedTest
    @CsvSource({"1360", "360"})
    void keysAloneSignIn(int width) {
        page.look("light", width);
        authorize(REDIRECT);
        tabTo("return document.activeElement.id === 'user-bob'");
        page.type(Keys.ENTER);
        page.await(() -> page.address().startsWith(REDIRECT + "?"));
        assertThat(page.address()).contains("code=", "state=s1");
    }

    @Test
    void keysAloneSignInAnotherSubjectWithClaims() {
        authorize(REDIRECT);
        tabTo("return document.activeElement.tagName === 'SUMMARY'");
        page.type(Keys.ENTER);
        tabTo("return document.activeElement.id === 'claims'");
        page.type("{\"roles\": [\"admin\"]}", Keys.TAB, "dora", Keys.ENTER);
        page.await(() -> page.address().startsWith(REDIRECT + "?"));
        assertThat(page.address()).contains("code=");
    }

    private void authorize(String redirect) {
        page.visit(
                "issuers/acme/authorize?response_type=code&client_id=web&scope=openid&state=s1&prompt=login&redirect_uri="
                        + redirect);
    }

    /** Presses Tab until a condition holds; wherever the focus goes, it is seen. */
    private void tabTo(String condition) {
        for (int i = 0; i < 12; i++) {
            page.tab();
            assertThat(page.js("return getComputedStyle(document.activeElement).outlineStyle"))
                    .isNotEqualTo("none");
            if (page.js(condition).equals(true)) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to where " + condition);
    }

    private void inspect(String state, int width) {
        assertThat(page.violations()).as(state).isEmpty();
        page.js(Browser.axe());
        assertThat((List<?>) page.js(RULES)).as(state).isEmpty();
        assertThat((long) page.js("return document.documentElement.scrollWidth"))
                .as(state + ": scrolls sideways")
                .isLessThanOrEqualTo(width);
    }
}
