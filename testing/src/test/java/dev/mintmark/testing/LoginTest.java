package dev.mintmark.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.SignedJWT;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The endpoints of an OpenID Connect provider, found by the issuer URL alone. */
class LoginTest {
    @RegisterExtension
    static final Mintmark MINTMARK = Mintmark.options().algorithm("ES256").inProcess();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERIFIER = "a-code-verifier-of-at-least-43-characters-0123456789";
    private static final String CHALLENGE = challenge();

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private static String challenge() {
        try {
            return java.util.Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode discovery(String issuer) throws Exception {
        HttpResponse<String> response = get(issuer + "/.well-known/openid-configuration");
        assertThat(response.statusCode()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> get(String uri) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String uri, Map<String, String> form) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(uri))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(form)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String authorizeUrl(JsonNode metadata, String more) {
        return metadata.path("authorization_endpoint").asText() + "?"
                + encoded(Map.of(
                        "response_type", "code",
                        "client_id", "shop",
                        "redirect_uri", "http://localhost:9090/cb",
                        "scope", "openid email",
                        "state", "s1",
                        "nonce", "n1",
                        "code_challenge", CHALLENGE,
                        "code_challenge_method", "S256"))
                + more;
    }

    private static String parameter(HttpResponse<?> redirect, String name) {
        assertThat(redirect.statusCode()).isEqualTo(303);
        Matcher matcher = Pattern.compile("[?&]" + name + "=([^&]*)")
                .matcher(redirect.headers().firstValue("Location").orElseThrow());
        assertThat(matcher.find()).isTrue();
        return URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8);
    }

    private void redeem(JsonNode metadata, String code, String subject) throws Exception {
        Map<String, String> form = Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "client_id", "shop",
                "redirect_uri", "http://localhost:9090/cb",
                "code_verifier", VERIFIER);
        JsonNode tokens = JSON.readTree(
                post(metadata.path("token_endpoint").asText(), form).body());
        SignedJWT idToken = SignedJWT.parse(tokens.path("id_token").asText());
        assertThat(idToken.getJWTClaimsSet().getSubject()).isEqualTo(subject);
        assertThat(idToken.getJWTClaimsSet().getStringClaim("nonce")).isEqualTo("n1");
        assertThat(idToken.getJWTClaimsSet().getIssuer())
                .isEqualTo(metadata.path("issuer").asText());
        HttpResponse<String> user = http.send(
                HttpRequest.newBuilder(
                                URI.create(metadata.path("userinfo_endpoint").asText()))
                        .header(
                                "Authorization",
                                "Bearer " + tokens.path("access_token").asText())
                        .build(),
                BodyHandlers.ofString());
        assertThat(JSON.readTree(user.body()).path("sub").asText()).isEqualTo(subject);
        HttpResponse<String> again = post(metadata.path("token_endpoint").asText(), form);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(again.body()).path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void signsInByLoginHint() throws Exception {
        JsonNode metadata = discovery(MINTMARK.issuer());
        assertThat(metadata.path("issuer").asText()).isEqualTo(MINTMARK.issuer());
        assertThat(metadata.path("jwks_uri").asText()).isEqualTo(MINTMARK.jwksUri());
        HttpResponse<String> redirect = get(authorizeUrl(metadata, "&login_hint=alice"));
        assertThat(parameter(redirect, "state")).isEqualTo("s1");
        redeem(metadata, parameter(redirect, "code"), "alice");
    }

    @Test
    void signsInByThePageAtAFurtherIssuer() throws Exception {
        JsonNode metadata = discovery(MINTMARK.issuer("tenant-a"));
        HttpResponse<String> page = get(authorizeUrl(metadata, ""));
        assertThat(page.body()).contains("id=\"user-bob\"");
        Matcher sealed = Pattern.compile("name=\"request\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(sealed.find()).isTrue();
        HttpResponse<String> redirect =
                post(MINTMARK.issuer("tenant-a") + "/login", Map.of("request", sealed.group(1), "user", "bob"));
        redeem(metadata, parameter(redirect, "code"), "bob");
        HttpResponse<String> silent = get(authorizeUrl(metadata, "&prompt=none"));
        assertThat(parameter(silent, "code")).isNotEmpty();
    }

    @Test
    void answersClientCredentialsAndErrors() throws Exception {
        JsonNode metadata = discovery(MINTMARK.issuer());
        String endpoint = metadata.path("token_endpoint").asText();
        HttpResponse<String> answer = post(
                endpoint,
                Map.of("grant_type", "client_credentials", "client_id", "job", "client_secret", "x", "scope", "a b"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).path("token_type").asText()).isEqualTo("Bearer");
        assertThat(post(endpoint, Map.of("grant_type", "magic")).body()).contains("unsupported_grant_type");
        assertThat(get(endpoint).statusCode()).isEqualTo(405);
        assertThat(get(MINTMARK.issuer() + "/nothing").statusCode()).isEqualTo(404);
        assertThat(get(metadata.path("userinfo_endpoint").asText()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void isTheParameterOfATest(Mintmark parameter) {
        assertThat(parameter).isSameAs(MINTMARK);
    }
}
