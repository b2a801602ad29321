package dev.mintmark.oauth.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.oauth.login.AuthorizationAnswer;
import dev.mintmark.oauth.login.AuthorizationAnswer.ErrorPage;
import dev.mintmark.oauth.login.AuthorizationAnswer.LoginPage;
import dev.mintmark.oauth.login.AuthorizationAnswer.ToClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plan "Form Post OP": the modules of Basic OP with response_mode=form_post. Nothing of an answer is in a URL. */
class FormPostOpTest {
    private final TestIssuer provider = new TestIssuer(Plan.YAML);
    private final RelyingParty client = new RelyingParty(provider, provider.named("op"), "first");

    private ToClient posted(String... changes) {
        String[] all = java.util.Arrays.copyOf(changes, changes.length + 2);
        all[changes.length] = "response_mode";
        all[changes.length + 1] = "form_post";
        AuthorizationAnswer answer = client.authorize(all);
        ToClient posted = (ToClient) (answer instanceof LoginPage page ? client.press(page) : answer);
        assertThat(posted.isFormPost()).isTrue();
        assertThat(posted.target().uri()).isEqualTo(RelyingParty.REDIRECT);
        assertThat(posted.parameters())
                .containsEntry("state", "state-1")
                .containsEntry("iss", TestIssuer.BASE + "/issuers/op");
        return posted;
    }

    @Test
    void aCodeIsPosted() {
        String code = posted().parameters().get("code");
        assertThat(client.idToken(client.redeem(code)).path("nonce").asText()).isEqualTo("nonce-1");
    }

    @ParameterizedTest
    @CsvSource({
        "oidcc-response-type-missing,response_type,'',invalid_request",
        "oidcc-prompt-none-not-logged-in,prompt,none,login_required",
        "oidcc-unsigned-request-object-…,request,x,request_not_supported"
    })
    void anErrorIsPosted(String module, String name, String value, String error) {
        assertThat(posted(name, value).parameters()).as(module).containsEntry("error", error);
    }

    @Test
    void aDeniedLoginIsPosted() {
        LoginPage page = (LoginPage) client.authorize("response_mode", "form_post");
        assertThat(((ToClient) client.deny(page)).isFormPost()).isTrue();
    }

    /** oidcc-ensure-registered-redirect-uri. */
    @Test
    void nothingIsPostedToAnUnregisteredUri() {
        assertThat(client.authorize("response_mode", "form_post", "redirect_uri", "https://evil.example/"))
                .isInstanceOf(ErrorPage.class);
    }
}
