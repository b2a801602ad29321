package dev.mintmark.oauth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthFixture;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.service.request.MintRequestBuilder;
import dev.mintmark.service.request.RevokeRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JWT bearer assertions and token exchange, with what each must refuse. */
class AssertionGrantsTest {
    private static final String ACME = OAuthFixture.BASE + "/issuers/acme";
    private static final String OTHER = OAuthFixture.BASE + "/issuers/other";
    private static final String ACCESS = "urn:ietf:params:oauth:token-type:access_token";
    private static final Jwk CLIENT_KEY = GeneratedKey.of(Algorithm.ES256);

    private final OAuthFixture fixture =
            new OAuthFixture(OAuthFixture.config(file(CLIENT_KEY.publicJson())), false, true);

    private static String file(ObjectNode key) {
        return "{clients: {signer: {jwks: {keys: [" + key + "]}}, narrow: {secret_sha256: '" + "0".repeat(64)
                + "', scopes: [orders:read]}}}";
    }

    private static MintRequestBuilder subject(String issuer) {
        return MintRequest.builder()
                .issuer(issuer)
                .subject("alice")
                .clientId("web")
                .audience(List.of(ACME))
                .scope(List.of("orders:read", "orders:write"))
                .claims(JsonNodeFactory.instance.objectNode().put("acr", "level4"));
    }

    private TokenResponse token(String... pairs) {
        Parameters form = OAuthFixture.form(pairs);
        return fixture.oauth.tokens().handle(fixture.issuer("acme"), form, Optional.empty(), false);
    }

    private TokenResponse exchange(String token, String... more) {
        String[] pairs = {
            "grant_type",
            TokenExchangeGrant.TYPE,
            "client_id",
            "gateway",
            "subject_token",
            token,
            "subject_token_type",
            ACCESS,
            "audience",
            "https://stock.example"
        };
        String[] all = java.util.Arrays.copyOf(pairs, pairs.length + more.length);
        System.arraycopy(more, 0, all, pairs.length, more.length);
        return token(all);
    }

    private TokenResponse bearer(String client, String assertion, String... more) {
        String[] pairs = {"grant_type", JwtBearerGrant.TYPE, "client_id", client, "assertion", assertion};
        String[] all = java.util.Arrays.copyOf(pairs, pairs.length + more.length);
        System.arraycopy(more, 0, all, pairs.length, more.length);
        return token(all);
    }

    private static void refuses(OAuthError error, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(OAuthException.class, e -> {
            assertThat(e.error()).isEqualTo(error);
            assertThat(e.description()).matches("[\\x20-\\x7e]+").doesNotContain("eyJ");
        });
    }

    @Test
    void anExchangeKeepsTheSubjectItsClaimsAndItsScope() {
        TokenResponse response = exchange(fixture.mint(subject(OTHER).build()));
        JsonNode claims = OAuthFixture.claims(response.accessToken());
        assertThat(claims.path("iss").asText()).isEqualTo(ACME);
        assertThat(claims.path("sub").asText()).isEqualTo("alice");
        assertThat(claims.path("aud").asText()).isEqualTo("https://stock.example");
        assertThat(claims.path("client_id").asText()).isEqualTo("gateway");
        assertThat(claims.path("scope").asText()).isEqualTo("orders:read orders:write");
        assertThat(claims.path("acr").asText()).isEqualTo("level4");
        assertThat(claims.has("act")).isFalse();
        assertThat(response.members())
                .containsEntry("issued_token_type", ACCESS)
                .containsEntry("token_type", "Bearer")
                .doesNotContainKeys("refresh_token", "id_token");
    }

    @Test
    void actorsFormAChain() {
        String actor = fixture.mint(subject(ACME).subject("service-a").build());
        String first = exchange(fixture.mint(subject(ACME).build()), "actor_token", actor, "actor_token_type", ACCESS)
                .accessToken();
        String second = fixture.mint(subject(ACME).subject("service-b").build());
        JsonNode claims = OAuthFixture.claims(exchange(first, "actor_token", second, "actor_token_type", ACCESS)
                .accessToken());
        assertThat(claims.path("sub").asText()).isEqualTo("alice");
        assertThat(claims.at("/act/sub").asText()).isEqualTo("service-b");
        assertThat(claims.at("/act/act/sub").asText()).isEqualTo("service-a");
        assertThat(OAuthFixture.claims(exchange(first).accessToken())
                        .at("/act/sub")
                        .asText())
                .isEqualTo("service-a");
    }

    @Test
    void mayActNamesTheOneWhoMay() {
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.putObject("may_act").put("sub", "service-a");
        String token = fixture.mint(subject(ACME).claims(claims).build());
        String right = fixture.mint(subject(ACME).subject("service-a").build());
        String wrong = fixture.mint(subject(ACME).subject("service-b").build());
        assertThat(exchange(token, "actor_token", right, "actor_token_type", ACCESS)
                        .accessToken())
                .isNotEmpty();
        refuses(OAuthError.INVALID_REQUEST, () -> exchange(token, "actor_token", wrong, "actor_token_type", ACCESS));
    }

