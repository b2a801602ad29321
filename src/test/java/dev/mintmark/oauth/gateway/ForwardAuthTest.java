package dev.mintmark.oauth.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthFixture;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.service.request.MintRequestBuilder;
import dev.mintmark.service.request.RevokeRequest;
import dev.mintmark.tokens.RevocationsUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardAuthTest {
    private static final String ACME = OAuthFixture.BASE + "/issuers/acme";
    private final OAuthFixture fixture = new OAuthFixture();
    private final String token = fixture.mint(request().build());

    private static MintRequestBuilder request() {
        return MintRequest.builder()
                .issuer(ACME)
                .subject("alice")
                .audience(List.of("https://orders.example", "https://stock.example"))
                .clientId("web")
                .scope(List.of("orders:read", "orders:write"))
                .roles(List.of("clerk", "chief of staff"))
                .permissions(List.of("orders.cancel"));
    }

    private Map<String, String> check(String query) {
        return check("acme", token, query);
    }

    private Map<String, String> check(String issuer, String presented, String query) {
        return fixture.oauth
                .forwardAuth()
                .check(fixture.issuer(issuer), presented, AccessRequirements.parse(Parameters.parse(query)))
                .headers();
    }

    private void refuses(OAuthError error, String issuer, String presented, String query) {
        assertThatThrownBy(() -> check(issuer, presented, query))
                .as(query)
                .isInstanceOfSatisfying(OAuthException.class, e -> {
                    assertThat(e.error()).isEqualTo(error);
                    assertThat(e.description()).matches("[\\x20-\\x7e&&[^\"\\\\]]+");
                });
    }

    @Test
    void forwardsTheIdentityWithEveryFieldPresent() {
        assertThat(check(""))
                .containsExactly(
                        Map.entry("X-Auth-Subject", "alice"),
                        Map.entry("X-Auth-Client", "web"),
                        Map.entry("X-Auth-Scope", "orders:read orders:write"),
                        Map.entry("X-Auth-Roles", "clerk chief%20of%20staff"),
                        Map.entry("X-Auth-Permissions", "orders.cancel"),
                        Map.entry("X-Auth-Groups", ""),
                        Map.entry("X-Auth-Email", ""),
                        Map.entry("X-Auth-Issuer", ACME),
                        Map.entry("X-Auth-Claims", ""));
    }

    @Test
    void valuesAreAsciiWhateverTheTokenHolds() {
        String odd = fixture.mint(
                request().subject("Zo\u00eb 100%\r\nX-Auth-Roles: admin").build());
        Map<String, String> headers = check("acme", odd, "claims=true");
        assertThat(headers).containsEntry("X-Auth-Subject", "Zo%C3%AB%20100%25%0D%0AX-Auth-Roles:%20admin");
        assertThat(headers.values()).allMatch(value -> value.matches("[\\x20-\\x7e]*"));
        assertThat(OAuthFixture.claims("." + headers.get("X-Auth-Claims"))
                        .path("client_id")
                        .asText())
                .isEqualTo("web");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scope=orders:read",
                "scope=orders:read%20orders:write",
                "scope=orders:read&scope=orders:write",
                "audience=https://stock.example&audience=https://orders.example",
                "role=clerk&role=chief%20of%20staff&permission=orders.cancel",
                "claims=false"
            })
    void passesWhenEachRequirementHolds(String query) {
        assertThat(check(query)).containsEntry("X-Auth-Subject", "alice");
    }

    @ParameterizedTest
    @CsvSource({
        "scope=orders:read&scope=admin, INSUFFICIENT_SCOPE",
        "scope=orders:read%20admin, INSUFFICIENT_SCOPE",
        "role=clerk&role=admin, INSUFFICIENT_SCOPE",
        "permission=orders.refund, INSUFFICIENT_SCOPE",
        "scop=orders:read, INSUFFICIENT_SCOPE",
        "scope=, INSUFFICIENT_SCOPE",
        "role=, INSUFFICIENT_SCOPE",
        "audience=&audience=https://orders.example, INSUFFICIENT_SCOPE",
        "claims=yes, INSUFFICIENT_SCOPE",
        "claims=true&claims=true, INSUFFICIENT_SCOPE",
        "access_token=x, INSUFFICIENT_SCOPE",
        "scope=a%22b, INSUFFICIENT_SCOPE",
        "audience=https://else.example, INVALID_TOKEN",
        "audience=https://orders.example&audience=https://else.example, INVALID_TOKEN",
        "audience=https://else.example&scope=admin, INVALID_TOKEN"
    })
    void refusesWhenOneRequirementDoesNotHold(String query, OAuthError error) {
        refuses(error, "acme", token, query);
    }

    @Test
    void acceptsAccessTokensOfThisIssuerAlone() {
        refuses(OAuthError.INVALID_TOKEN, "other", token, "");
        refuses(OAuthError.INVALID_TOKEN, "", token, "");
        assertThat(check("", fixture.mint(MintRequest.builder().subject("root").build()), ""))
                .containsEntry("X-Auth-Issuer", OAuthFixture.BASE);
        refuses(OAuthError.INVALID_TOKEN, "acme", idToken(), "");
        String refresh = fixture.services
                .tokens()
                .mint(request().refresh(true).build())
                .refresh()
                .orElseThrow()
                .token();
        refuses(OAuthError.INVALID_TOKEN, "acme", refresh, "");
        for (String bad : new String[] {"", "x", token + "x", token.substring(1), "a.b.c", "x".repeat(70_000)}) {
            refuses(OAuthError.INVALID_TOKEN, "acme", bad, "");
        }
    }

    private String idToken() {
        Parameters login = OAuthFixture.form(
                "grant_type",
                "password",
                "client_id",
                "web",
                "username",
                "alice",
                "password",
                "x",
                "scope",
                "openid profile email");
        return fixture.oauth
                .tokens()
                .handle(fixture.issuer("acme"), login, Optional.empty(), false)
                .idToken()
                .orElseThrow();
    }

    @Test
    void refusesExpiredAndRevokedTokens() {
        fixture.services.tokens().revoke(RevokeRequest.ofToken(token));
        refuses(OAuthError.INVALID_TOKEN, "acme", token, "");
        String later = fixture.mint(request().build());
        fixture.pass(Duration.ofMinutes(17));
        refuses(OAuthError.INVALID_TOKEN, "acme", later, "");
    }

    @Test
    void doesNotAnswerWithoutTheStore() {
        fixture.loseTheStore();
        assertThatThrownBy(() -> check("")).isInstanceOf(RevocationsUnavailableException.class);
    }

    @Test
    void saysNothingOfThePerson() {
        assertThat(fixture.oauth
                        .forwardAuth()
                        .check(fixture.issuer("acme"), token, AccessRequirements.parse(Parameters.parse("")))
                        .toString())
                .doesNotContain("alice");
    }
}
