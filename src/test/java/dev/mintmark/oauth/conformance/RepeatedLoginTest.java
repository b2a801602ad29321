package dev.mintmark.oauth.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.oauth.grant.TokenResponse;
import dev.mintmark.oauth.login.AuthorizationAnswer.LoginPage;
import dev.mintmark.oauth.login.AuthorizationAnswer.ToClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The modules of the plan "Basic OP" in which a browser that is signed in makes another request. */
class RepeatedLoginTest {
    private final TestIssuer provider = new TestIssuer(Plan.YAML);
    private final RelyingParty client = new RelyingParty(provider, provider.named("op"), "first");

    /** oidcc-prompt-login. */
    @Test
    void promptLoginAsksAgainAndTheLoginIsLater() {
        long first = client.idToken(client.signIn()).path("auth_time").asLong();
        provider.clock.pass(Duration.ofSeconds(1));
        LoginPage page = (LoginPage) client.authorize("prompt", "login");
        String code = ((ToClient) client.press(page)).parameters().get("code");
        assertThat(client.idToken(client.redeem(code)).path("auth_time").asLong())
                .isEqualTo(first + 1);
    }

    /** oidcc-prompt-none-not-logged-in. */
    @Test
    void promptNoneWithoutALoginIsAnError() {
        assertThat(client.answer("prompt", "none")).containsEntry("error", "login_required");
    }

    /** oidcc-prompt-none-logged-in. */
    @Test
    void promptNoneKeepsTheLogin() {
        JsonNode first = client.idToken(client.signIn());
        provider.clock.pass(Duration.ofMinutes(10));
        JsonNode second = client.idToken(client.signIn("prompt", "none"));
        assertThat(second.path("auth_time")).isEqualTo(first.path("auth_time"));
        assertThat(second.path("sub")).isEqualTo(first.path("sub"));
    }

    /** oidcc-max-age-1. */
    @Test
    void aLoginThatIsOlderThanMaxAgeIsRepeated() {
        long first = client.idToken(client.signIn()).path("auth_time").asLong();
        provider.clock.pass(Duration.ofSeconds(2));
        LoginPage page = (LoginPage) client.authorize("max_age", "1");
        String code = ((ToClient) client.press(page)).parameters().get("code");
        assertThat(client.idToken(client.redeem(code)).path("auth_time").asLong())
                .isEqualTo(first + 2);
    }

    /** oidcc-max-age-10000. */
    @Test
    void aLoginThatIsYoungerThanMaxAgeIsKept() {
        JsonNode first = client.idToken(client.signIn("max_age", "10000"));
        provider.clock.pass(Duration.ofSeconds(10_000));
        assertThat(client.authorize("max_age", "10000")).isInstanceOf(ToClient.class);
        assertThat(client.idToken(client.signIn("max_age", "10000")).path("auth_time"))
                .isEqualTo(first.path("auth_time"));
    }

    /** OpenID Connect Core section 3.1.2.1: a max_age of 0 is a prompt of login. */
    @Test
    void aMaxAgeOfZeroAsksAgainWithinTheSameSecond() {
        client.signIn();
        assertThat(client.authorize("max_age", "0")).isInstanceOf(LoginPage.class);
    }

    /** oidcc-id-token-hint. */
    @ParameterizedTest
    @ValueSource(strings = {"", "none"})
    void anIdTokenHintKeepsTheUser(String prompt) {
        TokenResponse first = client.signIn();
        TokenResponse second =
                client.signIn("prompt", prompt, "id_token_hint", first.idToken().orElseThrow());
        assertThat(client.idToken(second).path("sub"))
                .isEqualTo(client.idToken(first).path("sub"));
    }
}
