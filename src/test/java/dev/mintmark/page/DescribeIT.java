package dev.mintmark.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The field "Describe the token": what was understood is shown before anything is minted. */
@QuarkusIntegrationTest
class DescribeIT extends PageTesting {
    private static final String UNDERSTOOD = "describe-field mark.is-understood";

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void eachUnderstoodWordHasItsMemberAndNothingIsMintedBeforeItIsUsed(int width) {
        make(width);
        describe("expired admin token for alice at acme, audience https://billing.example, purple elephants");
        page.await(() -> page.exists(UNDERSTOOD));
        assertThat(marks(UNDERSTOOD)).contains("for alice → subject", "admin → roles", "at acme → tenant");
        assertThat(marks("describe-field mark.is-assumed"))
                .allMatch(mark -> mark.startsWith("expired → "))
                .isNotEmpty();
        assertThat(marks("describe-field mark.is-ignored")).anyMatch(mark -> mark.contains("elephants"));
        assertThat(page.text("describe-field .described"))
                .contains("Assumed", "/issued_at = \"-1h\"", "Ignored", "“purple")
                .contains("This is an access token for “alice”");
        assertThat(minted()).as("before it is used").isEmpty();
        assertThat((long) page.js("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        page.press("make", "Use this request");
        awaitVerdict("make", "invalid");
        assertThat(minted()).singleElement().asString().contains("\"subject\":\"alice\"", "\"tenant\":\"acme\"");
        assertThat(page.text("make-view token-part.of-payload")).contains("https://billing.example");
        assertThat(page.one("#make-start").getDomProperty("value")).isEmpty();
    }

    @Test
    void aDescriptionOfWhichNothingIsUnderstoodNeverMints() {
        make(1360);
        describe("purple elephants");
        page.awaitText("describe-field", "Nothing was understood");
        page.js("document.querySelector('#make-describe').focus()");
        page.type(Keys.ENTER);
        assertThat(page.one("describe-field .actions button").isEnabled()).isFalse();
        page.write(page.one("#make-describe"), "");
        page.await(() -> page.text("describe-field .described").isEmpty());
        page.type(Keys.ENTER);
        assertThat(minted()).isEmpty();
        assertThat(page.exists("make-view minted-token:not([data-outdated])")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HS256 token for alice signed with secret hunter2",
                "token for alice eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.c2ln"
            })
    void aSecretOrTokenInTheDescriptionIsNotRepeated(String sentence) {
        make(1360);
        describe(sentence);
        page.await(() -> page.exists("describe-field mark.is-ignored"));
        assertThat(page.text("describe-field .described"))
                .contains("alice", "not shown")
                .doesNotContain("hunter2")
                .doesNotContain("eyJ");
        page.press("make", "Use this request");
        awaitMinted();
        assertThat(minted()).allSatisfy(body -> assertThat(body).doesNotContain("hunter2", "eyJ"));
    }

    @Test
    void keysAloneUseADescription() {
        make(1360);
        page.watchRequests();
        page.js("document.querySelector('#make-describe').focus()");
        page.type("id token for bob, 5 minutes");
        page.await(() -> marks(UNDERSTOOD).contains("for bob → subject"));
        page.type(Keys.ENTER);
        page.awaitText("make-view token-part.of-payload", "bob");
        assertThat(minted()).hasSize(1);
    }

    @Test
    void aDescriptionThatCannotBeReadNowIsKept() {
        make(1360);
        page.offline(true);
        describe("token for alice");
        page.awaitText("describe-field problem-note:not([hidden])", "No connection");
        assertThat(page.one("#make-describe").getDomProperty("value")).isEqualTo("token for alice");
    }

    private void describe(String sentence) {
        page.watchRequests();
        page.write(page.one("#make-describe"), sentence);
    }

    private List<String> minted() {
        return page.requests().stream()
                .filter(request -> request.startsWith("/tokens "))
                .toList();
    }

    /** Each marked part with the label below it. */
    private List<String> marks(String css) {
        return page.all(css).stream().map(DescribeIT::mark).toList();
    }

    private static String mark(WebElement mark) {
        String label = mark.findElement(By.tagName("small")).getText();
        String text = mark.getText();
        return text.substring(0, text.length() - label.length()).strip() + " → " + label.split("/")[0];
    }
}
