package dev.mintmark.http.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginPolicyTest {
    private static final OriginPolicy POLICY = OriginPolicy.of(
            List.of("Mint.Dev.Example", "issuer.example", "dotted.example."),
            List.of("https://app.example", "/https://[a-z]+\\.team\\.example/"));

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, localhost",
        "http://localhost, localhost",
        "HTTP://LOCALHOST:8080, LocalHost",
        "http://localhost:5173, localhost",
        "https://localhost:8443, localhost",
        "http://127.0.0.1:8080, 127.0.0.1",
        "http://127.8.9.10, 127.8.9.10",
        "http://192.168.1.20:8080, 192.168.1.20",
        "http://[::1]:8080, [::1]",
        "http://[2001:db8::7], [2001:db8::7]",
        "http://mintmark:8080, mintmark",
        "http://my_mint:8080, my_mint",
        "http://mint.localhost:8080, mint.localhost",
        "http://mintmark.auth.svc:8080, mintmark.auth.svc",
        "http://mintmark.auth.svc.cluster.local:8080, mintmark.auth.svc.cluster.local",
        "https://mint.dev.example, mint.dev.example",
        "https://issuer.example:9443, issuer.example",
        "https://dotted.example., dotted.example.",
    })
    void aPageOfTheServicesOwnKnownHostIsAllowed(String origin, String requestHost) {
        assertThat(POLICY.error(List.of(origin), requestHost)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // DNS rebinding: the page and the request name the same foreign host.
        "http://evil.example, evil.example",
        "http://evil.example:8080, evil.example",
        "http://localhost.evil.example:8080, localhost.evil.example",
        "http://127.0.0.1.evil.example, 127.0.0.1.evil.example",
        "http://evil-localhost.example, evil-localhost.example",
        "http://evillocalhost.com, evillocalhost.com",
        "http://mintmark.svc.evil.example, mintmark.svc.evil.example",
        "http://cluster.local.evil.example, cluster.local.evil.example",
        "http://mint.dev.example.evil.example, mint.dev.example.evil.example",
        "http://xmint.dev.example, xmint.dev.example",
        "http://a.mint.dev.example, a.mint.dev.example",
        "http://dev.example, dev.example",
        "http://1.2.3.256, 1.2.3.256",
        "http://1.2.3.4.5, 1.2.3.4.5",
        "http://localhost., localhost.",
    })
    void aPageOfAnUnknownHostIsRefusedWithTheSetting(String origin, String requestHost) {
        assertThat(POLICY.error(List.of(origin), requestHost))
                .hasValueSatisfying(detail -> assertThat(detail).contains("not known", "mintmark.http.hosts"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://evil.example, localhost",
        "http://localhost.evil.example, localhost",
        "http://localhost:8080, 127.0.0.1",
        "http://127.0.0.1:8080, localhost",
        "http://[::1]:8080, localhost",
        "http://[::2]:8080, [::1]",
        "https://mint.dev.example, mintmark",
        "https://issuer.example, mint.dev.example",
        "http://localhost, ''",
    })
    void aPageOfAnotherHostThanThatOfTheRequestIsRefused(String origin, String requestHost) {
        assertThat(POLICY.error(List.of(origin), requestHost))
                .hasValueSatisfying(detail -> assertThat(detail)
                        .contains("another host", "mintmark.http.hosts", "quarkus.http.cors.origins"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                " ",
                "localhost",
                "//localhost",
                "http://",
                "http:localhost",
                "file://",
                "http://localhost/",
                "http://localhost:8080/path",
                "http://localhost:",
                "http://localhost:123456",
                "http://evil@localhost",
                "http://localhost,http://evil.example",
                "http://localhost http://evil.example",
                "ftp://localhost",
                "chrome-extension://localhost",
                "http://localhost\u0000",
                "http://[::1",
                "http://[::1%25eth0]",
                "http://löcalhost"
            })
    void anOriginWithoutAHostIsRefused(String origin) {
        assertThat(POLICY.error(List.of(origin), "localhost"))
                .hasValueSatisfying(detail -> assertThat(detail).contains("does not name", "mintmark.http.hosts"));
    }

    @Test
    void severalOriginsAreRefused() {
        assertThat(POLICY.error(List.of("http://localhost", "http://localhost"), "localhost"))
                .isPresent();
        assertThat(POLICY.error(List.of("https://app.example", "https://app.example"), "localhost"))
                .isPresent();
    }

    @Test
    void aCorsOriginIsAllowedAtEveryHost() {
        for (String host : List.of("localhost", "mint.dev.example", "evil.example", "")) {
            assertThat(POLICY.error(List.of("https://app.example"), host)).isEmpty();
            assertThat(POLICY.error(List.of("https://orders.team.example"), host))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example", "https://app.example:8443", "https://app.example.evil.example",
                "https://xapp.example", "https://orders.team.example.evil.example", "https://1.team.example"
            })
    void anOriginThatResemblesACorsOriginIsRefused(String origin) {
        assertThat(POLICY.error(List.of(origin), "localhost")).isPresent();
    }

    @Test
    void aCorsWildcardCountsOnlyAlone() {
        OriginPolicy every = OriginPolicy.of(List.of(), List.of("*"));
        assertThat(every.error(List.of("https://evil.example"), "localhost")).isEmpty();
        OriginPolicy mixed = OriginPolicy.of(List.of(), List.of("*", "https://app.example"));
        assertThat(mixed.error(List.of("https://evil.example"), "localhost")).isPresent();
    }

    @Test
    void noErrorRepeatsTheRequest() {
        assertThat(POLICY.error(List.of("https://secret.example"), "secret.example"))
                .hasValueSatisfying(detail -> assertThat(detail).doesNotContain("secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mint.example",
                "mint.example:8443",
                "*.example",
                "mint.example/",
                "",
                "mint..example",
                "*"
            })
    void aSettingThatIsNotAHostStopsTheStart(String host) {
        assertThatThrownBy(() -> OriginPolicy.of(List.of(host), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mintmark.http.hosts");
    }
}
