package dev.mintmark.oauth.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.oauth.OAuthSettings;
import dev.mintmark.oauth.grant.TokenResponse;
import dev.mintmark.oauth.login.AuthorizationAnswer.ErrorPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The modules of the plan "Basic OP" that ask for claims and authentication context classes, or by request objects. */
class RequestedClaimsTest {
    private static final String USERS = """
            users:
              alice: {claims: {email: alice@example.com, name: Alice, acr: "urn:example:pwd"}}
            """;

    private final TestIssuer provider = new TestIssuer(Plan.YAML);
    private final RelyingParty client = client(provider);

    private static RelyingParty client(TestIssuer provider) {
        return new RelyingParty(provider, provider.named("op"), "first");
    }

    /** oidcc-claims-essential. */
    @Test
    void anEssentialClaimIsReturnedWhereItWasRequestedAndNotElsewhere() {
        TokenResponse tokens = client.signIn("claims", "{\"userinfo\": {\"name\": {\"essential\": true}}}");
        assertThat(client.userinfo(tokens).path("name").asText()).isEqualTo("Alice Adams");
        assertThat(client.idToken(tokens).has("name")).isFalse();
        TokenResponse other = client.signIn("claims", "{\"id_token\": {\"name\": {\"essential\": true}}}");
        assertThat(client.idToken(other).path("name").asText()).isEqualTo("Alice Adams");
        assertThat(client.userinfo(other).has("name")).isFalse();
    }

    /** The setting {@code mintmark.oauth.id-token-claims=scopes}, for clients that read the ID token alone. */
    @Test
    void bySettingTheIdTokenHasTheClaimsOfTheScopes() {
        TestIssuer scoped = new TestIssuer(Plan.YAML, RequestedClaimsTest::scoped);
        RelyingParty party = client(scoped);
        JsonNode claims = party.idToken(party.signIn("scope", "openid email"));
        assertThat(claims.path("email").asText()).isEqualTo("alice@example.com");
        assertThat(claims.has("name")).isFalse();
        assertThat(client.idToken(client.signIn("scope", "openid email")).has("email"))
                .isFalse();
    }

    private static OAuthSettings scoped(OAuthSettings settings) {
        return new OAuthSettings(
                true, settings.issuer(), settings.origins(), false, settings.redirectHosts(), true, true, false, true);
    }

    /** oidcc-ensure-request-with-acr-values-succeeds: a missing acr is a warning. */
    @Test
    void theIdTokenHasThePreferredClass() {
        TokenResponse tokens = client.signIn("acr_values", "urn:example:mfa urn:example:pwd");
        assertThat(client.idToken(tokens).path("acr").asText()).isEqualTo("urn:example:mfa");
        TokenResponse next = client.refresh(tokens.refreshToken().orElseThrow());
        assertThat(client.idToken(next).path("acr").asText()).isEqualTo("urn:example:mfa");
        assertThat(client.idToken(client.signIn()).has("acr")).isFalse();
    }

    @Test
    void theClassOfAUserWinsOverTheRequestedOne() {
        RelyingParty party = client(new TestIssuer(USERS + Plan.YAML));
        assertThat(party.idToken(party.signIn("acr_values", "urn:example:mfa"))
                        .path("acr")
                        .asText())
                .isEqualTo("urn:example:pwd");
    }

    /** OpenID Connect Core section 5.5.1.1. */
    @ParameterizedTest
    @CsvSource({"true,unmet_authentication_requirements", "false,"})
    void anotherClassThanAnEssentialOneIsNoLogin(boolean essential, String error) {
        RelyingParty party = client(new TestIssuer(USERS + Plan.YAML));
        String claims =
                "{\"id_token\": {\"acr\": {\"essential\": " + essential + ", \"values\": [\"urn:example:mfa\"]}}}";
        assertThat(party.answer("claims", claims).get("error")).isEqualTo(error);
        assertThat(party.answer("claims", claims.replace("mfa", "pwd"))).containsKey("code");
    }

    @Test
    void aClassThatIsNoTextOrTooLongIsIgnored() {
        assertThat(client.idToken(client.signIn("acr_values", "x".repeat(256))).has("acr"))
                .isFalse();
        assertThat(client.idToken(client.signIn("claims", "{\"id_token\": {\"acr\": {\"values\": [1, {}]}}}"))
                        .has("acr"))
                .isFalse();
    }

    /** oidcc-request-uri-unsigned-…, oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported. */
    @ParameterizedTest
    @CsvSource({
        "request,eyJhbGciOiJub25lIn0.eyJzY29wZSI6Im9wZW5pZCJ9.,request_not_supported",
        "request_uri,https://suite.example/request,request_uri_not_supported"
    })
    void requestObjectsAreRejectedAsUnsupported(String name, String value, String error) {
        assertThat(client.answer(name, value)).containsEntry("error", error).containsEntry("state", "state-1");
    }

    /** oidcc-ensure-request-object-with-redirect-uri. */
    @Test
    void aRequestObjectDoesNotReplaceTheRedirectUri() {
        assertThat(client.authorize(
                        "redirect_uri",
                        "https://evil.example/",
                        "request",
                        "eyJhbGciOiJub25lIn0.eyJyZWRpcmVjdF91cmkiOiJodHRwczovL3N1aXRlLmV4YW1wbGUvY2FsbGJhY2sifQ."))
                .isInstanceOf(ErrorPage.class);
    }
}
