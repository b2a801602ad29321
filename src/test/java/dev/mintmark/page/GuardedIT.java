package dev.mintmark.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.http.guard.ApiKeyFile;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page of a service that requires API keys. */
@QuarkusIntegrationTest
@TestProfile(ApiKeyFile.class)
class GuardedIT extends PageTesting {
    private static final String DIALOG = "api-key-dialog dialog[open]";

    @Test
    void theKeyIsRequestedAndForgottenWithTheTab() {
        page.open("make");
        page.press("make", "Mint the token");
        page.await(() -> page.exists(DIALOG));
        assertThat(page.text(DIALOG)).contains("guarded");
        page.type("an-unknown-key", Keys.ENTER);
        page.await(() -> !page.exists(DIALOG));
        page.press("make", "Mint the token");
        page.await(() -> page.exists(DIALOG));

        page.type(ApiKeyFile.KEY, Keys.ENTER);
        page.await(() -> !page.exists(DIALOG));
        page.press("make", "Mint the token");
        awaitVerdict("make", "valid");
        assertThat(page.js("return document.documentElement.outerHTML + document.querySelector('dialog input').value"))
                .asString()
                .doesNotContain(ApiKeyFile.KEY);

        page.open("make");
        page.press("make", "Mint the token");
        page.await(() -> page.exists(DIALOG));
    }
}
