package dev.mintmark.http.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.http.limit.HttpTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forward authentication on the wire: status, header fields, methods, and requests that are bent. */
@QuarkusTest
class ForwardAuthHttpTest extends HttpTest {
    private static final List<String> FIELDS =
            List.of("Subject", "Client", "Scope", "Roles", "Permissions", "Groups", "Email", "Issuer", "Claims");
    private static final String NAMED = "/issuers/acme/forward-auth";

    @TestHTTPResource("/")
    URI service;

    private static String tokenOf(String issuer) {
        return HttpTest.token("{\"issuer\": \"http://localhost:8080" + issuer
                + "\", \"subject\": \"alice\", \"scope\": \"orders:read\", \"roles\": [\"clerk\"]}");
    }

    @Test
    void forwardsEveryFieldAtNamedAndRootIssuers() {
        for (String path : new String[] {NAMED, "/oauth2/forward-auth", "/issuers/a/b/forward-auth"}) {
            String issuer = path.startsWith("/oauth2") ? "" : path.replace("/forward-auth", "");
            Response response = given().header("Authorization", "Bearer " + tokenOf(issuer))
                    .get(path + "?scope=orders:read&role=clerk");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.asByteArray()).isEmpty();
            assertThat(response.header("Cache-Control")).isEqualTo("no-store");
            assertThat(response.header("X-Auth-Subject")).isEqualTo("alice");
            assertThat(response.header("X-Auth-Issuer")).isEqualTo("http://localhost:8080" + issuer);
            assertThat(FIELDS).allMatch(name -> response.headers().hasHeaderWithName("X-Auth-" + name));
        }
    }

    @Test
    void challengesAsRfc6750Says() {
        Response none = given().get(NAMED);
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"mintmark\"");
        Response bad = given().header("Authorization", "Bearer x").get(NAMED);
        assertThat(bad.statusCode()).isEqualTo(401);
        assertThat(bad.header("WWW-Authenticate")).startsWith("Bearer realm=\"mintmark\", error=\"invalid_token\"");
        Response lacking = given().header("Authorization", "Bearer " + tokenOf("/issuers/acme"))
                .get(NAMED + "?role=admin");
        assertThat(lacking.statusCode()).isEqualTo(403);
        assertThat(lacking.header("WWW-Authenticate")).contains("error=\"insufficient_scope\"");
        assertThat(lacking.headers().hasHeaderWithName("X-Auth-Subject")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER ", "Bearer    ", "  Bearer "})
    void takesTheSchemeInAnyCaseAndSpaces(String scheme) {
        assertThat(given().header("Authorization", scheme + tokenOf("/issuers/acme"))
                        .get(NAMED)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer a b",
                "Bearerx",
                "Bearer\tx",
                "Basic YTpi",
                "Bearer x,y",
                "Bearer é",
                "Bearer ..",
                "Bearer a.b.c",
                "Bearer v1.AAAA",
                "",
                "Token x",
                "Bearer null",
                "Bearer Bearer x"
            })
    void answersMalformedCredentialsWith401(String credentials) {
        assertThat(given().header("Authorization", credentials).get(NAMED).statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesTwoAuthorizationHeaders() throws IOException {
        String good = "Authorization: Bearer " + tokenOf("/issuers/acme") + "\r\n";
        assertThat(status("GET " + NAMED, good)).isEqualTo(200);
        assertThat(status("GET " + NAMED, good + good)).isEqualTo(401);
        assertThat(status("GET " + NAMED, good + "Authorization: Basic YTpi\r\n"))
                .isEqualTo(401);
    }

    @Test
    void aTokenOf70KilobytesNeverReachesTheEndpoint() throws IOException {
        assertThat(status("GET " + NAMED, "Authorization: Bearer " + "x".repeat(70_000) + "\r\n"))
                .isEqualTo(431);
    }

    @Test
    void anyMethodIsTheSameQuestionAndItsBodyIsNotRead() throws IOException {
        String good = tokenOf("/issuers/acme");
        for (Method method : Method.values()) {
            if (method == Method.TRACE || method == Method.HEAD) {
                continue;
            }
            Response response = given().header("Authorization", "Bearer " + good)
                    .header("Origin", "http://evil.example")
                    .header("Access-Control-Request-Method", "PUT")
                    .request(method, NAMED);
            assertThat(response.statusCode()).as("%s", method).isEqualTo(200);
            assertThat(response.header("X-Auth-Subject")).isEqualTo("alice");
            assertThat(given().request(method, NAMED).statusCode())
                    .as("%s", method)
                    .isEqualTo(401);
            assertThat(given().request(method, "/issuers/token/forward-auth").statusCode())
                    .isEqualTo(404);
        }
        String large = "Authorization: Bearer " + good + "\r\nContent-Length: 9999999\r\n";
        assertThat(status("POST " + NAMED, large)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../../keys/jwks",
                "/",
                "/x",
                ";a=b/../../../keys/jwks",
                "%2f..%2f..%2f..%2fkeys/jwks",
                "//keys/jwks"
            })
    void aPathThatContinuesIsRefused(String rest) throws IOException {
        for (String path : new String[] {NAMED, "/oauth2/forward-auth"}) {
            assertThat(status("GET " + path + rest, "")).isEqualTo(403);
        }
    }

    @Test
    void anIssuerMayHaveASimilarName() throws IOException {
        assertThat(status("GET /issuers/forward-auth-test/jwks", "")).isEqualTo(200);
        assertThat(status("GET /issuers/forward-auth-test/forward-auth", "")).isEqualTo(401);
    }

    /** The status of a request that no client library would send. */
    private int status(String line, String headers) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream()
                    .write((line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            byte[] head = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
            return Integer.parseInt(new String(head, StandardCharsets.ISO_8859_1).substring("HTTP/1.1 ".length()));
        }
    }
}