    @Test
    void aChainOfActorsEnds() {
        String token = fixture.mint(subject(ACME).build());
        String actor = fixture.mint(subject(ACME).subject("service").build());
        for (int i = 0; i < 8; i++) {
            token = exchange(token, "actor_token", actor, "actor_token_type", ACCESS)
                    .accessToken();
        }
        String last = token;
        refuses(OAuthError.INVALID_REQUEST, () -> exchange(last, "actor_token", actor, "actor_token_type", ACCESS));
    }

    @ParameterizedTest
    @CsvSource({
        "subject_token_type, urn:ietf:params:oauth:token-type:saml2, INVALID_REQUEST",
        "subject_token_type, urn:ietf:params:oauth:token-type:id_token, INVALID_REQUEST",
        "subject_token_type, urn:ietf:params:oauth:token-type:refresh_token, INVALID_REQUEST",
        "subject_token_type, '', INVALID_REQUEST",
        "subject_token, '', INVALID_REQUEST",
        "subject_token, x.y.z, INVALID_REQUEST",
        "requested_token_type, urn:ietf:params:oauth:token-type:id_token, INVALID_REQUEST",
        "actor_token_type, urn:ietf:params:oauth:token-type:jwt, INVALID_REQUEST",
        "actor_token, x.y.z, INVALID_REQUEST",
        "resource, /relative, INVALID_TARGET",
        "scope, a\"b, INVALID_SCOPE"
    })
    void anExchangeThatIsWrongIsRefused(String name, String value, OAuthError error) {
        refuses(error, () -> exchange(fixture.mint(subject(ACME).build()), name, value));
    }

    @Test
    void tokensThatAreForeignExpiredRevokedOrEncryptedAreRefused() {
        String foreign = fixture.mint(subject(ACME)
                .key(CLIENT_KEY.insecurePrivateJson())
                .algorithm("ES256")
                .build());
        String revoked = fixture.mint(subject(ACME).build());
        fixture.services.tokens().revoke(RevokeRequest.ofToken(revoked));
        String expired = fixture.mint(subject(ACME).build());
        String elsewhere = fixture.mint(subject("https://else.example").build());
        String encrypted = "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.AA.AA.AA.AA";
        for (String token : List.of(foreign, revoked, elsewhere, encrypted)) {
            refuses(OAuthError.INVALID_REQUEST, () -> exchange(token));
            refuses(OAuthError.INVALID_GRANT, () -> bearer("web", token));
        }
        fixture.pass(Duration.ofMinutes(20));
        refuses(OAuthError.INVALID_REQUEST, () -> exchange(expired));
        refuses(OAuthError.INVALID_GRANT, () -> bearer("web", expired));
    }

    @Test
    void aClientGetsOnlyItsScopes() {
        String token = fixture.mint(subject(ACME).build());
        fixture.loseTheStore();
        refuses(
                OAuthError.INVALID_CLIENT,
                () -> exchange(token, "client_id", "narrow", "client_secret", "wrong", "scope", "orders:read"));
    }

    @Test
    void anAssertionOfThisServiceGivesATokenForItsSubject() {
        JsonNode claims = OAuthFixture.claims(bearer(
                        "web",
                        fixture.mint(subject(ACME).build()),
                        "scope",
                        "orders:list",
                        "audience",
                        "https://x.example")
                .accessToken());
        assertThat(claims.path("sub").asText()).isEqualTo("alice");
        assertThat(claims.path("scope").asText()).isEqualTo("orders:list");
        assertThat(claims.path("aud").asText()).isEqualTo("https://x.example");
        assertThat(claims.path("acr").asText()).isEqualTo("level4");
    }

    @Test
    void anAssertionMustBeAddressedToThisIssuer() {
        String token = fixture.mint(
                subject(ACME).audience(List.of("https://orders.example")).build());
        refuses(OAuthError.INVALID_GRANT, () -> bearer("web", token));
        String toTheEndpoint =
                fixture.mint(subject(ACME).audience(List.of(ACME + "/token")).build());
        assertThat(bearer("web", toTheEndpoint).accessToken()).isNotEmpty();
    }

    @Test
    void aClientSignsForASubjectButGrantsItNothing() {
        String assertion = assertion("signer", ACME);
        JsonNode claims = OAuthFixture.claims(signed(assertion).accessToken());
        assertThat(claims.path("sub").asText()).isEqualTo("zed");
        assertThat(claims.has("roles")).isFalse();
        refuses(OAuthError.INVALID_GRANT, () -> signed(assertion("somebody", ACME)));
        refuses(OAuthError.INVALID_GRANT, () -> signed(assertion("signer", "https://else.example")));
    }

    /** The client authenticates by a second assertion, and is the issuer of the first. */
    private TokenResponse signed(String assertion) {
        String authentication = fixture.mint(MintRequest.builder()
                .issuer("signer")
                .subject("signer")
                .audience(List.of(ACME))
                .expiresIn(Duration.ofMinutes(5))
                .key(CLIENT_KEY.insecurePrivateJson())
                .algorithm("ES256")
                .build());
        return token(
                "grant_type",
                JwtBearerGrant.TYPE,
                "assertion",
                assertion,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                authentication);
    }

    private String assertion(String issuer, String audience) {
        return fixture.mint(MintRequest.builder()
                .issuer(issuer)
                .subject("zed")
                .audience(List.of(audience))
                .roles(List.of("admin"))
                .key(CLIENT_KEY.insecurePrivateJson())
                .algorithm("ES256")
                .build());
    }
}
