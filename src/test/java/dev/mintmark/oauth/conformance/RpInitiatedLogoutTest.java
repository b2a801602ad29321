package dev.mintmark.oauth.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.oauth.grant.TokenResponse;
import dev.mintmark.oauth.login.LogoutAnswer;
import dev.mintmark.oauth.login.LogoutAnswer.ConfirmPage;
import dev.mintmark.oauth.login.LogoutAnswer.DonePage;
import dev.mintmark.oauth.login.LogoutAnswer.ErrorPage;
import dev.mintmark.oauth.login.LogoutAnswer.ToClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The modules of the plan "RP-initiated logout" of the OpenID Foundation. */
class RpInitiatedLogoutTest {
    private static final String STATE = "s".repeat(128);

    private final TestIssuer provider = new TestIssuer(Plan.YAML);
    private final RelyingParty client = new RelyingParty(provider, provider.named("op"), "first");
    private final TokenResponse tokens = client.signIn();

    /** A logout request without the parameters that are left out. */
    private Map<String, String> request(String... leftOut) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("id_token_hint", tokens.idToken().orElseThrow());
        request.put("post_logout_redirect_uri", RelyingParty.LOGOUT);
        request.put("state", STATE);
        request.keySet().removeAll(java.util.List.of(leftOut));
        return request;
    }

    private Map<String, String> request(String name, String value) {
        Map<String, String> request = request();
        request.put(name, value);
        return request;
    }

    private void assertSignedOut() {
        assertThat(client.answer("prompt", "none")).containsEntry("error", "login_required");
        assertThat(RelyingParty.error(() -> client.userinfo(tokens))).isEqualTo("invalid_token");
        assertThat(RelyingParty.error(() -> client.refresh(tokens.refreshToken().orElseThrow())))
                .isEqualTo("invalid_grant");
    }

    private void assertSignedIn() {
        assertThat(client.answer("prompt", "none")).containsKey("code");
        assertThat(client.userinfo(tokens)).isNotEmpty();
    }

    /** The page asks; a click ends the session. */
    private LogoutAnswer click(LogoutAnswer answer) {
        assertThat(answer).isInstanceOf(ConfirmPage.class);
        assertSignedIn();
        return client.logout(Map.of("confirm", ((ConfirmPage) answer).form()));
    }

    /** oidcc-rp-initiated-logout. */
    @Test
    void aLogoutReturnsToTheClientWithItsState() {
        assertThat(client.logout(request())).isEqualTo(new ToClient(RelyingParty.LOGOUT + "?state=" + STATE));
        assertSignedOut();
    }

    /** An ID token hint may have expired (RP-Initiated Logout section 4). */
    @Test
    void anExpiredHintIsAccepted() {
        provider.clock.pass(Duration.ofHours(2));
        assertThat(client.logout(request())).isInstanceOf(ToClient.class);
    }

    /** oidcc-rp-initiated-logout-bad-post-logout-redirect-uri, -query-added-to-post-logout-redirect-uri. */
    @Test
    void anUnregisteredUriIsAPageAndEndsNothing() {
        for (String uri : new String[] {RelyingParty.LOGOUT + "?foo=bar", "https://suite.example/", "/"}) {
            assertThat(client.logout(request("post_logout_redirect_uri", uri))).isInstanceOf(ErrorPage.class);
            assertSignedIn();
        }
    }

    /** oidcc-rp-initiated-logout-modified-id-token-hint: changed to alg none. */
    @Test
    void aModifiedHintIsAPageAndEndsNothing() {
        String token = tokens.idToken().orElseThrow();
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII));
        for (String hint : new String[] {
            none + token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1),
            token.substring(0, token.length() - 4) + "AAAA"
        }) {
            assertThat(client.logout(request("id_token_hint", hint))).isInstanceOf(ErrorPage.class);
            assertSignedIn();
        }
    }

    /** oidcc-rp-initiated-logout-bad-id-token-hint: an access token is no ID token. */
    @Test
    void anAccessTokenIsNoHint() {
        assertThat(client.logout(request("id_token_hint", tokens.accessToken())))
                .isInstanceOf(ErrorPage.class);
        assertSignedIn();
    }

    /** oidcc-rp-initiated-logout-no-id-token-hint. */
    @Test
    void withoutAHintNothingIsRedirectedAndTheUserIsAsked() {
        LogoutAnswer answer = client.logout(request("id_token_hint"));
        assertThat(((ConfirmPage) answer).place()).isEmpty();
        assertThat(click(answer)).isInstanceOf(DonePage.class);
        assertSignedOut();
    }

    /** RP-Initiated Logout section 2: the client_id names whose URI it is; the click is the user's consent. */
    @Test
    void withAClientIdTheClickReturnsToTheClient() {
        Map<String, String> request = request("id_token_hint");
        request.put("client_id", "first");
        LogoutAnswer answer = client.logout(request);
        assertThat(((ConfirmPage) answer).place()).contains("suite.example");
        assertThat(click(answer)).isEqualTo(new ToClient(RelyingParty.LOGOUT + "?state=" + STATE));
        assertSignedOut();
    }

    /** RP-Initiated Logout section 2: client_id and hint must agree. */
    @Test
    void aHintOfAnotherClientIsAPage() {
        assertThat(client.logout(request("client_id", "second"))).isInstanceOf(ErrorPage.class);
        assertSignedIn();
    }

    /** oidcc-rp-initiated-logout-no-state. */
    @Test
    void withoutAStateTheUriIsAsRegistered() {
        assertThat(client.logout(request("state"))).isEqualTo(new ToClient(RelyingParty.LOGOUT));
        assertSignedOut();
    }

    /** oidcc-rp-initiated-logout-no-params, oidcc-rp-initiated-logout-only-state. */
    @Test
    void withoutParametersTheUserIsAskedAndThenSignedOut() {
        assertThat(click(client.logout(Map.of("state", STATE)))).isInstanceOf(DonePage.class);
        assertSignedOut();
        client.signIn();
        ConfirmPage page = (ConfirmPage) client.logout(Map.of());
        assertThat(client.logout(Map.of("confirm", page.form()))).isInstanceOf(DonePage.class);
        assertThat(client.answer("prompt", "none")).containsEntry("error", "login_required");
    }

    /** oidcc-rp-initiated-logout-no-post-logout-redirect-uri. */
    @Test
    void withAHintAloneTheUserIsSignedOutAtOnce() {
        assertThat(client.logout(request("post_logout_redirect_uri"))).isInstanceOf(DonePage.class);
        assertSignedOut();
    }
}
