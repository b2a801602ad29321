package dev.mintmark.oauth.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.drills.Faults;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthFixture;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.oauth.grant.TokenResponse;
import dev.mintmark.oauth.login.AuthorizationAnswer.Outcome;
import dev.mintmark.oauth.login.AuthorizationAnswer.ToClient;
import dev.mintmark.service.request.VerifyRequest;
import dev.mintmark.tokens.TokenType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketLoginTest {
    private static final String REDIRECT = "http://localhost:3000/cb";
    private OAuthFixture fixture = new OAuthFixture();

    private static ObjectNode claims(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value);
    }

    private String ticket(String issuer, String subject, ObjectNode claims, LoginEffects effects, boolean once) {
        return fixture.oauth.tickets().seal(fixture.issuer(issuer).name(), subject, claims, effects, once);
    }

    private String faulty(String fault) {
        LoginEffects effects = new LoginEffects(Faults.parse(fault), Map.of(), Duration.ZERO);
        return ticket("acme", "alice", JsonNodeFactory.instance.objectNode(), effects, false);
    }

    private Outcome authorize(String issuer, String hint, List<String> cookies, String... more) {
        List<String> pairs = new ArrayList<>(List.of(
                "response_type", "code", "client_id", "web", "redirect_uri", REDIRECT, "scope", "openid email"));
        pairs.addAll(List.of("nonce", "n-1", "state", "s"));
        if (!hint.isEmpty()) {
            pairs.addAll(List.of("login_hint", hint));
        }
        pairs.addAll(List.of(more));
        return fixture.oauth
                .authorization()
                .authorize(fixture.issuer(issuer), OAuthFixture.form(pairs.toArray(new String[0])), cookies);
    }

    private Map<String, String> answer(String issuer, String hint) {
        return ((ToClient) authorize(issuer, hint, List.of()).answer()).parameters();
    }

    private TokenResponse redeem(String issuer, Map<String, String> answer) {
        return fixture.oauth
                .tokens()
                .handle(
                        fixture.issuer(issuer),
                        OAuthFixture.form(
                                "grant_type",
                                "authorization_code",
                                "client_id",
                                "web",
                                "redirect_uri",
                                REDIRECT,
                                "code",
                                answer.get("code")),
                        Optional.empty(),
                        false);
    }

    private TokenResponse signIn(String issuer, String hint) {
        return redeem(issuer, answer(issuer, hint));
    }

    @Test
    void aTicketSignsAnyUserInWithClaimsLifetimesAndClock() {
        LoginEffects effects = new LoginEffects(
                Optional.empty(), Map.of(TokenType.ACCESS, Duration.ofMinutes(2)), Duration.ofHours(-2));
        TokenResponse tokens = signIn("acme", ticket("acme", "zoe", claims("plan", "gold"), effects, false));
        JsonNode access = OAuthFixture.claims(tokens.accessToken());
        JsonNode id = OAuthFixture.claims(tokens.idToken().orElseThrow());
        long now = fixture.instant().getEpochSecond();
        assertThat(access.path("sub").asText()).isEqualTo("zoe");
        assertThat(access.path("plan").asText()).isEqualTo("gold");
        assertThat(access.path("iat").asLong()).isEqualTo(now - 7200);
        assertThat(access.path("exp").asLong() - access.path("iat").asLong()).isEqualTo(120);
        assertThat(id.path("plan").asText()).isEqualTo("gold");
        assertThat(id.path("iat").asLong()).isEqualTo(now - 7200);
        assertThat(id.path("nonce").asText()).isEqualTo("n-1");
    }

    @Test
    void claimsOfATicketWinOverThoseOfTheUserAtUserinfo() {
        TokenResponse tokens =
                signIn("acme", ticket("acme", "alice", claims("email", "other@example.com"), LoginEffects.NONE, false));
        assertThat(fixture.oauth
                        .userInfo()
                        .of(fixture.issuer("acme"), tokens.accessToken())
                        .claims()
                        .path("email")
                        .asText())
                .isEqualTo("other@example.com");
    }

    @Test
    void aTicketAnswersPromptLogin() {
        String ticket = ticket("acme", "bob", JsonNodeFactory.instance.objectNode(), LoginEffects.NONE, false);
        assertThat(authorize("acme", ticket, List.of(), "prompt", "login").answer())
                .isInstanceOf(ToClient.class);
    }

    @Test
    void ticketsOfAnotherIssuerExpiredChangedAndUsedOnesAreRefused() {
        String once = ticket("acme", "bob", JsonNodeFactory.instance.objectNode(), LoginEffects.NONE, true);
        assertThat(answer("other", once)).containsEntry("error", "invalid_request");
        String changed = once.substring(0, once.length() - 2) + (once.endsWith("AA") ? "BB" : "AA");
        assertThat(answer("acme", changed)).containsEntry("error", "invalid_request");
        assertThat(answer("acme", once)).containsKey("code");
        assertThat(answer("acme", once))
                .containsEntry("error", "invalid_request")
                .doesNotContainKey("code");
        String late = ticket("acme", "bob", JsonNodeFactory.instance.objectNode(), LoginEffects.NONE, false);
        fixture.pass(Duration.ofMinutes(11));
        assertThat(answer("acme", late)).containsEntry("error", "invalid_request");
    }

    @Test
    void aCodeIsNotATicket() {
        String code = answer("acme", "alice").get("code");
        assertThat(answer("acme", code)).containsEntry("error", "invalid_request");
    }

    @Test
    void aTicketHoldsAtMost1536Characters() {
        StringBuilder text = new StringBuilder();
        new java.util.Random(1).ints(3000, 'a', 'z').forEach(c -> text.append((char) c));
        assertThatThrownBy(() -> ticket("acme", "x", claims("x", text.toString()), LoginEffects.NONE, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_denied", "login_required", "server_error", "consent_required"})
    void theAuthorizationEndpointAnswersTheOrderedError(String error) {
        assertThat(answer("acme", faulty("authorize:" + error)))
                .containsEntry("error", error)
                .containsEntry("state", "s")
                .doesNotContainKey("code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_grant", "invalid_client", "server_error", "temporarily_unavailable"})
    void theTokenEndpointAnswersTheOrderedError(String error) {
        Map<String, String> answer = answer("acme", faulty("token:" + error));
        assertThatThrownBy(() -> redeem("acme", answer))
                .isInstanceOfSatisfying(
                        OAuthException.class,
                        e -> assertThat(e.error().wireName()).isEqualTo(error));
    }

    @Test
    void theFaultOfUserinfoTravelsInTheAccessTokenAndCannotBeTyped() {
        TokenResponse tokens = signIn("acme", faulty("userinfo:wrong_sub"));
        var answer = fixture.oauth.userInfo().of(fixture.issuer("acme"), tokens.accessToken());
        assertThat(answer.claims().path("sub").asText()).isEqualTo("alice-wrong");
        String typed = fixture.mint(dev.mintmark.service.request.MintRequest.builder()
                .issuer(OAuthFixture.BASE + "/issuers/acme")
                .subject("alice")
                .scope(List.of("openid"))
                .claims(claims("mintmark_fault", "userinfo:500"))
                .build());
        assertThat(fixture.oauth.userInfo().of(fixture.issuer("acme"), typed).fault())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expired",
                "future",
                "wrong_iss",
                "wrong_aud",
                "wrong_nonce",
                "bad_signature",
                "unknown_kid",
                "none",
                "no_at_hash",
                "bad_at_hash",
                "missing"
            })
    void anIdTokenIsWrongInExactlyOneWay(String fault) {
        TokenResponse right = signIn("acme", "alice");
        TokenResponse tokens = signIn("acme", faulty("id_token:" + fault));
        assertThat(fixture.services
                        .tokens()
                        .verify(VerifyRequest.of(tokens.accessToken()))
                        .verdict()
                        .isValid())
                .isTrue();
        if (fault.equals("missing")) {
            assertThat(tokens.idToken()).isEmpty();
            return;
        }
        String token = tokens.idToken().orElseThrow();
        boolean isSigned = fixture.services.tokens().verify(VerifyRequest.of(token)).verdict().checks().stream()
                .filter(check -> List.of("signature", "key", "algorithm")
                        .contains(check.check().wireName()))
                .noneMatch(
                        check -> check.isFailed() || check.status().wireName().equals("skipped"));
        assertThat(isSigned)
                .isEqualTo(!List.of("bad_signature", "unknown_kid", "none").contains(fault));
        JsonNode claims = OAuthFixture.claims(token);
        JsonNode expected = OAuthFixture.claims(right.idToken().orElseThrow());
        List<String> changed = new ArrayList<>();
        expected.fieldNames().forEachRemaining(name -> {
            boolean varies = List.of("jti", "sid", "at_hash").contains(name);
            if (!claims.has(name) || (!varies && !claims.get(name).equals(expected.get(name)))) {
                changed.add(name);
            }
        });
        List<String> wrong = switch (fault) {
            case "expired", "future" -> List.of("exp", "iat");
            case "wrong_iss" -> List.of("iss");
            case "wrong_aud" -> List.of("aud", "azp");
            case "wrong_nonce" -> List.of("nonce");
            case "no_at_hash" -> List.of("at_hash");
            default -> List.of();
        };
        assertThat(changed).containsExactlyInAnyOrderElementsOf(wrong);
        if (fault.equals("bad_at_hash")) {
            assertThat(claims.path("at_hash").asText()).isEqualTo("AAAAAAAAAAAAAAAAAAAAAA");
        }
    }

    @Test
    void theFileOrdersAFaultForAClient() {
        fixture = new OAuthFixture(
                OAuthFixture.config("clients: {web: {fault: 'authorize:access_denied'}}"), false, true);
        assertThat(answer("acme", "alice")).containsEntry("error", "access_denied");
        assertThatThrownBy(() -> OAuthFixture.config("clients: {web: {fault: 'authorize:nonsense'}}"))
                .hasMessageContaining("/clients/web/fault");
    }

    @Test
    void withoutDrillsThereIsNoFault() {
        OAuthFixture with = fixture;
        String ticket = faulty("id_token:expired");
        fixture = new OAuthFixture(
                OAuthFixture.config("clients: {web: {fault: 'authorize:access_denied'}}"), false, false);
        assertThat(answer("acme", "alice")).containsKey("code");
        assertThat(answer("acme", ticket)).containsEntry("error", "invalid_request");
        assertThat(with).isNotSameAs(fixture);
    }

    @Test
    void aTicketSignsInUnderApiKeysAndAHintDoesNot() {
        OAuthConfig config = OAuthFixture.config("clients: {web: {}}");
        fixture = new OAuthFixture(config, true, true);
        assertThat(answer("acme", ticket("acme", "alice", claims("a", "b"), LoginEffects.NONE, false)))
                .containsKey("code");
        assertThat(authorize("acme", "alice", List.of()).answer()).isNotInstanceOf(ToClient.class);
    }

    @Test
    void aSessionByTicketKeepsUserClaimsAndEffects() {
        OAuthIssuer acme = fixture.issuer("acme");
        LoginEffects effects =
                new LoginEffects(Optional.empty(), Map.of(TokenType.ACCESS, Duration.ofMinutes(3)), Duration.ZERO);
        String ticket = ticket("acme", "eve", claims("plan", "free"), effects, true);
        String then = acme.browserUrl("authorize") + "?client_id=web";
        var begun = fixture.oauth.ticketSessions().begin(acme, OAuthFixture.form("ticket", ticket, "then", then));
        assertThat(begun.then()).hasToString("Optional[" + then + "]");
        for (int i = 0; i < 2; i++) {
            Outcome outcome = authorize("acme", "", List.of(begun.cookie()));
            JsonNode access = OAuthFixture.claims(
                    redeem("acme", ((ToClient) outcome.answer()).parameters()).accessToken());
            assertThat(access.path("sub").asText()).isEqualTo("eve");
            assertThat(access.path("plan").asText()).isEqualTo("free");
            assertThat(access.path("exp").asLong() - access.path("iat").asLong())
                    .isEqualTo(180);
        }
        assertThatThrownBy(() -> fixture.oauth.ticketSessions().begin(acme, OAuthFixture.form("ticket", ticket)))
                .isInstanceOf(OAuthException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/issuers/acme/authorize?x",
                "http://localhost:8080/issuers/other/authorize?x=1",
                "http://localhost:8080/issuers/acme/authorize",
                "http://localhost:8080/issuers/acme/logout?x",
                "http://localhost:8080@evil.example/issuers/acme/authorize?x",
                "http://localhost:8080/issuers/acme/authorize?x=\r\nSet-Cookie: a=b",
                "javascript:alert(1)"
            })
    void aSessionLeadsNowhereElse(String then) {
        String ticket = ticket("acme", "eve", JsonNodeFactory.instance.objectNode(), LoginEffects.NONE, false);
        assertThatThrownBy(() -> fixture.oauth
                        .ticketSessions()
                        .begin(fixture.issuer("acme"), OAuthFixture.form("ticket", ticket, "then", then)))
                .isInstanceOfSatisfying(
                        OAuthException.class, e -> assertThat(e.error()).isEqualTo(OAuthError.INVALID_REQUEST));
    }

    @Test
    void sixtyFourContextsOnEightIssuersNeverMixAClaim() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                int context = i;
                all.add(threads.submit(() -> runContext(context)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void runContext(int context) {
        String issuer = "issuer-" + context % 8;
        String value = "context-" + context;
        String ticket = ticket(issuer, "user-" + context, claims("context", value), LoginEffects.NONE, false);
        for (int round = 0; round < 4; round++) {
            TokenResponse tokens = signIn(issuer, ticket);
            for (String token : List.of(tokens.accessToken(), tokens.idToken().orElseThrow())) {
                JsonNode claims = OAuthFixture.claims(token);
                assertThat(claims.path("context").asText()).isEqualTo(value);
                assertThat(claims.path("sub").asText()).isEqualTo("user-" + context);
                assertThat(claims.path("iss").asText()).endsWith("/issuers/" + issuer);
            }
            assertThat(fixture.oauth
                            .userInfo()
                            .of(fixture.issuer(issuer), tokens.accessToken())
                            .claims()
                            .path("context")
                            .asText())
                    .isEqualTo(value);
        }
    }
}
