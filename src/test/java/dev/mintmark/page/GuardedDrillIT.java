package dev.mintmark.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.http.guard.ApiKeyFile;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The view Drill of a service that makes drills for those with an API key. */
@QuarkusIntegrationTest
@TestProfile(GuardedDrillIT.WithDrills.class)
class GuardedDrillIT extends PageTesting {

    /** API key authentication, and drills, which are off with it unless they are turned on. */
    public static final class WithDrills implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(new ApiKeyFile().getConfigOverrides());
            settings.put("mintmark.drills.enabled", "true");
            return settings;
        }
    }

    @Test
    void theKeyIsAskedForAndTheTokensAreMadeWithIt() {
        page.open("drill");
        page.await(() -> page.exists("drill-list [data-drill]"));
        page.write(page.field("drill", "audience"), "https://billing.example");
        page.press("drill", "Make the tokens");
        page.awaitText("drill-view problem-note:not([hidden])", "This service asks for an API key.");
        page.press("drill", "Enter the API key");
        page.await(() -> page.exists("api-key-dialog dialog[open]"));
        page.type(ApiKeyFile.KEY, Keys.ENTER);
        page.await(() -> page.exists("[data-drill=expired] .drill-token"));
        assertThat(page.exists("drill-view problem-note:not([hidden])")).isFalse();
        assertThat(page.field("drill", "audience").getDomProperty("value")).isEqualTo("https://billing.example");
    }
}
