package dev.mintmark.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.Select;

/** The views Keys, Learn and Integrate. */
@QuarkusIntegrationTest
class OtherViewsIT extends PageTesting {

    @Test
    void theRingIsShownWithItsPublicKeys() {
        page.open("keys");
        page.await(() -> page.all("keys-view .ring tbody tr").size() == 13);
        assertThat(page.text("keys-view .ring")).contains("ES256").contains("active");
        page.one("keys-view button[aria-label='PEM of ES256']").click();
        page.awaitText("keys-view .text-block", "BEGIN PUBLIC KEY");
        page.press("keys", "Show JWKS");
        page.awaitText("keys-view .text-block", "\"keys\"");
    }

    @Test
    void aKeyIsGeneratedAndConverted() {
        page.open("keys");
        new Select(page.field("keys", "algorithm")).selectByValue("EdDSA");
        page.press("keys", "Generate");
        page.await(() -> page.all("keys-view form .text-block").size() == 4);
        String pem = page.text("keys-view pre[aria-label='Private key, PEM']");
        String jwk = page.text("keys-view pre[aria-label='Private key, JWK']");
        page.write(page.field("keys", "key"), jwk);
        page.press("keys", "Convert");
        page.await(
                () -> page.all("keys-view pre[aria-label='Private key, PEM']").size() == 2);
        assertThat(page.all("keys-view pre[aria-label='Private key, PEM']")
                        .get(1)
                        .getText())
                .isEqualTo(pem);
        page.write(page.field("keys", "key"), "no key");
        page.press("keys", "Convert");
        page.await(() -> page.exists("form-field[data-pointer='/key'] .field-error:not([hidden])"));
        new Select(page.field("keys", "algorithm")).selectByValue("HS256");
        page.press("keys", "Generate");
        page.awaitText("keys-view form .text-block", "Secret, base64url");
    }

    @Test
    void handbookAndRulesAreSearchedAndAnAdvisoryLinksToItsRule() {
        page.open("learn");
        page.await(() -> page.all("learn-view .rules > details").size() > 90);
        page.write(page.field("learn", "search the handbook and the rules"), "localstorage");
        page.awaitText("learn-view .handbook", "in memory");
        page.await(() -> page.all("learn-view .rules > details").size() < 20);
        assertThat(page.text("learn-view .comparison")).contains("Refresh token");
        page.js("location.hash = 'learn/aud-missing'");
        page.await(() -> page.exists("learn-view details[open][data-rule=aud-missing]"));
    }

    @Test
    void snippetsAreFilledWithTheLastToken() {
        make(1360);
        new Select(page.field("make", "algorithm")).selectByValue("PS256");
        page.write(page.field("make", "audience"), "https://billing.example");
        page.awaitText("make-view verdict-stamp", "https://billing.example");
        page.go("integrate");
        page.field("integrate", "Node, jose").click();
        page.awaitText("integrate-view pre", "jwtVerify");
        assertThat(page.text("integrate-view pre"))
                .contains("'https://billing.example'")
                .contains("'PS256'")
                .contains("/.well-known/jwks.json")
                .doesNotContain("{{");
        page.field("integrate", "k6").click();
        page.awaitText("integrate-view pre", "k6/http");
        page.write(page.field("integrate", "issuer"), "https://issuer.example");
        page.awaitText("integrate-view pre", "https://issuer.example");
    }
}
