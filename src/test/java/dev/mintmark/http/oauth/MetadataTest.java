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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each test proves the members that {@link Proves} names by requests: nothing is advertised that is not served. The endpoints
 * are here, what an authorization request may ask for is in {@link AdvertisedRequestsTest}.
 */
@QuarkusTest
class MetadataTest extends HttpTest {
    private static final String ISSUER = "http://localhost:8080/issuers/meta";
    private final OAuthClient client = new OAuthClient("/issuers/meta");

    static JsonPath document() {
        return get("/issuers/meta/.well-known/openid-configuration").jsonPath();
    }

    private static String path(String member) {
        URI url = URI.create(document().getString(member));
        assertThat(url.toString()).startsWith(ISSUER + '/');
        return url.getRawPath();
    }

    static List<String> list(String member) {
        return document().getList(member);
    }

    @Test
    void everyMemberIsProven() {
        Set<String> proven = Stream.of(MetadataTest.class, AdvertisedRequestsTest.class)
                .flatMap(tests -> Arrays.stream(tests.getDeclaredMethods()))
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

    @Test
    @Proves("registration_endpoint")
    void aClientRegistersItselfAndIsKnownByItsSecret() {
        Response registered = given().contentType("application/json")
                .body("{\"grant_types\": [\"client_credentials\"]}")
                .post(path("registration_endpoint"));
        assertThat(registered.statusCode()).as(registered.asString()).isEqualTo(201);
        assertThat(registered.header("Cache-Control")).isEqualTo("no-store");
        String id = registered.path("client_id");
        for (String secret : List.of(registered.<String>path("client_secret"), "wrong")) {
            assertThat(form("grant_type", "client_credentials")
                            .auth()
                            .preemptive()
                            .basic(id, secret)
                            .post(path("token_endpoint"))
                            .statusCode())
                    .isEqualTo(secret.equals("wrong") ? 401 : 200);
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

    private static RequestSpecification form(String... fields) {
        var form = given().contentType("application/x-www-form-urlencoded");
        for (int i = 0; i < fields.length; i += 2) {
            form.formParam(fields[i], fields[i + 1]);
        }
        return form;
    }
}
