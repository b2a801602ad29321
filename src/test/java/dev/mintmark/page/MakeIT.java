package dev.mintmark.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The view Make. */
@QuarkusIntegrationTest
class MakeIT extends PageTesting {
    private static final String JSON = "make-view request-editor code-field textarea";

    @Test
    void mintsATokenAndShowsThatTheServiceVerifiesIt() {
        make(1360);
        new Select(page.field("make", "algorithm")).selectByValue("ES256");
        page.awaitText("make-view .when", "first choice");
        WebElement subject = page.field("make", "subject");
        subject.clear();
        subject.sendKeys("walter", Keys.chord(Keys.CONTROL, Keys.ENTER));
        page.awaitText("make-view token-part.of-payload", "walter");
        awaitVerdict("make", "valid");
        String token = page.text("minted-token .token");
        assertThat(page.all("minted-token .token .part")).hasSize(3);
        assertThat(page.text("minted-token .sizes")).contains(token.length() + " bytes");
        given().contentType(ContentType.JSON)
                .body("{\"token\": \"" + token
                        + "\", \"expect\": {\"subject\": \"walter\", \"algorithms\": [\"ES256\"]}}")
                .post("/tokens/verify")
                .then()
                .body("valid", org.hamcrest.Matchers.equalTo(true));
        assertThat(page.text("#live")).contains("Signature verified. Usable now: yes");
    }

    @Test
    void aNewTokenIsMintedOnceMore() {
        make(1360);
        String token = page.text("minted-token .token");
        page.press("make", "Mint again");
        page.await(() -> !page.text("minted-token .token").equals(token));
        awaitVerdict("make", "valid");
    }

    @Test
    void formAndJsonFollowEachOther() {
        make(1360);
        request(
                "{\"client_id\": \"orders\", \"roles\": [\"clerk\", \"auditor\"], \"permissions\": [\"orders:approve\"]}");
        page.choose("make", "Show the request as", "Form");
        assertThat(values("make-view .row-name")).containsExactly("client_id", "roles", "permissions");
        WebElement roles = page.all("make-view .row-value input").get(1);
        assertThat(roles.getDomProperty("value")).isEqualTo("clerk, auditor");
        roles.sendKeys(", boss");
        assertThat(page.one(JSON).getDomProperty("value")).contains("\"boss\"");
        request("{\"subject\": \"ada\", \"claims\": {\"big\": 12345678901234567890}}");
        page.choose("make", "Show the request as", "Form");
        assertThat(page.field("make", "subject").getDomProperty("value")).isEqualTo("ada");
        assertThat(values("make-view .row-name")).containsExactly("big");
        page.awaitText("make-view token-part.of-payload", "12345678901234567890");
    }

    @Test
    void warnsWhileTheLifetimeIsChosen() {
        make(1360);
        assertThat(page.text("make-view .lifetime-warning")).isEmpty();
        WebElement slider = page.one("make-view input[type=range]");
        slider.sendKeys(Keys.ARROW_RIGHT);
        page.awaitText("make-view .lifetime-warning", "30 min");
        slider.sendKeys(Keys.END);
        page.awaitText("make-view .lifetime-warning", "critical");
        slider.sendKeys(Keys.HOME);
        page.await(() -> page.text("make-view .lifetime-warning").isEmpty());
    }

    /** The network may reorder two responses; this one also arrives after the request was aborted. */
    @Test
    void aLateResponseIsNotShown() {
        make(1360);
        page.js("const real = fetch; window.late = 0;"
                + "window.fetch = async (path, options) => {"
                + "  const answer = await real(path, {...options, signal: undefined});"
                + "  if (String(options.body).includes('hunter2')) { await new Promise(r => setTimeout(r, 1200)); late++; }"
                + "  return answer; }");
        request("{\"claims\": {\"password\": \"hunter2\"}}");
        page.js("return new Promise(r => setTimeout(r, 500))");
        page.write(page.one(JSON), "{\"audience\": \"*\"}");
        page.await(() -> page.exists("make-view [data-rule=aud-wildcard]"));
        page.await(() -> page.js("return late").equals(1L));
        page.js("return new Promise(r => setTimeout(r, 100))");
        assertThat(page.exists("make-view [data-rule=aud-wildcard]")).isTrue();
        assertThat(page.exists("make-view [data-rule=data-credential-claim]")).isFalse();
        assertThat(page.text("make-view token-part.of-payload")).doesNotContain("hunter2");
    }

    @Test
    void theCopiedCommandMintsSuchATokenAgain() throws Exception {
        assumeTrue(new ProcessBuilder("sh", "-c", "command -v curl").start().waitFor() == 0, "curl is needed");
        make(1360);
        page.watchClipboard();
        request("{\"subject\": \"o'hara\"}");
        page.awaitText("make-view token-part.of-payload", "o'hara");
        page.press("make", "Copy header");
        assertThat(page.copied()).isEqualTo("Authorization: Bearer " + page.text("minted-token .token"));
        page.press("make", "Copy token");
        assertThat(page.copied()).isEqualTo(page.text("minted-token .token"));
        page.press("make", "Copy as curl");
        Process curl = new ProcessBuilder("sh", "-c", page.copied()).start();
        String answer = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(curl.waitFor()).isZero();
        assertThat(answer).contains("\"sub\":\"o'hara\"");
    }

    @Test
    void aPairIsShownWithItsRefreshToken() {
        make(1360);
        page.field("make", "Add a refresh token").click();
        page.await(() -> page.all("minted-token token-strip").size() == 2);
    }

    @Test
    void signsAndVerifiesWithACallersSecret() {
        make(1360);
        page.field("make", "My secret").click();
        page.await(() -> page.exists("make-view minted-token[data-outdated]"));
        page.write(page.field("make", "secret"), "a-secret-of-more-than-thirty-two-bytes-for-tests");
        page.awaitText("make-view verdict-stamp", "HS256, with the secret you gave");
        page.write(page.field("make", "secret"), "short");
        page.awaitText("form-field[data-pointer='/secret'] .field-error", "bits");
        // Advice on the same request, which refuses less, does not take the error back.
        page.awaitText("make-view .advisories", "40 bits");
        assertThat(page.text("form-field[data-pointer='/secret'] .field-error")).contains("bits");
        page.write(page.field("make", "secret"), "a-secret-of-more-than-thirty-two-bytes-for-tests");
        page.await(() -> !page.exists("form-field[data-pointer='/secret'] .field-error:not([hidden])"));
        page.field("make", "This service’s key").click();
        page.awaitText("make-view verdict-stamp", "RS256, by a key of this service");
        assertThat(page.one(JSON).getDomProperty("value")).doesNotContain("secret");
    }

    @Test
    void anErrorStandsAtItsField() {
        make(1360);
        page.write(page.field("make", "lifetime"), "20 years");
        page.await(() -> page.exists("form-field[data-pointer='/expires_in'] .field-error:not([hidden])"));
        assertThat(page.field("make", "lifetime").getDomAttribute("aria-invalid"))
                .isEqualTo("true");
        page.write(page.field("make", "lifetime"), "10m");
        page.await(() -> !page.exists("form-field[data-pointer='/expires_in'] .field-error:not([hidden])"));
    }

    private List<String> values(String css) {
        return page.all(css).stream()
                .map(control -> control.getDomProperty("value"))
                .toList();
    }
}
