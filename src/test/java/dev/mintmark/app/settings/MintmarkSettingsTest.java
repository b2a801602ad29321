package dev.mintmark.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mintmark.app.settings.MintmarkSettings.Revoking.Store;
import dev.mintmark.tokens.verify.RevocationCheck.OnOutage;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MintmarkSettingsTest {

    @Test
    void everyDefaultHasItsDocumentedValue() {
        MintmarkSettings settings = settings(Map.of());

        assertThat(settings.issuer()).isEmpty();
        assertThat(settings.algorithm()).isEqualTo("RS256");
        assertThat(settings.accessToken().typ()).isEqualTo("JWT");
        assertThat(settings.lifetime().access()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.lifetime().id()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.lifetime().generic()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.lifetime().refresh()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.lifetime().maximum()).isEqualTo(Duration.ofDays(3650));
        assertThat(settings.refresh().familyLifetime()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.refresh().grace()).isZero();
        assertThat(settings.revocations().store()).isEqualTo(Store.MEMORY);
        assertThat(settings.revocations().onOutage()).isEqualTo(OnOutage.REFUSE);
        assertThat(settings.revocations().maximum()).isEqualTo(1_000_000);
        assertThat(settings.subject()).isEmpty();
        assertThat(settings.audience()).isEmpty();
        assertThat(settings.clientId()).isEmpty();
        assertThat(settings.keys().directory()).isEmpty();
        assertThat(settings.keys().pollInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.keys().announce()).isEqualTo(2);
        assertThat(settings.keys().jwksMaxAge()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.crypto()).isEqualTo(CryptoProvider.AUTO);
        assertThat(settings.limits().body().asLongValue()).isEqualTo(256 * 1024);
        assertThat(settings.limits().token().asLongValue()).isEqualTo(64 * 1024);
        assertThat(settings.limits().concurrent()).isEqualTo(1_000);
        assertThat(settings.batch().maximum()).isEqualTo(100_000);
        assertThat(settings.guard().apiKeysFile()).isEmpty();
        assertThat(settings.http().hosts()).isEmpty();
    }

    @Test
    void everySettingHasItsName() {
        MintmarkSettings settings = settings(Map.ofEntries(
                Map.entry("mintmark.issuer", "https://issuer.example"),
                Map.entry("mintmark.limits.concurrent", "50"),
                Map.entry("mintmark.guard.api-keys-file", "/api-keys"),
                Map.entry("mintmark.algorithm", "ES256"),
                Map.entry("mintmark.access-token.typ", "at+jwt"),
                Map.entry("mintmark.lifetime.access", "5m"),
                Map.entry("mintmark.lifetime.id", "PT1H"),
                Map.entry("mintmark.lifetime.generic", "90"),
                Map.entry("mintmark.lifetime.refresh", "7d"),
                Map.entry("mintmark.refresh.family-lifetime", "60d"),
                Map.entry("mintmark.refresh.grace", "10s"),
                Map.entry("mintmark.revocations", "redis"),
                Map.entry("mintmark.revocations.on-outage", "allow"),
                Map.entry("mintmark.revocations.maximum", "5"),
                Map.entry("mintmark.lifetime.maximum", "30d"),
                Map.entry("mintmark.subject", "alice"),
                Map.entry("mintmark.audience", "one,two"),
                Map.entry("mintmark.client-id", "client-1"),
                Map.entry("mintmark.keys.directory", "/keys"),
                Map.entry("mintmark.keys.poll-interval", "1s"),
                Map.entry("mintmark.keys.announce", "0"),
                Map.entry("mintmark.keys.jwks-max-age", "10s"),
                Map.entry("mintmark.crypto", "native"),
                Map.entry("mintmark.limits.body", "1M"),
                Map.entry("mintmark.batch.maximum", "5000"),
                Map.entry("mintmark.http.hosts", "mint.example,other.example"),
                Map.entry("mintmark.limits.token", "8K")));

        assertThat(settings.issuer()).contains("https://issuer.example");
        assertThat(settings.algorithm()).isEqualTo("ES256");
        assertThat(settings.accessToken().typ()).isEqualTo("at+jwt");
        assertThat(settings.lifetime().access()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.lifetime().id()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.lifetime().generic()).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.lifetime().refresh()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.refresh().familyLifetime()).isEqualTo(Duration.ofDays(60));
        assertThat(settings.refresh().grace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.revocations().store()).isEqualTo(Store.REDIS);
        assertThat(settings.revocations().onOutage()).isEqualTo(OnOutage.ALLOW);
        assertThat(settings.revocations().maximum()).isEqualTo(5);
        assertThat(settings.lifetime().maximum()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.subject()).contains("alice");
        assertThat(settings.audience()).contains(List.of("one", "two"));
        assertThat(settings.clientId()).contains("client-1");
        assertThat(settings.keys().directory()).contains("/keys");
        assertThat(settings.keys().pollInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.keys().announce()).isZero();
        assertThat(settings.keys().jwksMaxAge()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.crypto()).isEqualTo(CryptoProvider.NATIVE);
        assertThat(settings.limits().body().asLongValue()).isEqualTo(1024 * 1024);
        assertThat(settings.limits().token().asLongValue()).isEqualTo(8 * 1024);
        assertThat(settings.limits().concurrent()).isEqualTo(50);
        assertThat(settings.batch().maximum()).isEqualTo(5000);
        assertThat(settings.guard().apiKeysFile()).contains("/api-keys");
        assertThat(settings.http().hosts()).contains(List.of("mint.example", "other.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "mintmark.isuer,x",
        "mintmark.keys.dir,x",
        "mintmark.lifetime.access,soon",
        "mintmark.limits.body,big",
        "mintmark.revocations,disk",
        "mintmark.crypto,openssl",
        "mintmark.limits.concurrent,0",
        "mintmark.batch.maximum,-1",
        "mintmark.revocations.maximum,0",
        "mintmark.keys.announce,-1",
        "mintmark.keys.poll-interval,0s"
    })
    void anUnknownNameOrABrokenValueIsAnError(String name, String value) {
        assertThatThrownBy(() -> settings(Map.of(name, value))).hasStackTraceContaining(name);
    }

    private static MintmarkSettings settings(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(MintmarkSettings.class)
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(MintmarkSettings.class);
    }
}
