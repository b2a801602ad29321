package dev.mintmark.oauth.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.OAuthSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The module of the plan "Config OP": oidcc-discovery-endpoint-verification. */
class ConfigOpTest {
    private final TestIssuer provider = new TestIssuer(Plan.YAML);

    private static Map<String, Object> metadata(TestIssuer provider, OAuthIssuer issuer) {
        return provider.services.metadata().of(issuer).orElseThrow();
    }

    @Test
    void theDocumentHasWhatTheSpecificationRequiresAndRecommends() {
        Map<String, Object> document = metadata(provider, provider.named("op"));
        assertThat(document)
                .containsEntry("issuer", TestIssuer.BASE + "/issuers/op")
                .containsEntry("response_types_supported", List.of("code"))
                .containsEntry("subject_types_supported", List.of("public"))
                .containsEntry("claims_parameter_supported", true)
                .containsEntry("request_parameter_supported", false)
                .containsEntry("request_uri_parameter_supported", false)
                .containsEntry("code_challenge_methods_supported", List.of("S256"))
                .containsKeys("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri");
        assertThat(list(document, "id_token_signing_alg_values_supported"))
                .startsWith("RS256")
                .doesNotContain("none");
        assertThat(list(document, "scopes_supported"))
                .contains("openid")
                .allMatch(scope -> scope.matches("[!#-\\[\\]-~]+"));
        assertThat(list(document, "claims_supported"))
                .contains("sub", "email", "acr")
                .doesNotHaveDuplicates();
        assertThat(list(document, "grant_types_supported")).contains("authorization_code", "refresh_token");
        assertThat(list(document, "ui_locales_supported"))
                .allMatch(tag -> Locale.forLanguageTag(tag).toLanguageTag().equals(tag));
    }

    private static List<String> list(Map<String, Object> document, String member) {
        return ((java.util.Collection<?>) document.get(member))
                .stream().map(String::valueOf).toList();
    }

    /** Machines that never meet a browser: each origin is its own issuer. */
    @Test
    void bySettingEachOriginIsAnIssuerAndTakesTheTokensOfAll() {
        TestIssuer each = new TestIssuer(Plan.YAML, ConfigOpTest::byOrigin);
        OAuthIssuer inner = each.at("op", "http://mintmark.svc:8080");
        Map<String, Object> document = metadata(each, inner);
        assertThat(document.values().stream().map(String::valueOf).filter(value -> value.startsWith("http")))
                .hasSize(9)
                .allMatch(url -> url.startsWith("http://mintmark.svc:8080/issuers/op"));
        assertThat(document.get("issuer")).isEqualTo("http://mintmark.svc:8080/issuers/op");
        RelyingParty party = new RelyingParty(each, inner, "first");
        var tokens = party.signIn();
        assertThat(party.idToken(tokens).path("iss").asText()).isEqualTo("http://mintmark.svc:8080/issuers/op");
        assertThat(new RelyingParty(each, each.named("op"), "first").userinfo(tokens))
                .isNotEmpty();
        OAuthIssuer foreign = each.at("op", "http://evil.example");
        assertThat(metadata(each, foreign).get("issuer")).isEqualTo(TestIssuer.BASE + "/issuers/op");
    }

    private static OAuthSettings byOrigin(OAuthSettings settings) {
        return new OAuthSettings(
                true, settings.issuer(), settings.origins(), true, settings.redirectHosts(), false, true, false, true);
    }
}
