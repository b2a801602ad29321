package dev.mintmark.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingNamesTest {

    @Test
    void aMisspeltVariableIsFound() {
        assertThat(SettingNames.unknownVariables(
                        List.of("MINTMARK_ISUER", "MINTMARK_KEYS_DIR", "MINTMARK_ISSUER", "PATH", "QUARKUS_HTTP_PORT")))
                .containsExactly("MINTMARK_ISUER", "MINTMARK_KEYS_DIR");
    }

    @Test
    void everySettingAndTheServiceVariablesOfKubernetesAreAccepted() {
        assertThat(SettingNames.unknownVariables(List.of(
                        "MINTMARK_KEYS_POLL_INTERVAL",
                        "MINTMARK_KEYS_JWKS_MAX_AGE",
                        "MINTMARK_ACCESS_TOKEN_TYP",
                        "MINTMARK_LIFETIME_MAXIMUM",
                        "MINTMARK_LIMITS_TOKEN",
                        "MINTMARK_LIMITS_CONCURRENT",
                        "MINTMARK_CRYPTO",
                        "MINTMARK_REVOCATIONS",
                        "MINTMARK_REVOCATIONS_ON_OUTAGE",
                        "MINTMARK_REFRESH_FAMILY_LIFETIME",
                        "MINTMARK_GUARD_API_KEYS_FILE",
                        "MINTMARK_SERVICE_HOST",
                        "MINTMARK_SERVICE_PORT_HTTP",
                        "MINTMARK_PORT",
                        "MINTMARK_PORT_8080_TCP_ADDR")))
                .isEmpty();
    }
}
