package dev.mintmark.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The two answers: is the signature verified, and can the token be used now. */
@QuarkusIntegrationTest
class VerdictIT extends PageTesting {
    private static final String STAMP = "read-view verdict-stamp";

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void anExpiredTokenIsVerifiedButNotUsable(int width) {
        make(width);
        page.await(() -> page.all("#make-start option").size() > 1);
        new Select(page.one("#make-start")).selectByVisibleText("Expired: Access token");
        awaitVerdict("make", "invalid");
        assertThat(page.text("make-view verdict-stamp"))
                .contains("Signature verified")
                .contains("Usable now: no, expired 45 min");
        page.press("make", "Read it");
        awaitVerdict("read", "invalid");
        assertThat(page.text(STAMP)).contains("Signature verified").contains("Usable now: no, expired 45 min");
    }

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void aForeignTokenIsNeutralAndItsKeysAreAskedFor(int width) {
        page.look("light", width);
        page.open("read");
        page.watchRequests();
        read(TestTokens.unsigned(
                        "{\"alg\":\"RS256\",\"kid\":\"theirs\"}",
                        "{\"iss\":\"https://accounts.example/tenant\",\"sub\":\"a\",\"aud\":\"b\",\"exp\":9999999999}")
                + "c2lnbmF0dXJl");
        awaitVerdict("read", "foreign");
        assertThat(page.text(STAMP))
                .contains("Not signed by this service")
                .contains("Paste its JWKS")
                .contains("unknown until the signature is verified");
        assertThat(page.exists(STAMP + " [data-state=wrong], " + STAMP + " [data-state=no]"))
                .isFalse();
        WebElement link = page.one("read-verdict a");
        assertThat(link.getDomAttribute("href"))
                .isEqualTo("https://accounts.example/tenant/.well-known/openid-configuration");
        assertThat(link.getDomAttribute("rel")).contains("noreferrer");
        assertThat(page.field("read", "public keys").isDisplayed()).isTrue();
        assertThat(page.requests()).allMatch(request -> request.startsWith("/tokens/"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void aForeignTokenIsVerifiedWithItsJwks(int width) {
        page.look("light", width);
        ForeignIssuer issuer = ForeignIssuer.create("ES256");
        page.open("read");
        page.paste(issuer.mint("{\"audience\": \"https://orders.example\"}"));
        awaitVerdict("read", "foreign");
        page.paste(issuer.jwks());
        awaitVerdict("read", "valid");
        assertThat(page.text(STAMP)).contains("with the key you gave").contains("Usable now: yes");
        page.paste(ForeignIssuer.create("ES256").jwks());
        awaitVerdict("read", "invalid");
    }

    @Test
    void aForgedTokenOfThisServiceIsRed() {
        page.open("read");
        String[] parts = mint("{\"subject\": \"ada\"}").split("\\.");
        read(parts[0] + "." + mint("{\"subject\": \"eve\"}").split("\\.")[1] + "." + parts[2]);
        awaitVerdict("read", "invalid");
        assertThat(page.text(STAMP)).contains("Signature not verified").contains("Usable now: no");
        read(TestTokens.unsigned("{\"alg\":\"none\"}", "{\"sub\":\"eve\"}"));
        page.awaitText(STAMP, "Not signed");
        assertThat(page.one("read-view .verdict-line").getDomAttribute("data-state"))
                .isEqualTo("wrong");
    }

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void readingOneVerifiesWithTheSecretThatSignedIt(int width) {
        make(width);
        page.field("make", "My secret").click();
        page.press("make", "Generate a secret");
        page.awaitText("make-view verdict-stamp", "with the secret you gave");
        page.press("make", "Read it");
        awaitVerdict("read", "valid");
        assertThat(page.text(STAMP)).contains("HS256, with the secret you gave");
    }

    @Test
    void readingOneVerifiesWithThePublicHalfOfTheKeyThatSignedIt() {
        make(1360);
        page.field("make", "My private key").click();
        page.press("make", "Generate a key");
        page.awaitText("make-view verdict-stamp", "ES256, with the key you gave");
        page.press("make", "Read it");
        awaitVerdict("read", "valid");
        assertThat(page.text(STAMP)).contains("ES256, with the key you gave");
        assertThat(page.field("read", "public keys").getDomProperty("value"))
                .contains("\"x\"")
                .doesNotContain("\"d\"");
    }

    @Test
    void aTokenThatIsSignedWithASecretAsksForIt() {
        page.open("read");
        read(mint("{\"algorithm\": \"HS256\", \"audience\": \"a\", \"secret\": \"" + "s3cret-".repeat(7) + "\"}"));
        awaitVerdict("read", "foreign");
        assertThat(page.text(STAMP)).contains("Enter its secret");
        page.write(page.field("read", "secret"), "s3cret-".repeat(7));
        awaitVerdict("read", "valid");
        page.write(page.field("read", "secret"), "s3cret-".repeat(6));
        awaitVerdict("read", "invalid");
    }

    @Test
    void aSuggestedFieldNeverReplacesAChosenOne() {
        page.open("read");
        read(mint("{\"algorithm\": \"HS256\", \"secret\": \"" + "s3cret-".repeat(7) + "\"}"));
        awaitVerdict("read", "foreign");
        page.watchRequests();
        page.field("read", "JWKS, JWK or PEM").click();
        page.await(() -> page.requests().size() == 2 && !page.exists("read-verdict[aria-busy]"));
        assertThat(page.field("read", "public keys").isDisplayed()).isTrue();
    }
}
