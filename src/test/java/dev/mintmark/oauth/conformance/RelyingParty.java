package dev.mintmark.oauth.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.Sha256;
import dev.mintmark.jose.TokenHash;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.grant.TokenResponse;
import dev.mintmark.oauth.login.AuthorizationAnswer;
import dev.mintmark.oauth.login.AuthorizationAnswer.LoginPage;
import dev.mintmark.oauth.login.AuthorizationAnswer.Outcome;
import dev.mintmark.oauth.login.AuthorizationAnswer.ToClient;
import dev.mintmark.oauth.login.LogoutAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A registered client and the browser of its user, as the conformance suite plays them. */
final class RelyingParty {
    static final String REDIRECT = "https://suite.example/callback";
    static final String LOGOUT = "https://suite.example/post_logout_redirect";
    static final String SECRET = "secret-for-tests-only";
    static final String VERIFIER = "verifier-verifier-verifier-verifier-verifier";

    private final TestIssuer provider;
    private final OAuthIssuer issuer;
    private final String clientId;
    private final List<String> cookies = new ArrayList<>();

    RelyingParty(TestIssuer provider, OAuthIssuer issuer, String clientId) {
        this.provider = provider;
        this.issuer = issuer;
        this.clientId = clientId;
    }

    static String challenge() {
        return Base64Url.encode(Sha256.of(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The parameters of an authorization request with changes: name and value in turn, empty to remove one. */
    Map<String, String> request(String... changes) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("response_type", "code");
        request.put("client_id", clientId);
        request.put("redirect_uri", REDIRECT);
        request.put("scope", "openid");
        request.put("state", "state-1");
        request.put("nonce", "nonce-1");
        for (int i = 0; i < changes.length; i += 2) {
            request.put(changes[i], changes[i + 1]);
        }
        request.values().removeIf(String::isEmpty);
        return request;
    }

    AuthorizationAnswer authorize(String... changes) {
        return seen(provider.services.authorization().authorize(issuer, Parameters.of(request(changes)), cookies));
    }

    /** Presses the button of alice. */
    AuthorizationAnswer press(LoginPage page) {
        Map<String, String> form = Map.of("request", page.form(), "user", "alice");
        return seen(provider.services.authorization().submit(issuer, Parameters.of(form), cookies));
    }

    /** Presses the button that denies. */
    AuthorizationAnswer deny(LoginPage page) {
        Map<String, String> form = Map.of("request", page.form(), "action", "deny");
        return seen(provider.services.authorization().submit(issuer, Parameters.of(form), cookies));
    }

    private AuthorizationAnswer seen(Outcome outcome) {
        outcome.session().ifPresent(cookie -> {
            cookies.clear();
            cookies.add(cookie);
        });
        return outcome.answer();
    }

    /** The parameters that the client gets, after a login on the page if it is shown. */
    Map<String, String> answer(String... changes) {
        AuthorizationAnswer answer = authorize(changes);
        ToClient redirect = (ToClient) (answer instanceof LoginPage page ? press(page) : answer);
        assertThat(redirect.target().uri()).isEqualTo(REDIRECT);
        assertThat(redirect.target().needsClick()).isFalse();
        return redirect.parameters();
    }

    TokenResponse signIn(String... changes) {
        return redeem(answer(changes).get("code"));
    }

    TokenResponse redeem(String code, String... more) {
        return token(concat(more, "grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT));
    }

    TokenResponse refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    TokenResponse token(Map<String, String> form) {
        String pair = clientId + ':' + SECRET;
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
        return provider.services.tokens().handle(issuer, Parameters.of(form), Optional.of("Basic " + basic), false);
    }

    private static Map<String, String> concat(String[] more, String... fields) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String[] list : new String[][] {fields, more}) {
            for (int i = 0; i < list.length; i += 2) {
                all.put(list[i], list[i + 1]);
            }
        }
        return all;
    }

    /** The error of a request that must fail. */
    static String error(Runnable request) {
        try {
            request.run();
        } catch (OAuthException e) {
            return e.error().wireName();
        }
        throw new AssertionError("The request succeeded");
    }

    ObjectNode userinfo(TokenResponse tokens) {
        return provider.services.userInfo().of(issuer, tokens.accessToken()).claims();
    }

    LogoutAnswer logout(Map<String, String> parameters) {
        LogoutAnswer answer = provider.services.logout().handle(issuer, Parameters.of(parameters), cookies);
        if (answer.endsSession()) {
            cookies.clear();
        }
        return answer;
    }

    /** The claims of an ID token that the client must accept (OpenID Connect Core section 3.1.3.7). */
    JsonNode idToken(TokenResponse tokens) {
        String token = tokens.idToken().orElseThrow();
        assertThat(TestIssuer.isGenuine(token)).isTrue();
        JsonNode header = part(token, 0);
        assertThat(header.path("alg").asText()).isEqualTo("RS256");
        assertThat(header.path("kid").asText()).isNotEmpty();
        JsonNode claims = part(token, 1);
        long now = provider.clock.instant().getEpochSecond();
        assertThat(claims.path("iss").asText()).isEqualTo(issuer.issuer().value());
        assertThat(claims.path("aud").asText()).isEqualTo(clientId);
        assertThat(claims.path("azp").asText()).isEqualTo(clientId);
        assertThat(claims.path("sub").asText()).isEqualTo("alice");
        assertThat(claims.path("iat").asLong()).isEqualTo(now);
        assertThat(claims.path("exp").asLong()).isGreaterThan(now);
        assertThat(claims.path("auth_time").asLong()).isBetween(1L, now);
        assertThat(claims.path("at_hash").asText()).isEqualTo(TokenHash.of(Algorithm.RS256, tokens.accessToken()));
        return claims;
    }

    private static JsonNode part(String token, int index) {
        return StrictJson.object(Base64.getUrlDecoder().decode(token.split("\\.")[index]));
    }
}
