package dev.mintmark.oauth.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.oauth.grant.TokenResponse;
import dev.mintmark.oauth.login.AuthorizationAnswer.ErrorPage;
import dev.mintmark.oauth.login.AuthorizationAnswer.ToClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The modules of the plan "Basic OP" of the OpenID Foundation: the requests of the code flow. */
class BasicOpTest {
    /** What an ID token may hold though no claim was requested; more is a warning. */
    private static final Set<String> UNREQUESTED = Set.of(
            "iss",
            "sub",
            "aud",
            "exp",
            "iat",
            "auth_time",
            "nonce",
            "acr",
            "amr",
            "azp",
            "at_hash",
            "nbf",
            "jti",
            "sid");

    private final TestIssuer provider = new TestIssuer(Plan.YAML);
    private final RelyingParty client = new RelyingParty(provider, provider.named("op"), "first");

    /** oidcc-server. */
    @Test
    void aLoginGivesAnIdTokenOfNothingButWhatWasRequested() {
        Map<String, String> answer = client.answer("scope", "openid email", "state", "s".repeat(128));
        assertThat(answer.get("state")).isEqualTo("s".repeat(128));
        assertThat(answer.get("iss")).isEqualTo(TestIssuer.BASE + "/issuers/op");
        TokenResponse tokens = client.redeem(answer.get("code"));
        JsonNode claims = client.idToken(tokens);
        assertThat(claims.path("nonce").asText()).isEqualTo("nonce-1");
        assertThat(claims.fieldNames()).toIterable().isSubsetOf(UNREQUESTED);
        assertThat(tokens.expiresIn()).isPositive();
        assertThat(tokens.members()).containsEntry("token_type", "Bearer").containsEntry("scope", "openid email");
    }

    /** oidcc-response-type-missing. */
    @Test
    void aRequestWithoutAResponseTypeIsAnError() {
        ToClient answer = (ToClient) client.authorize("response_type", "");
        assertThat(answer.parameters())
                .containsEntry("error", "invalid_request")
                .containsEntry("state", "state-1");
    }

    /** oidcc-userinfo-get, -post-header and -post-body but for HTTP. */
    @Test
    void userinfoHasTheSubjectOfTheIdToken() {
        TokenResponse tokens = client.signIn();
        assertThat(client.userinfo(tokens).path("sub"))
                .isEqualTo(client.idToken(tokens).path("sub"));
    }

    /** oidcc-ensure-request-without-nonce-succeeds-for-code-flow. */
    @Test
    void withoutANonceTheIdTokenHasNone() {
        assertThat(client.idToken(client.signIn("nonce", "")).has("nonce")).isFalse();
    }

    /** oidcc-scope-profile, -email, -address and -phone. */
    @ParameterizedTest
    @CsvSource({
        "profile,name family_name given_name middle_name nickname preferred_username profile picture website gender birthdate"
                + " zoneinfo locale updated_at",
        "email,email email_verified",
        "address,address",
        "phone,phone_number phone_number_verified"
    })
    void aScopeGivesItsClaimsAtUserinfoAndNoOthers(String scope, String claims) {
        TokenResponse tokens = client.signIn("scope", "openid " + scope);
        assertThat(client.userinfo(tokens).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(("sub " + claims).split(" "));
        assertThat(client.idToken(tokens).fieldNames()).toIterable().isSubsetOf(UNREQUESTED);
    }

    /** oidcc-scope-all. */
    @Test
    void claimsOfAllScopesHaveTheTypesOfTheSpecification() {
        JsonNode info = client.userinfo(client.signIn("scope", "openid profile email address phone"));
        assertThat(info.size()).isEqualTo(20);
        info.properties().forEach(claim -> {
            switch (claim.getKey()) {
                case "email_verified", "phone_number_verified" ->
                    assertThat(claim.getValue().isBoolean()).isTrue();
                case "updated_at" ->
                    assertThat(claim.getValue().isIntegralNumber()).isTrue();
                case "address" -> assertThat(claim.getValue()).allMatch(JsonNode::isTextual);
                default -> assertThat(claim.getValue().asText()).isNotEmpty();
            }
        });
        assertThat(info.path("birthdate").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
    }

    /** oidcc-ensure-other-scope-order-succeeds. */
    @Test
    void openidNeedNotBeTheFirstScope() {
        assertThat(client.signIn("scope", "email openid").idToken()).isPresent();
    }

    /** Parameters that a provider may ignore but must not refuse. */
    @ParameterizedTest
    @CsvSource({
        "oidcc-display-page,display,page",
        "oidcc-display-popup,display,popup",
        "oidcc-ensure-request-with-unknown-parameter-succeeds,extra,foobar",
        "oidcc-login-hint,login_hint,buffy@localhost",
        "oidcc-ui-locales,ui_locales,se",
        "oidcc-ui-locales,ui_locales,fr-CA fr en",
        "oidcc-claims-locales,claims_locales,se"
    })
    void anIgnoredParameterDoesNotHarm(String module, String name, String value) {
        assertThat(client.idToken(client.signIn(name, value))).as(module).isNotEmpty();
    }

    /** oidcc-ensure-registered-redirect-uri, oidcc-redirect-uri-query-added. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "https://suite.example/other", "https://suite.example/callback?x=1", "http://localhost/cb"})
    void anUnregisteredRedirectUriIsAPage(String uri) {
        assertThat(client.authorize("redirect_uri", uri)).isInstanceOf(ErrorPage.class);
    }

    /** oidcc-codereuse, oidcc-codereuse-30seconds. */
    @ParameterizedTest
    @ValueSource(ints = {0, 30})
    void aCodeWorksOnceAndASecondUseEndsItsTokens(int seconds) {
        String code = client.answer().get("code");
        TokenResponse tokens = client.redeem(code);
        provider.clock.pass(Duration.ofSeconds(seconds));
        assertThat(client.userinfo(tokens)).isNotEmpty();
        assertThat(RelyingParty.error(() -> client.redeem(code))).isEqualTo("invalid_grant");
        assertThat(RelyingParty.error(() -> client.userinfo(tokens))).isEqualTo("invalid_token");
    }

    /** oidcc-ensure-request-with-valid-pkce-succeeds. */
    @Test
    void pkceIsChecked() {
        String code = client.answer("code_challenge", RelyingParty.challenge(), "code_challenge_method", "S256")
                .get("code");
        assertThat(RelyingParty.error(() -> client.redeem(code))).isEqualTo("invalid_grant");
        assertThat(client.redeem(code, "code_verifier", RelyingParty.VERIFIER).idToken())
                .isPresent();
    }

    /** oidcc-refresh-token. */
    @Test
    void aRefreshKeepsTheIdentityAndIsBoundToTheClient() {
        TokenResponse first = client.signIn("scope", "openid offline_access", "prompt", "consent");
        JsonNode before = client.idToken(first);
        provider.clock.pass(Duration.ofMinutes(1));
        TokenResponse next = client.refresh(first.refreshToken().orElseThrow());
        JsonNode after = client.idToken(next);
        for (String name : List.of("iss", "sub", "aud", "azp", "auth_time", "sid")) {
            assertThat(after.path(name)).as(name).isEqualTo(before.path(name));
        }
        assertThat(after.has("nonce")).isFalse();
        assertThat(client.userinfo(next)).isNotEmpty();
        assertThat(first.refreshToken().orElseThrow()).matches("[\\x20-\\x7e]+");
        RelyingParty second = new RelyingParty(provider, provider.named("op"), "second");
        assertThat(RelyingParty.error(() -> second.refresh(next.refreshToken().orElseThrow())))
                .isEqualTo("invalid_grant");
    }
}
