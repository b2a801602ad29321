package dev.mintmark.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The view Drill. */
@QuarkusIntegrationTest
class DrillIT extends PageTesting {
    private static final String FIRST_TOKEN = "drill-list [data-drill=ok-rs256] .drill-token";

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void everyDrillOfTheCatalogueIsListedInItsGroupWithAnswerAndReason(int width) {
        open(width);
        JsonPath catalogue = RestAssured.get("/drills").jsonPath();
        List<String> ids = catalogue.getList("drills.id");
        assertThat(page.all("drill-list [data-drill]"))
                .hasSameSizeAs(ids)
                .allSatisfy(item -> assertThat(ids).contains(item.getDomAttribute("data-drill")));
        assertThat(page.all("drill-list section"))
                .hasSameSizeAs(new TreeSet<>(catalogue.<String>getList("drills.group")));
        assertThat(page.text("drill-list [data-drill=alg-none] .badge")).isEqualTo("reject 401");
        assertThat(page.text("drill-list [data-drill=ok-rs256] .badge")).isEqualTo("accept 200");
        page.one("drill-list [data-drill=alg-none] summary").click();
        assertThat(page.text("drill-list [data-drill=alg-none] dl"))
                .contains("A correct service MUST reject it: HTTP 401.")
                .contains(catalogue.getString("drills.find { it.id == 'alg-none' }.how"))
                .contains(catalogue.getString("drills.find { it.id == 'alg-none' }.attack"));
        assertThat(page.exists(".drill-token")).as("nothing is minted unasked").isFalse();
        assertNothingScrollsSideways(width);
    }

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void eachTokenIsMadeForTheServiceAndCopied(int width) {
        open(width);
        page.write(page.field("drill", "audience"), "https://billing.example");
        page.press("drill", "Make the tokens");
        page.await(() -> page.exists(FIRST_TOKEN));
        page.watchClipboard();
        assertThat(verify(copy("ok-rs256", 0)).getBoolean("valid")).isTrue();
        JsonPath expired = verify(copy("expired", 0));
        assertThat(expired.getBoolean("valid")).isFalse();
        assertThat(expired.getList("checks.findAll { it.status == 'failed' }.code"))
                .isEqualTo(List.of("expired"));
        assertThat(page.text("[data-drill=alg-none-mixed-case] .drill-tokens")).contains("nOnE: reject 401");
        assertThat(copy("alg-none-mixed-case", 0)).isNotEqualTo(copy("alg-none-mixed-case", 1));
        assertThat(page.text("[data-drill=jwe-zip-bomb] .drill-tokens")).startsWith("Skipped. The tokens may exhaust");
        assertThat(page.text("drill-view [role=status]"))
                .containsPattern("\\d+ tokens by http://localhost:8080. \\d+ drills were skipped");
        assertNothingScrollsSideways(width);
    }

    @Test
    void otherValuesRemoveTheTokensOfTheOldOnes() {
        open(1360);
        page.press("drill", "Make the tokens");
        page.await(() -> page.exists(FIRST_TOKEN));
        page.write(page.field("drill", "audience"), "https://billing.example");
        assertThat(page.exists(".drill-token")).isFalse();
        page.write(page.field("drill", "issuer"), "https://accounts.example.com");
        page.press("drill", "Make the tokens");
        page.await(() -> page.exists("drill-view form-field[data-pointer='/issuer'] .field-error:not([hidden])"));
        assertThat(page.exists(".drill-token")).isFalse();
        assertThat(page.field("drill", "audience").getDomProperty("value")).isEqualTo("https://billing.example");
    }

    @Test
    void theCommandOfTheRunnerHasTheValuesAndIsSafeInAShell() {
        open(1360);
        page.watchClipboard();
        String origin = URI.create(service).resolve("/").toString().replaceAll("/$", "");
        assertThat(command())
                .isEqualTo("java -jar quarkus-run.jar drill --url http://localhost:9090/orders"
                        + " --audience https://orders.example --mintmark " + origin);
        page.write(page.field("drill", "audience"), "it's; rm $(x)");
        page.write(page.field("drill", "url"), "http://localhost:9090/orders?a=b&c");
        page.write(page.field("drill", "issuer"), "https://issuer.test");
        assertThat(command())
                .isEqualTo("java -jar quarkus-run.jar drill --url 'http://localhost:9090/orders?a=b&c'"
                        + " --audience 'it'\\''s; rm $(x)' --issuer https://issuer.test --mintmark " + origin);
    }

    @Test
    void aDrillIsReadToSeeWhatIsWrongWithIt() {
        open(1360);
        page.press("drill", "Make the tokens");
        page.await(() -> page.exists("[data-drill=expired] .drill-token"));
        click("[data-drill=expired] .drill-token > button");
        awaitVerdict("read", "invalid");
        assertThat(page.text("read-view verdict-stamp")).contains("Signature verified", "expired");
    }

    @Test
    void keysAloneMakeAndCopyAToken() {
        open(1360);
        page.watchClipboard();
        page.js("document.querySelector('drill-view h1').focus()");
        page.tab();
        page.type(Keys.chord(Keys.CONTROL, "a"), "https://keys.example", Keys.ENTER);
        page.await(() -> page.exists(FIRST_TOKEN));
        page.await(() -> page.text("#live").contains("drills were skipped"));
        for (int i = 0;
                i < 20
                        && !page.js("return document.activeElement.closest('.drill-token') !== null")
                                .equals(true);
                i++) {
            page.tab();
        }
        page.type(Keys.ENTER);
        assertThat(given().contentType(ContentType.JSON)
                        .body("{\"token\": \"" + page.copied()
                                + "\", \"expect\": {\"audience\": \"https://keys.example\"}}")
                        .post("/tokens/verify")
                        .jsonPath()
                        .getBoolean("valid"))
                .isTrue();
    }

    private void open(int width) {
        page.look("light", width);
        page.open("drill");
        page.await(() -> page.exists("drill-list [data-drill]"));
    }

    private String command() {
        click("drill-view .text-block copy-button button");
        return page.copied();
    }

    private String copy(String drill, int number) {
        WebElement button =
                page.all("[data-drill=" + drill + "] copy-button button").get(number);
        page.js("arguments[0].scrollIntoView({block: 'center'})", button);
        button.click();
        return page.copied();
    }

    private void click(String css) {
        page.js("arguments[0].scrollIntoView({block: 'center'})", page.one(css));
        page.one(css).click();
    }

    private static JsonPath verify(String token) {
        return given().contentType(ContentType.JSON)
                .body("{\"token\": \"" + token + "\", \"expect\": {\"audience\": \"https://billing.example\"}}")
                .post("/tokens/verify")
                .jsonPath();
    }

    private void assertNothingScrollsSideways(int width) {
        assertThat((long) page.js("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }
}
