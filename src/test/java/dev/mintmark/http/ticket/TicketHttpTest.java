package dev.mintmark.http.ticket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.contract.ContractFilter;
import dev.mintmark.http.limit.HttpTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tickets on the wire: requests, the session of a browser, and the faults that concern HTTP. */
@QuarkusTest
class TicketHttpTest extends HttpTest {
    private static final String REDIRECT = "http://localhost:3000/cb";
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private static Response issue(String issuer, String body) {
        return given().contentType(ContentType.JSON).body(body).post(issuer + "/tickets");
    }

    private static String ticket(String issuer, String body) {
        Response response = issue(issuer, body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.path("ticket");
    }

    private static Response authorize(RequestSpecification browser, String issuer, String... hint) {
        RequestSpecification request = browser.redirects()
                .follow(false)
                .queryParam("response_type", "code")
                .queryParam("client_id", "web")
                .queryParam("redirect_uri", REDIRECT)
                .queryParam("scope", "openid email");
        if (hint.length > 0) {
            request.queryParam("login_hint", hint[0]);
        }
        return request.get(issuer + "/authorize");
    }

    private static Response redeem(String issuer, Response redirect) {
        Matcher code = CODE.matcher(redirect.header("Location"));
        assertThat(code.find()).as(redirect.header("Location")).isTrue();
        return given().noFiltersOfType(ContractFilter.class)
                .formParam("grant_type", "authorization_code")
                .formParam("client_id", "web")
                .formParam("redirect_uri", REDIRECT)
                .formParam("code", URLDecoder.decode(code.group(1), StandardCharsets.UTF_8))
                .post(issuer + "/token");
    }

    private static JsonPath claims(String token) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    @Test
    void aTicketSignsInAtItsIssuerAlone() {
        for (String issuer : new String[] {"/issuers/acme", "/oauth2"}) {
            String ticket = ticket(issuer, "{\"claims\": {\"sub\": \"zoe\", \"plan\": \"gold\"}}");
            Response tokens = redeem(issuer, authorize(given(), issuer, ticket));
            JsonPath access = claims(tokens.path("access_token"));
            assertThat(access.getString("sub")).isEqualTo("zoe");
            assertThat(access.getString("plan")).isEqualTo("gold");
            assertThat(authorize(given(), "/issuers/other", ticket).header("Location"))
                    .contains("error=invalid_request");
        }
    }

    @Test
    void aBrowserContextIsSignedInAndGoesOn() {
        String issuer = "/issuers/acme";
        String then = "http://localhost:8080/issuers/acme/authorize?client_id=web";
        Response begun = given().redirects()
                .follow(false)
                .queryParam("ticket", ticket(issuer, "{\"user\": \"bob\"}"))
                .queryParam("then", then)
                .get(issuer + "/session");
        assertThat(begun.statusCode()).isEqualTo(303);
        assertThat(begun.header("Location")).isEqualTo(then);
        assertThat(begun.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/issuers/acme/");
        Response tokens = redeem(issuer, authorize(given().cookies(begun.cookies()), issuer));
        assertThat(claims(tokens.path("access_token")).getString("sub")).isEqualTo("bob");
        Response page = given().queryParam("ticket", ticket(issuer, "{\"user\": \"bob\"}"))
                .get(issuer + "/session");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        Response bad = given().queryParam("ticket", "v1.x").get(issuer + "/session");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.headers().hasHeaderWithName("Set-Cookie")).isFalse();
        Response away = given().queryParam("ticket", ticket(issuer, "{\"user\": \"bob\"}"))
                .queryParam("then", "https://evil.example/")
                .get(issuer + "/session");
        assertThat(away.statusCode()).isEqualTo(400);
        assertThat(away.headers().hasHeaderWithName("Set-Cookie")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|",
                "{\"user\": \"\"}|/user",
                "{\"user\": \"a\", \"fault\": \"id_token:odd\"}|/fault",
                "{\"user\": \"a\", \"clock\": \"-\"}|/clock",
                "{\"user\": \"a\", \"clock\": \"-9999d\"}|/clock",
                "{\"user\": \"a\", \"lifetimes\": {\"access\": \"x\"}}|/lifetimes/access",
                "{\"user\": \"a\", \"lifetimes\": {\"access\": 0}}|/lifetimes/access",
                "{\"user\": \"a\", \"lifetimes\": {\"other\": 5}}|/lifetimes/other",
                "{\"user\": \"a\", \"claims\": {\"iss\": \"x\"}}|/claims/iss",
                "{\"user\": \"a\", \"claims\": {\"mintmark_fault\": \"x\"}}|/claims/mintmark_fault",
                "{\"claims\": {\"sub\": 5}}|/claims/sub",
                "{\"user\": \"a\", \"faults\": \"x\"}|/faults"
            })
    void aRequestThatIsWrongNamesItsMember(String body, String pointer) {
        Response response = issue("/issuers/acme", body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        if (pointer != null) {
            assertThat(response.asString()).contains('"' + pointer + '"');
        }
    }

    @Test
    void claimsThatDoNotFitAreRefused() {
        StringBuilder text = new StringBuilder();
        new java.util.Random(7).ints(4000, 'a', 'z').forEach(c -> text.append((char) c));
        assertThat(issue("/issuers/acme", "{\"user\": \"a\", \"claims\": {\"x\": \"" + text + "\"}}")
                        .asString())
                .contains("1536");
    }

    @Test
    void userinfoFailsAsOrdered() {
        assertThat(userinfo("userinfo:500").statusCode()).isEqualTo(500);
        Response html = userinfo("userinfo:not_json");
        assertThat(html.statusCode()).isEqualTo(200);
        assertThat(html.contentType()).startsWith("text/html");
        assertThat(html.header("X-Mintmark-Fault")).isEqualTo("userinfo:not_json");
        Response wrong = userinfo("userinfo:wrong_sub");
        assertThat((String) wrong.path("sub")).isEqualTo("alice-wrong");
    }

    private static Response userinfo(String fault) {
        String ticket = ticket("/issuers/acme", "{\"user\": \"alice\", \"fault\": \"" + fault + "\"}");
        Response tokens = redeem("/issuers/acme", authorize(given(), "/issuers/acme", ticket));
        return given().noFiltersOfType(ContractFilter.class)
                .header("Authorization", "Bearer " + tokens.path("access_token"))
                .get("/issuers/acme/userinfo");
    }

    @Test
    void aSlowAnswerIsARightAnswer() {
        Response redirect = authorize(
                given(), "/issuers/acme", ticket("/issuers/acme", "{\"user\": \"alice\", \"fault\": \"token:slow\"}"));
        Response slow = redeem("/issuers/acme", redirect);
        assertThat(slow.statusCode()).isEqualTo(200);
        assertThat(slow.header("X-Mintmark-Fault")).isEqualTo("token:slow");
    }

    @Test
    void noWebPageGetsATicket() {
        Response response = given().contentType(ContentType.JSON)
                .header("Origin", "https://evil.example")
                .body("{\"user\": \"alice\"}")
                .post("/issuers/acme/tickets");
        assertThat(response.statusCode()).isEqualTo(403);
    }
}
