package dev.mintmark.http.oauth;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import dev.mintmark.http.limit.HttpTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each test proves the members that {@link Proves} names by requests: nothing is advertised that is not served. */
@QuarkusTest
class MetadataTest extends HttpTest {
    private static final String ISSUER = "http://localhost:8080/issuers/meta";
    private final OAuthClient client = new OAuthClient("/issuers/meta");

    private static JsonPath document() {
        return get("/issuers/meta/.well-known/openid-configuration").jsonPath();
    }

    private static String path(String member) {
        URI url = URI.create(document().getString(member));
        assertThat(url.toString()).startsWith(ISSUER + '/');
        return url.getRawPath();
    }

    private static List<String> list(String member) {
        return document().getList(member);
    }

    @Test
    void everyMemberIsProven() {
        Set<String> proven = Arrays.stream(MetadataTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Proves.class))
                .flatMap(method ->
                        Arrays.stream(method.getAnnotation(Proves.class).value()))
                .collect(Collectors.toCollection(TreeSet::new));
        // ClientAuthenticationTest signs assertions with each algorithm, for which the client must be in a file.
        document().getMap("").keySet().stream()
                .map(String::valueOf)
                .filter(member -> member.endsWith("_auth_signing_alg_values_supported"))
                .forEach(proven::add);
        assertThat(proven)
                .isEqualTo(new TreeSet<>(document().<String, Object>getMap("").keySet()));
    }

    @Test
    @Proves({
        "issuer",
        "authorization_endpoint",
        "token_endpoint",
        "userinfo_endpoint",
        "subject_types_supported",
        "authorization_response_iss_parameter_supported"
    })
    void theEndpointsAreWhereTheyAreSaidToBe() {
        Response redirect = given().redirects()
                .follow(false)
                .queryParams(OAuthClient.request())
                .get(path("authorization_endpoint"));
        Map<String, String> answer = OAuthClient.answer(redirect);
        assertThat(answer.get("iss")).isEqualTo(ISSUER);
        Response tokens = form("grant_type", "authorization_code", "client_id", "web", "code", answer.get("code"))
                .formParam("code_verifier", OAuthClient.VERIFIER)
                .post(path("token_endpoint"));
        JsonPath id = OAuthTest.claims(tokens.path("id_token"));
        assertThat(id.getString("iss")).isEqualTo(document().getString("issuer"));
        Response info = given().header("Authorization", "Bearer " + tokens.path("access_token"))
                .get(path("userinfo_endpoint"));
        // Public subjects: another client sees the same one.
        assertThat((String) info.path("sub")).isEqualTo(id.getString("sub"));
        Response other = form("grant_type", "password", "client_id", "other", "username", "alice")
                .formParam("password", "x")
                .formParam("scope", "openid")
                .post(path("token_endpoint"));
        assertThat(OAuthTest.claims(other.path("id_token")).getString("sub")).isEqualTo(id.getString("sub"));
    }

    @Test
    @Proves({"jwks_uri", "id_token_signing_alg_values_supported"})
    void theKeysOfAllAlgorithmsArePublished() throws Exception {
        List<Map<String, Object>> keys = get(path("jwks_uri")).jsonPath().getList("keys");
        assertThat(keys).extracting(key -> key.get("alg")).containsAll(list("id_token_signing_alg_values_supported"));
        JWSObject id = JWSObject.parse(client.signIn().path("id_token"));
        assertThat(id.getHeader().getAlgorithm().getName())
                .isEqualTo(list("id_token_signing_alg_values_supported").get(0));
        assertThat(keys)
                .extracting(key -> key.get("kid"))
                .contains(id.getHeader().getKeyID());
    }

    @Test
    @Proves({"introspection_endpoint", "revocation_endpoint", "end_session_endpoint"})
    void tokensAreInspectedAndEnded() {
        Response tokens = client.signIn();
        String access = tokens.path("access_token");
        assertThat((Boolean) form("client_id", "web", "client_secret", "s", "token", access)
                        .post(path("introspection_endpoint"))
                        .path("active"))
                .isTrue();
        assertThat(form("client_id", "web", "token", access)
                        .post(path("revocation_endpoint"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.userinfo(access).statusCode()).isEqualTo(401);
        assertThat(given().queryParam("id_token_hint", (String) tokens.path("id_token"))
                        .get(path("end_session_endpoint"))
                        .asString())
                .contains("Signed out");
    }

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
    @Proves("grant_types_supported")
    void eachGrantTypeIsServed() {
        for (String type : list("grant_types_supported")) {
            String error = form("grant_type", type, "client_id", "web")
                    .post(path("token_endpoint"))
                    .path("error");
            assertThat(error).as(type).isNotEqualTo("unsupported_grant_type");
        }
    }

    @Test
    @Proves({
        "token_endpoint_auth_methods_supported",
        "introspection_endpoint_auth_methods_supported",
        "revocation_endpoint_auth_methods_supported"
    })
    void eachMethodOfClientAuthenticationIsTaken() {
        String token = client.signIn().path("access_token");
        for (String endpoint : List.of("token", "introspection", "revocation")) {
            for (String method : list(endpoint + "_endpoint_auth_methods_supported")) {
                Response answer = authenticated(method, token).post(path(endpoint + "_endpoint"));
                // Without keys in a file an assertion is read and then refused.
                assertThat(answer.statusCode()).as("%s %s", endpoint, method).isIn(200, 401);
                if (answer.statusCode() == 401) {
                    assertThat(method).isEqualTo("private_key_jwt");
                    assertThat((String) answer.path("error_description")).contains("jwks");
                }
            }
        }
    }

    private static RequestSpecification authenticated(String method, String token) {
        var form = form("grant_type", "client_credentials", "token", token);
        return switch (method) {
            case "client_secret_basic" -> form.auth().preemptive().basic("web", "secret");
            case "client_secret_post" -> form.formParam("client_id", "web").formParam("client_secret", "secret");
            case "private_key_jwt" ->
                form.formParam("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                        .formParam("client_assertion", "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ3ZWIifQ.AAAA");
            default -> form.formParam("client_id", "web");
        };
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

    private static RequestSpecification form(String... fields) {
        var form = given().contentType("application/x-www-form-urlencoded");
        for (int i = 0; i < fields.length; i += 2) {
            form.formParam(fields[i], fields[i + 1]);
        }
        return form;
    }
}
