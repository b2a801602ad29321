package dev.mintmark.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The view Make. */
@QuarkusIntegrationTest
class MakeIT extends PageTesting {
    private static final String JSON = "make-view code-field textarea";

    @Test
    void mintsATokenAndShowsThatTheServiceVerifiesIt() {
        page.open("make");
        new Select(page.field("make", "algorithm")).selectByValue("ES256");
        page.awaitText("make-view .when", "first choice");
        WebElement subject = page.field("make", "subject");
        subject.clear();
        subject.sendKeys("walter", Keys.chord(Keys.CONTROL, Keys.ENTER));
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
        assertThat(page.text("#live")).contains("Verified");
    }

    @Test
    void formAndJsonStayInStep() {
        page.open("make");
        page.press("make", "Roles");
        assertThat(page.field("make", "roles").getDomProperty("value")).isEqualTo("clerk, auditor");
        page.field("make", "roles").sendKeys(", boss");
        assertThat(page.one(JSON).getDomProperty("value")).contains("\"boss\"");
        page.write(page.one(JSON), "{\"subject\": \"ada\", \"claims\": {\"big\": 12345678901234567890}}");
        assertThat(page.field("make", "subject").getDomProperty("value")).isEqualTo("ada");
        assertThat(page.field("make", "roles").getDomProperty("value")).isEmpty();
        page.write(page.one(JSON), "{\"subject\": ");
        page.await(() -> page.exists("make-view code-field + problem-note:not([hidden])"));
        page.write(page.one(JSON), "{\"subject\": \"ada\", \"claims\": {\"big\": 12345678901234567890}}");
        page.press("make", "Mint the token");
        awaitVerdict("make", "valid");
        page.press("make", "Read it");
        page.awaitText("token-part.of-payload pre", "12345678901234567890");
    }

    @Test
    void warnsWhileTheLifetimeIsDrawn() {
        page.open("make");
        page.await(() -> page.exists("make-view .advisories"));
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
        page.open("make");
        page.await(() -> page.exists("make-view .advisories"));
        page.js("const real = fetch; window.answered = 0;"
                + "window.fetch = async (path, options) => {"
                + "  const answer = await real(path, {...options, signal: undefined});"
                + "  if (String(options.body).includes('hunter2')) await new Promise(r => setTimeout(r, 1200));"
                + "  answered++; return answer; }");
        page.write(page.one(JSON), "{\"claims\": {\"password\": \"hunter2\"}}");
        page.await(() -> Boolean.TRUE.equals(page.js("return performance.getEntriesByType('resource').length > 0")));
        page.js("return new Promise(r => setTimeout(r, 400))");
        page.write(page.one(JSON), "{\"audience\": \"*\"}");
        page.await(() -> page.exists("make-view [data-rule=aud-wildcard]"));
        page.await(() -> page.js("return answered").equals(2L));
        page.js("return new Promise(r => setTimeout(r, 100))");
        assertThat(page.exists("make-view [data-rule=aud-wildcard]")).isTrue();
        assertThat(page.exists("make-view [data-rule=data-credential-claim]")).isFalse();
    }

    @Test
    void deliberatelyWrongTokensAreRejected() {
        page.open("make");
        page.press("make", "Expired");
        page.press("make", "Mint the token");
        awaitVerdict("make", "invalid");
        assertThat(page.text("make-view verdict-stamp")).contains("Not valid").contains("expired");
    }

    @Test
    void theCopiedCommandMintsSuchATokenAgain() throws Exception {
        assumeTrue(new ProcessBuilder("sh", "-c", "command -v curl").start().waitFor() == 0, "curl is needed");
        page.open("make");
        page.js("navigator.clipboard.writeText = async text => { window.copied = text; }");
        page.write(page.one(JSON), "{\"subject\": \"o'hara\"}");
        page.press("make", "Mint the token");
        awaitVerdict("make", "valid");
        page.press("make", "Copy as header");
        assertThat(page.js("return copied")).isEqualTo("Authorization: Bearer " + page.text("minted-token .token"));
        page.press("make", "Copy as curl");
        Process curl = new ProcessBuilder("sh", "-c", (String) page.js("return copied")).start();
        String answer = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(curl.waitFor()).isZero();
        assertThat(answer).contains("\"sub\":\"o'hara\"");
    }

    @Test
    void aPairIsShownWithItsRefreshToken() {
        page.open("make");
        page.press("make", "Access + refresh");
        page.press("make", "Mint the token");
        awaitVerdict("make", "valid");
        assertThat(page.all("minted-token token-strip")).hasSize(2);
    }

    @Test
    void signsAndVerifiesWithACallersSecret() {
        page.open("make");
        page.field("make", "my secret").click();
        page.write(page.field("make", "secret"), "a-secret-of-more-than-thirty-two-bytes-for-tests");
        page.press("make", "Mint the token");
        awaitVerdict("make", "valid");
        assertThat(page.text("minted-token .facts")).contains("HS256").contains("your own");
        page.write(page.field("make", "secret"), "short");
        page.press("make", "Mint the token");
        page.awaitText("form-field[data-pointer='/secret'] .field-error", "bits");
        // Advice on the same request, which rejects less, does not remove the error.
        page.awaitText("make-view .advisories", "40 bits");
        assertThat(page.text("form-field[data-pointer='/secret'] .field-error")).contains("bits");
        page.write(page.field("make", "secret"), "a-secret-of-more-than-thirty-two-bytes-for-tests");
        page.await(() -> !page.exists("form-field[data-pointer='/secret'] .field-error:not([hidden])"));
    }

    @Test
    void anErrorIsShownNextToItsField() {
        page.open("make");
        page.write(page.field("make", "lifetime"), "20 years");
        page.await(() -> page.exists("form-field[data-pointer='/expires_in'] .field-error:not([hidden])"));
        assertThat(page.field("make", "lifetime").getDomAttribute("aria-invalid"))
                .isEqualTo("true");
        page.write(page.field("make", "lifetime"), "10m");
        page.await(() -> !page.exists("form-field[data-pointer='/expires_in'] .field-error:not([hidden])"));
    }

    @Test
    void aLostConnectionIsReportedAndCanBeRetried() {
        page.open("make");
        page.await(() -> page.exists("make-view .advisories"));
        page.offline(true);
        try {
            page.press("make", "Mint the token");
            page.awaitText("make-view problem-note:not([hidden])", "No connection");
        } finally {
            page.offline(false);
        }
        page.press("make", "Try again");
        awaitVerdict("make", "valid");
    }
}
