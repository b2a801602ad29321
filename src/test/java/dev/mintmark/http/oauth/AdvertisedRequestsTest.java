package dev.mintmark.http.oauth;

import static dev.mintmark.http.oauth.MetadataTest.document;
import static dev.mintmark.http.oauth.MetadataTest.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.http.limit.HttpTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the discovery document says of authorization requests is proven by such; {@link MetadataTest} counts them. */
@QuarkusTest
class AdvertisedRequestsTest extends HttpTest {
    private final OAuthClient client = new OAuthClient("/issuers/meta");

    @Test
    @Proves({"response_types_supported", "response_modes_supported", "ui_locales_supported"})
    void eachResponseTypeAndModeAnswers() {
        for (String type : list("response_types_supported")) {
            assertThat(client.code(OAuthClient.request("response_type", type))).isNotEmpty();
        }
        for (String mode : list("response_modes_supported")) {
            Response answer = client.authorize(OAuthClient.request("response_mode", mode));
            switch (mode) {
                case "query" -> assertThat(answer.header("Location")).startsWith(OAuthClient.REDIRECT + "?code=");
                case "fragment" -> assertThat(answer.header("Location")).startsWith(OAuthClient.REDIRECT + "#code=");
                default -> assertThat(answer.asString()).contains("method=\"post\"", "name=\"code\"");
            }
        }
        for (String locale : list("ui_locales_supported")) {
            assertThat(client.authorize(OAuthClient.request("login_hint", "", "ui_locales", locale))
                            .asString())
                    .contains("<html lang=\"" + locale + "\">");
        }
    }

    @Test
    @Proves({
        "code_challenge_methods_supported",
        "prompt_values_supported",
        "request_parameter_supported",
        "request_uri_parameter_supported"
    })
    void parametersOfTheRequestAreTakenAsAdvertised() {
        for (String method : list("code_challenge_methods_supported")) {
            assertThat(client.code(OAuthClient.request("code_challenge_method", method)))
                    .isNotEmpty();
        }
        for (String prompt : list("prompt_values_supported")) {
            Response answer = client.authorize(OAuthClient.request("prompt", prompt));
            assertThat(answer.statusCode()).as(prompt).isIn(200, 303);
            if (answer.statusCode() == 303) {
                assertThat(OAuthClient.answer(answer)).containsKey("code");
            }
        }
        assertThat(document().getBoolean("request_parameter_supported")).isFalse();
        assertThat(OAuthClient.answer(client.authorize(OAuthClient.request("request", "x"))))
                .containsEntry("error", "request_not_supported");
        assertThat(document().getBoolean("request_uri_parameter_supported")).isFalse();
        assertThat(OAuthClient.answer(client.authorize(OAuthClient.request("request_uri", "urn:x"))))
                .containsEntry("error", "request_uri_not_supported");
    }

    @Test
    @Proves({"scopes_supported", "claims_supported", "claims_parameter_supported"})
    void eachScopeIsGrantedAndEachClaimIsGiven() {
        String scope = String.join(" ", list("scopes_supported"));
        Response tokens =
                client.signIn("scope", scope, "acr_values", "urn:x", "claims", "{\"id_token\": {\"nickname\": null}}");
        assertThat((String) tokens.path("scope")).isEqualTo(scope);
        Set<String> given = new TreeSet<>(OAuthTest.claims(tokens.path("id_token"))
                .<String, Object>getMap("")
                .keySet());
        given.addAll(client.userinfo(tokens.path("access_token"))
                .jsonPath()
                .<String, Object>getMap("")
                .keySet());
        assertThat(given).containsAll(list("claims_supported"));
        assertThat(document().getBoolean("claims_parameter_supported")).isTrue();
    }
}
