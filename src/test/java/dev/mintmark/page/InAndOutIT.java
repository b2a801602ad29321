package dev.mintmark.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How tokens and keys come into the page and leave it. */
@QuarkusIntegrationTest
class InAndOutIT extends PageTesting {
    private static final String TOKEN = "read-view token-field textarea";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void aTokenIsSharedByLink(int width) {
        make(width);
        page.watchClipboard();
        String token = page.text("minted-token .token");
        page.press("make", "Copy link");
        String link = page.copied();
        assertThat(link).isEqualTo(service + "#token=" + token);
        page.open(link.substring(link.indexOf('#') + 1));
        awaitVerdict("read", "valid");
        assertThat(page.address()).endsWith("/#read");
        assertThat(page.one(TOKEN).getDomProperty("value")).isEqualTo(token);
    }

    @ParameterizedTest
    @CsvSource({
        "'token=%s'",
        "'access_token=%s&token_type=Bearer&expires_in=900'",
        "'state=x&id_token=%s'",
        "'/access_token=%s'"
    })
    void aTokenInTheFragmentIsReadAndTakenOutOfTheAddress(String fragment) {
        page.open(fragment.formatted(mint("{\"subject\": \"ada\", \"audience\": \"https://orders.example\"}")));
        awaitVerdict("read", "valid");
        assertThat(page.address()).endsWith("/#read");
        assertThat(page.text("read-view token-part.of-payload")).contains("ada");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'Authorization: Bearer %s' | the header name, “Bearer”",
                "'Bearer %s' | “Bearer”",
                "'\"%s\",' | quotes",
                "'{\"access_token\": \"%s\", \"token_type\": \"Bearer\"}' | everything but access_token",
                "'token %s was refused' | the text around it",
            })
    void whatIsCopiedAlongIsRemovedVisibly(String around, String removed) {
        page.open("read");
        String token = mint("{\"subject\": \"ada\"}");
        read(around.formatted(token));
        awaitVerdict("read", "valid");
        assertThat(page.one(TOKEN).getDomProperty("value")).isEqualTo(token);
        assertThat(page.text("token-field .hint")).contains("Removed " + removed);
        page.press("read", "Undo");
        assertThat(page.one(TOKEN).getDomProperty("value")).isEqualTo(around.formatted(token));
    }

    @ParameterizedTest
    @ValueSource(ints = {1360, 360})
    void aTokenWithLineBreaksIsJoined(int width) {
        page.look("light", width);
        page.open("read");
        String token = mint("{\"subject\": \"ada\"}");
        read("Bearer " + token.substring(0, 70) + "\r\n  " + token.substring(70));
        awaitVerdict("read", "valid");
        assertThat(page.text("token-field .hint")).contains("line breaks");
        assertThat(page.one(TOKEN).getDomProperty("value")).isEqualTo(token);
    }

    @Test
    void eachFieldTakesAFileOfItsOwn() throws IOException {
        ForeignIssuer issuer = ForeignIssuer.create("EdDSA");
        String token = issuer.mint("{\"audience\": \"a\"}");
        page.open("read");
        choose("token-field", "token.jwt", token + "\n");
        awaitVerdict("read", "foreign");
        page.drop("trust-form form-field", "jwks.json", issuer.jwks());
        awaitVerdict("read", "valid");
        assertThat(page.one(TOKEN).getDomProperty("value")).isEqualTo(token);
        page.drop("token-field", "other.jwt", "Bearer " + mint("{}"));
        awaitVerdict("read", "invalid");
        page.field("read", "This service’s keys").click();
        awaitVerdict("read", "valid");
    }

    @Test
    void aTextThatIsPastedBesideAllFieldsGoesWhereItBelongs() {
        ForeignIssuer issuer = ForeignIssuer.create("ES256");
        page.open("make");
        page.paste("Bearer " + issuer.mint("{}"));
        awaitVerdict("read", "foreign");
        page.drop("read-view", "", issuer.jwks());
        awaitVerdict("read", "valid");
        page.paste("no token");
        assertThat(page.exists("read-view verdict-stamp[data-verdict=valid]")).isTrue();
    }

    @Test
    void aCommandWithASecretSaysSo() {
        make(1360);
        page.watchClipboard();
        page.press("make", "Copy as curl");
        assertThat(page.copied()).startsWith("curl -s ").doesNotContain("secret");
        page.field("make", "My secret").click();
        page.press("make", "Generate a secret");
        awaitMinted();
        page.press("make", "Copy as curl, with your secret");
        assertThat(page.copied()).contains("\"secret\":");
        page.field("make", "My private key").click();
        page.press("make", "Generate a key");
        awaitMinted();
        page.press("make", "Copy as curl, with your private key");
        assertThat(page.copied()).contains("\"key\":");
    }

    private void choose(String field, String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        page.one(field + " input[type=file]").sendKeys(file.toString());
    }
}
