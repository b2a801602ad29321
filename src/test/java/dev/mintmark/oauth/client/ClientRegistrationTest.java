package dev.mintmark.oauth.client;

import static dev.mintmark.oauth.OAuthFixture.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthFixture;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.grant.TokenResponse;
import dev.mintmark.oauth.login.AuthorizationAnswer;
import dev.mintmark.oauth.login.LogoutAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client registers itself, and what it has registered holds wherever it appears. */
class ClientRegistrationTest {
    private static final String CALLBACK = "http://localhost:3000/cb";
    private static final String PUBLIC_KEY =
            "{'kty': 'EC', 'crv': 'P-256', 'alg': 'ES256', 'x': 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',"
                    + " 'y': 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0'}";
    private static final String WEB =
            "{'client_name': 'Orders', 'redirect_uris': ['" + CALLBACK + "', 'https://app.example/cb'],"
                    + " 'post_logout_redirect_uris': ['http://localhost:3000/', 'https://app.example/'],"
                    + " 'grant_types': ['authorization_code', 'refresh_token'], 'scope': 'openid  email'}";

    private final OAuthFixture fixture = new OAuthFixture();
    private final OAuthIssuer issuer = fixture.issuer("acme");

    private ObjectNode register(String metadata) {
        return fixture.oauth
                .registration()
                .register(issuer, metadata.replace('\'', '"').getBytes(StandardCharsets.UTF_8), false);
    }

