package dev.mintmark.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RootIssuerTest {
    @Test
    void theIssuerFollowsThePort() {
        assertThat(unset(Map.of()).value()).isEqualTo("http://localhost:8080");
        assertThat(unset(Map.of("quarkus.http.port", "9090")).value()).isEqualTo("http://localhost:9090");
        assertThat(unset(Map.of("quarkus.http.port", "9090")).warning(9090)).isEmpty();
    }

    @Test
    void aPortThatIsUnknownLeavesTheOldIssuerWithAWarning() {
        RootIssuer issuer = unset(Map.of("quarkus.http.port", "0"));

        assertThat(issuer.value()).isEqualTo("http://localhost:8080");
        assertThat(issuer.warning(40_123).orElseThrow()).contains("mintmark.issuer is not set", "port is chosen");
    }

    @Test
    void anApiOverHttpsOnlyLeavesTheOldIssuerWithAWarning() {
        RootIssuer issuer = unset(Map.of("quarkus.http.insecure-requests", "disabled", "quarkus.http.port", "9090"));

        assertThat(issuer.value()).isEqualTo("http://localhost:8080");
        assertThat(issuer.warning(8443).orElseThrow()).contains("HTTPS only");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, 9090",
        "http://mintmark.shop.svc, 8080",
        "https://tokens.example, 8080",
        "http://[::1]:8080, 8081",
    })
    void anIssuerWithAnotherPortThanTheApiGetsAWarning(String issuer, int port) {
        assertThat(set(issuer).value()).isEqualTo(issuer);
        assertThat(set(issuer).warning(port).orElseThrow()).contains(issuer, "listens on port " + port);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:9090, 9090",
        "https://tokens.example, 443",
        "http://tokens.example, 80",
        "my-issuer, 8080",
        "urn:example:issuer, 8080",
        "not a url, 8080",
    })
    void anIssuerWithTheSamePortOrWithoutOneGetsNoWarning(String issuer, int port) {
        assertThat(set(issuer).warning(port)).isEmpty();
    }

    private static RootIssuer set(String issuer) {
        return RootIssuer.of(Optional.of(issuer), new SmallRyeConfigBuilder().build());
    }

    private static RootIssuer unset(Map<String, String> settings) {
        return RootIssuer.of(
                Optional.empty(),
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build());
    }
}
