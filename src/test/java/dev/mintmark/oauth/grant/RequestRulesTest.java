package dev.mintmark.oauth.grant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.oauth.OAuthFixture;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules of the file for token requests: by parameter, by scope, by regular expression. */
class RequestRulesTest {
    private final OAuthFixture fixture = new OAuthFixture(OAuthFixture.config("""
                    issuers:
                      acme:
                        requests:
                        - when: {scope: "orders:admin"}
                          subject: "admin-${client_id}"
                          audience: https://orders.example
                          claims: {roles: [admin], tenant: "${request.tenant}", exact: "t-${request.tenant}"}
                          type: at+jwt
                          lifetimes: {access: PT2M}
                        - when: {username: {matches: "[a-c][a-z]+@(shop|depot)\\\\.example"}, client_id: [web, "mobile-*"]}
                          subject: staff
                          claims: {groups: [clerk], plan: gold}
                        - when: {grant_type: client_credentials, region: "*"}
                          claims: {region: "${request.region}"}
                    """), false, true);

    private TokenResponse token(String... pairs) {
        return fixture.oauth.tokens().handle(fixture.issuer("acme"), OAuthFixture.form(pairs), Optional.empty(), false);
    }

    private JsonNode claims(String... pairs) {
        return OAuthFixture.claims(token(pairs).accessToken());
    }

    private TokenResponse password(String client, String username) {
        return token(
                "grant_type",
                "password",
                "client_id",
                client,
                "username",
                username,
                "password",
                "x",
                "scope",
                "openid");
    }

    @Test
    void aScopeGivesSubjectAudienceClaimsTypeAndLifetime() throws IOException {
        TokenResponse response = token(
                "grant_type",
                "client_credentials",
                "client_id",
                "batch",
                "scope",
                "x orders:admin",
                "tenant",
                "acme",
                "resource",
                "https://else.example");
        JsonNode claims = OAuthFixture.claims(response.accessToken());
        assertThat(claims.path("sub").asText()).isEqualTo("admin-batch");
        assertThat(claims.path("aud").asText()).isEqualTo("https://orders.example");
        assertThat(claims.path("roles").path(0).asText()).isEqualTo("admin");
        assertThat(claims.path("tenant").asText()).isEqualTo("acme");
        assertThat(claims.path("exact").asText()).isEqualTo("t-acme");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(120);
        assertThat(response.expiresIn()).isEqualTo(120);
        byte[] header = Base64Url.decode(response.accessToken().split("\\.")[0]);
        assertThat(new ObjectMapper().readTree(header).path("typ").asText()).isEqualTo("at+jwt");
    }

    @Test
    void aRegularExpressionGivesClaimsToAllTokensAndRefreshKeepsThem() {
        TokenResponse response = password("mobile-7", "bob@depot.example");
        JsonNode idToken = OAuthFixture.claims(response.idToken().orElseThrow());
        assertThat(OAuthFixture.claims(response.accessToken()).path("sub").asText())
                .isEqualTo("staff");
        assertThat(idToken.path("sub").asText()).isEqualTo("staff");
        assertThat(idToken.path("plan").asText()).isEqualTo("gold");
        assertThat(idToken.path("aud").asText()).isEqualTo("mobile-7");
        fixture.pass(Duration.ofMinutes(1));
        TokenResponse refreshed = token(
                "grant_type",
                "refresh_token",
                "client_id",
                "mobile-7",
                "refresh_token",
                response.refreshToken().orElseThrow());
        JsonNode after = OAuthFixture.claims(refreshed.accessToken());
        assertThat(after.path("sub").asText()).isEqualTo("staff");
        assertThat(after.path("plan").asText()).isEqualTo("gold");
        assertThat(OAuthFixture.claims(refreshed.idToken().orElseThrow())
                        .path("plan")
                        .asText())
                .isEqualTo("gold");
    }

    @Test
    void eachConditionOfARuleMustFit() {
        assertThat(OAuthFixture.claims(password("desktop", "bob@depot.example").accessToken())
                        .has("plan"))
                .isFalse();
        assertThat(OAuthFixture.claims(password("web", "zoe@depot.example").accessToken())
                        .has("plan"))
                .isFalse();
        assertThat(OAuthFixture.claims(password("web", "bob@depot-example").accessToken())
                        .path("sub")
                        .asText())
                .isEqualTo("bob@depot-example");
    }

    @Test
    void theFirstRuleThatFitsHoldsAndAWildcardNeedsTheParameter() {
        JsonNode both = claims(
                "grant_type", "client_credentials", "client_id", "batch", "scope", "orders:admin", "region", "eu");
        assertThat(both.has("region")).isFalse();
        assertThat(claims("grant_type", "client_credentials", "client_id", "batch", "region", "eu")
                        .path("region")
                        .asText())
                .isEqualTo("eu");
        assertThat(claims("grant_type", "client_credentials", "client_id", "batch")
                        .has("region"))
                .isFalse();
    }

    @Test
    void anotherIssuerHasNoRules() {
        String token = fixture.oauth
                .tokens()
                .handle(
                        fixture.issuer("other"),
                        OAuthFixture.form(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                "batch",
                                "region",
                                "eu",
                                "scope",
                                "orders:admin"),
                        Optional.empty(),
                        false)
                .accessToken();
        assertThat(OAuthFixture.claims(token).path("sub").asText()).isEqualTo("batch");
        assertThat(OAuthFixture.claims(token).has("roles")).isFalse();
    }
}