    private static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ':' + secret).getBytes(StandardCharsets.UTF_8));
    }

    private String tokenError(Optional<String> authorization, String... form) {
        OAuthException error = catchThrowableOfType(
                OAuthException.class, () -> fixture.oauth.tokens().handle(issuer, form(form), authorization, false));
        return error == null ? "" : error.error().wireName();
    }

    private AuthorizationAnswer authorize(OAuthIssuer at, String id, String redirectUri, String scope) {
        Map<String, String> request = new LinkedHashMap<>(Map.of("client_id", id, "redirect_uri", redirectUri));
        request.putAll(Map.of("response_type", "code", "scope", scope, "login_hint", "alice"));
        return fixture.oauth
                .authorization()
                .authorize(at, Parameters.of(request), List.of())
                .answer();
    }

    private AuthorizationAnswer authorize(String id, String redirectUri, String scope) {
        return authorize(issuer, id, redirectUri, scope);
    }

    private TokenResponse signIn(ObjectNode client) {
        String id = client.path("client_id").asText();
        var answer = (AuthorizationAnswer.ToClient) authorize(id, CALLBACK, "openid");
        String code = answer.uri().replaceFirst(".*[?&]code=([^&]+).*", "$1");
        return fixture.oauth
                .tokens()
                .handle(
                        issuer,
                        form("grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK),
                        Optional.of(basic(id, client.path("client_secret").asText())),
                        false);
    }

    @Test
    void theAnswerSaysWhatIsRegistered() {
        ObjectNode client = register(WEB);
        assertThat(client.path("client_id").asText()).startsWith("v1.").hasSizeLessThan(600);
        assertThat(client.path("client_secret").asText()).hasSize(43);
        assertThat(client.path("client_secret_expires_at").asInt(-1)).isZero();
        assertThat(client.path("client_id_issued_at").asLong())
                .isEqualTo(fixture.instant().getEpochSecond());
        assertThat(client.path("token_endpoint_auth_method").asText()).isEqualTo("client_secret_basic");
        assertThat(client.path("response_types").toString()).isEqualTo("[\"code\"]");
        assertThat(client.path("scope").asText()).isEqualTo("openid email");
        ObjectNode open = register("{'redirect_uris': ['com.example.app:/cb'], 'token_endpoint_auth_method': 'none',"
                + " 'logo_uri': 'https://app.example/logo.png', 'tos_uri': 7}");
        assertThat(open.has("client_secret")).isFalse();
        assertThat(open.has("logo_uri")).isFalse();
        assertThat(open.path("grant_types").toString()).isEqualTo("[\"authorization_code\"]");
    }

    @Test
    void aRegisteredClientSignsInAndRefreshesYearsLater() {
        ObjectNode client = register(WEB);
        fixture.pass(Duration.ofDays(3650));
        Map<String, Object> tokens = signIn(client).members();
        assertThat(tokens).containsKeys("access_token", "id_token", "refresh_token");
        assertThat(OAuthFixture.claims(String.valueOf(tokens.get("id_token")))
                        .path("aud")
                        .asText())
                .isEqualTo(client.path("client_id").asText());
        ObjectNode once = register("{'redirect_uris': ['" + CALLBACK + "']}");
        assertThat(signIn(once).members()).doesNotContainKey("refresh_token");
    }

    @Test
    void theSecretAndTheMethodMustBeThoseOfTheRegistration() {
        ObjectNode client = register("{'grant_types': ['client_credentials'], 'scope': 'a'}");
        String id = client.path("client_id").asText();
        String secret = client.path("client_secret").asText();
        String[] grant = {"grant_type", "client_credentials"};
        assertThat(tokenError(Optional.of(basic(id, secret)), grant)).isEmpty();
        assertThat(tokenError(Optional.of(basic(id, secret + "x")), grant)).isEqualTo("invalid_client");
        assertThat(tokenError(
                        Optional.empty(), "grant_type", "client_credentials", "client_id", id, "client_secret", secret))
                .isEqualTo("invalid_client");
        assertThat(tokenError(Optional.empty(), "grant_type", "client_credentials", "client_id", id))
                .isEqualTo("invalid_client");
        assertThat(tokenError(Optional.of(basic(id, secret)), "grant_type", "client_credentials", "scope", "b"))
                .isEqualTo("invalid_scope");
        assertThat(tokenError(Optional.of(basic(id, secret)), "grant_type", "password", "username", "alice"))
                .isEqualTo("unauthorized_client");
        ObjectNode signed = register("{'token_endpoint_auth_method': 'private_key_jwt', 'grant_types':"
                + " ['client_credentials'], 'jwks': {'keys': [" + PUBLIC_KEY + "]}}");
        assertThat(tokenError(Optional.of(basic(signed.path("client_id").asText(), "any")), grant))
                .isEqualTo("invalid_client");
    }

    @Test
    void anIdThatWasChangedOrIsOfAnotherIssuerIsNotAnUnknownClient() {
        String id = register(WEB).path("client_id").asText();
        assertThat(authorize(id, CALLBACK, "openid")).isInstanceOf(AuthorizationAnswer.ToClient.class);
        assertThat(authorize(fixture.issuer("other"), id, CALLBACK, "openid"))
                .isInstanceOf(AuthorizationAnswer.ErrorPage.class);
        assertThat(authorize(id + "A", CALLBACK, "openid")).isInstanceOf(AuthorizationAnswer.ErrorPage.class);
        assertThat(tokenError(Optional.of(basic("v1.AAAA", "any")), "grant_type", "client_credentials"))
                .isEqualTo("invalid_client");
    }

    @Test
    void redirectUrisMustBeRegisteredAndForeignHostsNeedAClick() {
        String id = register(WEB).path("client_id").asText();
        assertThat(authorize(id, "http://localhost:3000/other", "openid"))
                .isInstanceOf(AuthorizationAnswer.ErrorPage.class);
        var loopback = (AuthorizationAnswer.ToClient) authorize(id, "http://localhost:4711/cb", "openid");
        assertThat(loopback.target().needsClick()).isFalse();
        var foreign = (AuthorizationAnswer.ToClient) authorize(id, "https://app.example/cb", "openid");
        assertThat(foreign.target().needsClick()).isTrue();
        var refused = (AuthorizationAnswer.ToClient) authorize(id, CALLBACK, "openid phone");
        assertThat(refused.error()).contains("invalid_scope");
    }

    @Test
    void logoutGoesBackToRegisteredUrisAndAsksBeforeForeignHosts() {
        ObjectNode client = register(WEB);
        String hint = String.valueOf(signIn(client).members().get("id_token"));
        assertThat(logout(hint, "http://localhost:3000/other")).isInstanceOf(LogoutAnswer.ErrorPage.class);
        assertThat(logout(hint, "https://app.example/")).isInstanceOf(LogoutAnswer.ConfirmPage.class);
        assertThat(logout(hint, "http://localhost:3000/")).isInstanceOf(LogoutAnswer.ToClient.class);
    }

    private LogoutAnswer logout(String hint, String uri) {
        return fixture.oauth
                .logout()
                .handle(issuer, form("id_token_hint", hint, "post_logout_redirect_uri", uri), List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "/cb",
                "cb",
                "https://u:p@app.example/cb",
                "https://app.example/cb#x",
                "app:/cb",
                "http:///cb",
                "https://app.example/c b",
                ""
            })
    void hostileRedirectUrisAreRefused(String uri) {
        assertThat(refusal("{'redirect_uris': ['" + uri + "']}")).isEqualTo("invalid_redirect_uri");
        assertThat(refusal("{'grant_types': ['client_credentials'], 'post_logout_redirect_uris': ['" + uri + "']}"))
                .isEqualTo("invalid_redirect_uri");
    }

    @Test
    void eightRedirectUrisAreTakenAndNineAreNot() {
        for (int count : new int[] {8, 9}) {
            StringBuilder uris = new StringBuilder("'" + CALLBACK + "'");
            for (int i = 1; i < count; i++) {
                uris.append(", '").append(CALLBACK).append(i).append('\'');
            }
            assertThat(refusal("{'redirect_uris': [" + uris + "]}"))
                    .isEqualTo(count == 8 ? "" : "invalid_redirect_uri");
        }
        String random = new java.util.Random(1)
                .ints(1200, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(refusal("{'redirect_uris': ['" + CALLBACK + "?" + random + "']}"))
                .isEqualTo("invalid_client_metadata");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'jwks_uri': 'https://app.example/jwks'",
                "'software_statement': 'e30.e30.x'",
                "'sector_identifier_uri': 'https://app.example/s'",
                "'subject_type': 'pairwise'",
                "'id_token_encrypted_response_alg': 'RSA-OAEP'",
                "'token_endpoint_auth_method': 'tls_client_auth'",
                "'token_endpoint_auth_method': 'private_key_jwt'",
                "'token_endpoint_auth_method': 'none', 'grant_types': ['client_credentials']",
                "'grant_types': ['implicit']",
                "'grant_types': 'authorization_code'",
                "'response_types': ['token']",
                "'grant_types': ['client_credentials'], 'response_types': ['code']",
                "'scope': 'a\\\\b'",
                "'client_name': 7",
                "'jwks': {'keys': []}",
                "'jwks': {'keys': [{'kty': 'oct', 'k': 'c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0MDA'}]}",
                "'jwks': {'keys': [{'kty': 'EC'}]}"
            })
    void metadataThatCannotBeHonouredIsRefused(String member) {
        assertThat(refusal("{'redirect_uris': ['" + CALLBACK + "'], " + member + "}"))
                .isEqualTo("invalid_client_metadata");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{'client_name': 'a', 'client_name': 'b'}", "client_name=web"})
    void aBodyThatIsNoObjectIsRefused(String body) {
        assertThat(refusal(body)).isEqualTo("invalid_client_metadata");
    }

    @Test
    void theCodeGrantNeedsARedirectUri() {
        assertThat(refusal("{}")).isEqualTo("invalid_redirect_uri");
        assertThat(refusal("{'redirect_uris': '" + CALLBACK + "'}")).isEqualTo("invalid_redirect_uri");
        assertThat(refusal("{'redirect_uris': ['" + CALLBACK + "'], 'client_name': '" + "n".repeat(129) + "'}"))
                .isEqualTo("invalid_client_metadata");
    }

    private String refusal(String metadata) {
        OAuthException error = catchThrowableOfType(OAuthException.class, () -> register(metadata));
        if (error != null) {
            assertThat(StrictJson.bytes(error.description())).asString().isASCII();
        }
        return error == null ? "" : error.error().wireName();
    }
}
