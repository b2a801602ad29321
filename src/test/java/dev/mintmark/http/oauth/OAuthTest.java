package dev.mintmark.http.oauth;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.http.limit.HttpTest;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.TokenHash;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Discovery, login, tokens, userinfo, introspection, revocation and logout of issuers by URL. */
@QuarkusTest
class OAuthTest extends HttpTest {
    private static final String BASE = "http://localhost:8080";
    private final OAuthClient acme = new OAuthClient("/issuers/acme");

    static JsonPath claims(String token) {
        String payload = token.split("\\.")[1];
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    static Stream<String> discoveryUrls() {
        return Stream.of(
                "/issuers/acme/.well-known/openid-configuration",
                "/.well-known/openid-configuration/issuers/acme",
                "/.well-known/oauth-authorization-server/issuers/acme");
    }

    @ParameterizedTest
    @MethodSource("discoveryUrls")
    void threeFormsOfDiscoveryGiveTheSameDocument(String url) {
        Response response = get(url);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo("application/json");
        assertThat(response.header("Cache-Control")).isEqualTo("private, max-age=60");
        assertThat(response.headers().getValues("Vary")).contains("Host");
        assertThat(response.jsonPath().getString("issuer")).isEqualTo(BASE + "/issuers/acme");
        assertThat(response.asString())
                .isEqualTo(get(discoveryUrls().findFirst().orElseThrow()).asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "tenant/v2.0", "a/b/c/d"})
    void everyUrlOfADocumentBeginsWithItsIssuer(String name) {
        Map<String, Object> document = get("/issuers/" + name + "/.well-known/openid-configuration")
                .jsonPath()
                .getMap("");
        assertThat(document.get("issuer")).isEqualTo(BASE + "/issuers/" + name);
        assertThat(document.entrySet().stream()
                        .filter(member -> String.valueOf(member.getValue()).startsWith("http")))
                .hasSize(9)
                .allMatch(member -> String.valueOf(member.getValue()).startsWith(BASE + "/issuers/" + name));
    }

    @Test
    void theRootIssuerIsThatOfTheService() {
        JsonPath document = get("/.well-known/openid-configuration").jsonPath();
        assertThat(document.getString("issuer")).isEqualTo(BASE);
        assertThat(document.getString("token_endpoint")).isEqualTo(BASE + "/oauth2/token");
        assertThat(document.getString("jwks_uri")).isEqualTo(BASE + "/keys/jwks");
        assertThat(get("/.well-known/oauth-authorization-server").asString())
                .isEqualTo(get("/.well-known/openid-configuration").asString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/issuers/a/b/c/d/e/.well-known/openid-configuration",
                "/issuers/token/.well-known/openid-configuration",
                "/issuers/a/userinfo/authorize",
                "/issuers/a%2Fb/.well-known/openid-configuration",
                "/issuers/%C3%A9/jwks",
                "/.well-known/openid-configuration/nowhere",
                "/.well-known/openid-configuration/issuers/a%20b"
            })
    void whatIsNotAnIssuerIsACleanNotFound(String url) {
        Response response = given().urlEncodingEnabled(false).get(url);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void theHostHeaderChangesNothing() {
        String document = given().header("Host", "evil.example")
                .get("/issuers/acme/.well-known/openid-configuration")
                .asString();
        assertThat(document).doesNotContain("evil");
    }

    @Test
    void theKeysOfAnIssuerAreThoseOfTheService() {
        assertThat(get("/issuers/acme/jwks").asString())
                .isEqualTo(get("/keys/jwks").asString());
        assertThat(get("/issuers/acme/jwks").header("ETag"))
                .isEqualTo(get("/keys/jwks").header("ETag"));
    }

    @Test
    void aHintSignsInAndTheCodeGivesAllTokens() {
        Response redirect = acme.authorize(OAuthClient.request());
        assertThat(redirect.statusCode()).isEqualTo(303);
        Map<String, String> answer = OAuthClient.answer(redirect);
        assertThat(answer).containsEntry("state", "s t&a=te").containsEntry("iss", BASE + "/issuers/acme");
        assertThat(redirect.headers().getValues("Cross-Origin-Opener-Policy")).containsExactly("unsafe-none");
        assertThat(redirect.header("Set-Cookie"))
                .startsWith("mintmark_session=v1.")
                .contains("Path=/issuers/acme/;", "HttpOnly", "SameSite=Lax");
        Response tokens = acme.redeem(answer.get("code"));
        assertThat(tokens.statusCode()).as(tokens.asString()).isEqualTo(200);
        assertThat(tokens.header("Cache-Control")).isEqualTo("no-store");
        JsonPath id = claims(tokens.path("id_token"));
        String access = tokens.path("access_token");
        assertThat(id.getString("iss")).isEqualTo(BASE + "/issuers/acme");
        assertThat(id.getString("aud")).isEqualTo("web");
        assertThat(id.getString("azp")).isEqualTo("web");
        assertThat(id.getString("sub")).isEqualTo("alice");
        assertThat(id.getString("nonce")).isEqualTo("n-1");
        assertThat(id.getString("email")).isEqualTo("alice@example.com");
        assertThat(id.getString("at_hash")).isEqualTo(TokenHash.of(Algorithm.RS256, access));
        assertThat(id.getLong("auth_time")).isPositive();
        JsonPath accessClaims = claims(access);
        assertThat(accessClaims.getString("client_id")).isEqualTo("web");
        assertThat(accessClaims.getString("scope")).isEqualTo("openid profile email");
        assertThat(accessClaims.getList("roles")).contains("admin");
        assertThat(accessClaims.getString("sid")).isEqualTo(id.getString("sid"));
        assertThat(tokens.jsonPath().getInt("expires_in")).isEqualTo(900);
        assertThat(acme.userinfo(access).jsonPath().getMap(""))
                .containsEntry("sub", "alice")
                .containsEntry("email_verified", true)
                .doesNotContainKey("phone_number");
    }

    @Test
    void withoutANonceTheIdTokenHasNone() {
        assertThat(claims(acme.signIn("nonce", "").path("id_token")).getMap("")).doesNotContainKey("nonce");
    }

    @Test
    void anIssuerIsOneWorldWithTheOtherEndpoints() {
        String access = acme.signIn().path("access_token");
        Response verdict = given().contentType(ContentType.JSON)
                .body("{\"token\": \"" + access + "\", \"expect\": {\"issuer\": \"" + BASE
                        + "/issuers/acme\", \"type\": \"access\"}}")
                .post("/tokens/verify");
        assertThat((Boolean) verdict.path("valid")).as(verdict.asString()).isTrue();
        String minted =
                token("{\"issuer\": \"" + BASE + "/issuers/acme\", \"subject\": \"bob\", \"scope\": \"openid email\"}");
        assertThat(acme.userinfo(minted).jsonPath().getString("email")).isEqualTo("bob@example.com");
        assertThat(new OAuthClient("/issuers/other").userinfo(minted).statusCode())
                .isEqualTo(401);
        assertThat((Boolean) acme.introspect(minted).path("active")).isTrue();
    }

    @Test
    void aSecondUseOfACodeRevokesWhatItGave() {
        String code = acme.code(OAuthClient.request());
        Response first = acme.redeem(code);
        String access = first.path("access_token");
        assertThat(acme.userinfo(access).statusCode()).isEqualTo(200);
        assertThat((String) acme.redeem(code).path("error")).isEqualTo("invalid_grant");
        assertThat(acme.userinfo(access).statusCode()).isEqualTo(401);
        assertThat((Boolean) acme.introspect(access).path("active")).isFalse();
        assertThat((String) acme.refresh(first.path("refresh_token")).path("error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    void ofEightUsesAtOnceOneWinsAndItsTokensAreRevoked() throws Exception {
        String code = acme.code(OAuthClient.request());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Response>> uses = Collections.nCopies(8, () -> acme.redeem(code));
            List<Response> winners = new ArrayList<>();
            for (Future<Response> use : threads.invokeAll(uses)) {
                if (use.get().statusCode() == 200) {
                    winners.add(use.get());
                } else {
                    assertThat((String) use.get().path("error")).isEqualTo("invalid_grant");
                }
            }
            assertThat(winners).hasSize(1);
            assertThat(acme.userinfo(winners.get(0).path("access_token")).statusCode())
                    .isEqualTo(401);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aLongAuthorizationRequestIsRead() {
        Map<String, String> answer = OAuthClient.answer(acme.authorize(OAuthClient.request("state", "x".repeat(6000))));
        assertThat(answer).containsKey("code").containsEntry("state", "x".repeat(6000));
        assertThat(acme.authorize(OAuthClient.request("state", "x".repeat(9000)))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theKeysAndDiscoveryAreForEveryOriginOnce() {
        for (String path : List.of("/issuers/acme/jwks", "/issuers/acme/.well-known/openid-configuration")) {
            assertThat(given().header("Origin", "https://any.example")
                            .get(path)
                            .headers()
                            .getValues("Access-Control-Allow-Origin"))
                    .containsExactly("*");
            assertThat(get(path).header("Access-Control-Allow-Origin")).isEqualTo("*");
        }
    }

    @Test
    void aWrongClientOrVerifierDoesNotUseACodeUp() {
        String code = acme.code(OAuthClient.request());
        assertThat((String) acme.redeem(code, "client_id", "other").path("error"))
                .isEqualTo("invalid_grant");
        assertThat((String) acme.redeem(code, "code_verifier", "x".repeat(43)).path("error"))
                .isEqualTo("invalid_grant");
        assertThat((String) acme.redeem(code, "redirect_uri", "http://localhost:3000/other")
                        .path("error"))
                .isEqualTo("invalid_grant");
        assertThat((String) new OAuthClient("/issuers/other").redeem(code).path("error"))
                .isEqualTo("invalid_grant");
        assertThat(acme.redeem(code).statusCode()).isEqualTo(200);
    }

    @Test
    void aRefreshKeepsTheLoginAndGivesAnIdTokenWithoutNonce() {
        Response first = acme.signIn();
        Response second = acme.refresh(first.path("refresh_token"));
        assertThat(second.statusCode()).as(second.asString()).isEqualTo(200);
        JsonPath before = claims(first.path("id_token"));
        JsonPath after = claims(second.path("id_token"));
        for (String name : List.of("iss", "sub", "aud", "azp", "auth_time", "sid")) {
            assertThat(after.<Object>get(name)).as(name).isEqualTo(before.get(name));
        }
        assertThat(after.getMap("")).doesNotContainKey("nonce");
        assertThat((String) acme.refresh(second.path("refresh_token"), "scope", "openid admin")
                        .path("error"))
                .isEqualTo("invalid_scope");
        assertThat((String) acme.refresh(second.path("refresh_token"), "client_id", "other")
                        .path("error"))
                .isEqualTo("invalid_grant");
        assertThat((String) acme.refresh(first.path("refresh_token")).path("error"))
                .isEqualTo("invalid_grant");
        assertThat(acme.userinfo(second.path("access_token")).statusCode()).isEqualTo(401);
    }

    @Test
    void aClientGetsATokenForItself() {
        Response response = given().auth()
                .preemptive()
                .basic("batch%3A1", "s%20cret")
                .contentType("application/x-www-form-urlencoded")
                .formParam("grant_type", "client_credentials")
                .formParam("scope", "orders:read")
                .formParam("resource", "https://orders.example")
                .post("/issuers/acme/token");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        JsonPath claims = claims(response.path("access_token"));
        assertThat(claims.getString("sub")).isEqualTo("batch:1");
        assertThat(claims.getString("aud")).isEqualTo("https://orders.example");
        assertThat(response.jsonPath().getMap("")).doesNotContainKeys("refresh_token", "id_token");
    }

    @Test
    void aNameAndAnyPasswordGiveTokensWithoutABrowser() {
        Response response = acme.token(
                "grant_type", "password", "client_id", "web", "username", "carol", "password", "x", "scope", "openid");
        assertThat(claims(response.path("id_token")).getString("sub")).isEqualTo("carol");
        assertThat((String) response.path("refresh_token")).isNotEmpty();
    }

    @Test
    void thePageSignsInByAButtonAndWithTypedClaims() {
        Response page = acme.authorize(OAuthClient.request("login_hint", ""));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains("<button id=\"user-alice\" name=\"user\" value=\"alice\">")
                .doesNotContain("<script")
                .hasSizeLessThan(15_000);
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'self'")
                .doesNotContain("form-action");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.headers().getValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(page.headers().getValues("Cross-Origin-Opener-Policy")).containsExactly("unsafe-none");
        Response redirect = acme.login(
                "request", OAuthClient.form(page), "user", "bob", "claims", "{\"tenant\": \"t1\", \"email\": \"x@y\"}");
        Response tokens = acme.redeem(OAuthClient.answer(redirect).get("code"));
        String access = tokens.path("access_token");
        assertThat(claims(access).getString("tenant")).isEqualTo("t1");
        assertThat(claims(tokens.path("id_token")).getString("tenant")).isEqualTo("t1");
        assertThat(acme.userinfo(access).jsonPath().getMap(""))
                .containsEntry("sub", "bob")
                .containsEntry("email", "x@y")
                .containsEntry("tenant", "t1");
    }

    @Test
    void thePageTellsWhatIsWrongWithTypedClaims() {
        String form = OAuthClient.form(acme.authorize(OAuthClient.request("login_hint", "")));
        for (String claims : List.of("[1]", "{\"a\": 1, \"a\": 2}", "{\"iss\": \"x\"}", "{")) {
            Response page = acme.login("request", form, "user", "bob", "claims", claims);
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.asString()).contains("role=\"alert\"", "id=\"user-bob\"");
        }
    }

    @Test
    void thePageKeepsWhatWasTyped() {
        String form = OAuthClient.form(acme.authorize(OAuthClient.request("login_hint", "")));
        Response page = acme.login(
                "request",
                form,
                "subject",
                "bob \"<b>",
                "claims",
                "{\"a\": </textarea><script>",
                "password",
                "secret1");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.asString())
                .contains("value=\"bob &quot;&lt;b&gt;\"", "{&quot;a&quot;: &lt;/textarea&gt;&lt;script&gt;</textarea>")
                .doesNotContain("secret1");
    }

    @Test
    void aFormWithoutItsSealStartsNothing() {
        for (String form : List.of("", "v1.AAAA", "x")) {
            Response page = acme.login("request", form, "user", "alice");
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.header("Location")).isNull();
        }
        String form = OAuthClient.form(acme.authorize(OAuthClient.request("login_hint", "")));
        assertThat(new OAuthClient("/issuers/other")
                        .login("request", form, "user", "alice")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aDeniedLoginTellsTheClient() {
        String form = OAuthClient.form(acme.authorize(OAuthClient.request("login_hint", "")));
        assertThat(OAuthClient.answer(acme.login("request", form, "action", "deny")))
                .containsEntry("error", "access_denied")
                .containsEntry("state", "s t&a=te");
    }

    @Test
    void aSessionSignsInAgainWithTheSameAuthTime() {
        Response first = acme.authorize(OAuthClient.request());
        String cookie = first.cookie("mintmark_session");
        Response second = given().redirects()
                .follow(false)
                .cookie("mintmark_session", cookie)
                .queryParams(OAuthClient.request("login_hint", "", "prompt", "none"))
                .get("/issuers/acme/authorize");
        JsonPath id = claims(acme.redeem(OAuthClient.answer(second).get("code")).path("id_token"));
        JsonPath before =
                claims(acme.redeem(OAuthClient.answer(first).get("code")).path("id_token"));
        assertThat(id.getString("sub")).isEqualTo("alice");
        assertThat(id.getLong("auth_time")).isEqualTo(before.getLong("auth_time"));
        assertThat(given().cookie("mintmark_session", cookie)
                        .queryParams(OAuthClient.request("login_hint", "", "prompt", "login"))
                        .get("/issuers/acme/authorize")
                        .asString())
                .contains("user-alice");
        Response elsewhere = given().redirects()
                .follow(false)
                .cookie("mintmark_session", cookie)
                .queryParams(OAuthClient.request("login_hint", "", "prompt", "none"))
                .get("/issuers/other/authorize");
        assertThat(OAuthClient.answer(elsewhere)).containsEntry("error", "login_required");
    }

    @Test
    void anIdTokenHintRenewsWithoutACookie() {
        String hint = acme.signIn().path("id_token");
        Map<String, String> silent = OAuthClient.request("login_hint", "", "prompt", "none", "id_token_hint", hint);
        assertThat(claims(acme.redeem(acme.code(silent)).path("id_token")).getString("sub"))
                .isEqualTo("alice");
        assertThat(OAuthClient.answer(acme.authorize(
                        OAuthClient.request("login_hint", "bob", "prompt", "none", "id_token_hint", hint))))
                .containsEntry("error", "login_required");
    }

    @Test
    void theClaimsParameterNamesFurtherClaims() {
        Response tokens = acme.signIn(
                "scope",
                "openid",
                "claims",
                "{\"userinfo\": {\"phone_number\": {\"essential\": true}}, \"id_token\": {\"nickname\": null}}");
        assertThat(acme.userinfo(tokens.path("access_token")).jsonPath().getMap(""))
                .containsKey("phone_number");
        assertThat(claims(tokens.path("id_token")).getString("nickname")).isEqualTo("alice");
    }

    @Test
    void aFormPostAnswersWithAPageThatPostsItself() {
        Response page = acme.authorize(OAuthClient.request("response_mode", "form_post"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains(
                        "action=\"" + OAuthClient.REDIRECT + "\"",
                        "name=\"code\"",
                        "value=\"s t&amp;a=te\"",
                        "<noscript>");
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'sha256-");
        assertThat(page.header("X-Frame-Options")).isNull();
        Response fragment = acme.authorize(OAuthClient.request("response_mode", "fragment"));
        assertThat(fragment.header("Location")).startsWith(OAuthClient.REDIRECT + "#code=");
    }

    @Test
    void anotherHostIsReachedByAClickAlone() {
        Response page = acme.authorize(OAuthClient.request("redirect_uri", "https://evil.example/cb"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Location")).isNull();
        assertThat(page.asString()).contains("<strong>evil.example</strong>", "id=\"continue\"");
        Response login =
                acme.authorize(OAuthClient.request("redirect_uri", "https://evil.example/cb", "login_hint", ""));
        assertThat(login.asString()).contains("<strong>evil.example</strong>");
        Response click = acme.login("request", OAuthClient.form(login), "user", "alice");
        assertThat(click.header("Location")).startsWith("https://evil.example/cb?code=");
    }

    @Test
    void aRevokedTokenIsDeadEverywhere() {
        Response tokens = acme.signIn();
        String access = tokens.path("access_token");
        assertThat(acme.post("/revoke", "client_id", "other", "token", access).statusCode())
                .isEqualTo(200);
        assertThat(acme.userinfo(access).statusCode()).isEqualTo(200);
        Response revoked = acme.post("/revoke", "client_id", "web", "token", access);
        assertThat(revoked.statusCode()).isEqualTo(200);
        assertThat(revoked.asString()).isEmpty();
        assertThat(acme.userinfo(access).statusCode()).isEqualTo(401);
        assertThat((Boolean) acme.introspect(tokens.path("refresh_token")).path("active"))
                .isTrue();
        assertThat(acme.post("/revoke", "client_id", "web", "token", tokens.path("refresh_token"))
                        .statusCode())
                .isEqualTo(200);
        assertThat((String) acme.refresh(tokens.path("refresh_token")).path("error"))
                .isEqualTo("invalid_grant");
        assertThat((String) acme.post("/revoke", "client_id", "web", "token", tokens.path("id_token"))
                        .path("error"))
                .isEqualTo("unsupported_token_type");
        assertThat(acme.post("/revoke", "client_id", "web", "token", "nonsense").statusCode())
                .isEqualTo(200);
    }

    @Test
    void introspectionShowsTheClaimsAndNeedsAClient() {
        String access = acme.signIn().path("access_token");
        Response active = acme.introspect(access);
        assertThat(active.jsonPath().getMap("")).containsEntry("active", true).containsEntry("token_type", "Bearer");
        Response anonymous = acme.post("/introspect", "token", access);
        assertThat(anonymous.statusCode()).isEqualTo(401);
        assertThat(anonymous.header("WWW-Authenticate")).isEqualTo("Basic realm=\"mintmark\"");
        assertThat(acme.introspect("nonsense").jsonPath().getMap("")).isEqualTo(Map.of("active", false));
    }

    @Test
    void userinfoSaysWhatATokenLacks() {
        Response none = get("/issuers/acme/userinfo");
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"mintmark\"");
        assertThat(acme.userinfo("nonsense").header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        String access = acme.signIn("scope", "email").path("access_token");
        assertThat(acme.userinfo(access).statusCode()).isEqualTo(403);
        String openid = acme.signIn().path("access_token");
        assertThat(acme.post("/userinfo", "access_token", openid).statusCode()).isEqualTo(200);
        assertThat(get("/issuers/acme/userinfo?access_token=" + openid).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aLogoutWithAHintEndsTheSessionAndItsTokens() {
        Response login = acme.authorize(OAuthClient.request());
        Response tokens = acme.redeem(OAuthClient.answer(login).get("code"));
        Response logout = given().redirects()
                .follow(false)
                .cookie("mintmark_session", login.cookie("mintmark_session"))
                .queryParam("id_token_hint", (String) tokens.path("id_token"))
                .queryParam("post_logout_redirect_uri", "http://localhost:3000/")
                .queryParam("state", "x")
                .get("/issuers/acme/logout");
        assertThat(logout.statusCode()).isEqualTo(303);
        assertThat(logout.header("Location")).isEqualTo("http://localhost:3000/?state=x");
        assertThat(logout.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(acme.userinfo(tokens.path("access_token")).statusCode()).isEqualTo(401);
        assertThat((String) acme.refresh(tokens.path("refresh_token")).path("error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    void aLogoutWithoutAHintAsks() {
        Response page = given().queryParam("client_id", "web")
                .queryParam("post_logout_redirect_uri", "http://localhost:3000/")
                .get("/issuers/acme/logout");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("id=\"sign-out\"", "<strong>localhost</strong>");
        String form = page.asString().replaceAll("(?s).*name=\"confirm\" value=\"([^\"]+)\".*", "$1");
        Response done = acme.post("/logout", "confirm", form);
        assertThat(done.header("Location")).isEqualTo("http://localhost:3000/");
        Response open = given().redirects()
                .follow(false)
                .queryParam("client_id", "web")
                .queryParam("post_logout_redirect_uri", "https://evil.example/")
                .get("/issuers/acme/logout");
        assertThat(open.statusCode()).isEqualTo(400);
    }
}
