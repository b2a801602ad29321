package dev.mintmark.http.oauth;

import dev.mintmark.http.guard.ApiKeyFile;
import dev.mintmark.jose.Sha256;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** A service with API key authentication, a file of users and clients, and a second origin. */
public final class GuardedOAuth implements QuarkusTestProfile {
    static final String PASSWORD = "password-for-tests-only";
    static final String SECRET = "secret-for-tests-only";
    static final String INNER = "mintmark.auth.svc:8080";

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path file = Files.createTempDirectory("mintmark-oauth").resolve("oauth.yaml");
            Files.writeString(file, yaml());
            Map<String, String> settings = new HashMap<>(new ApiKeyFile().getConfigOverrides());
            settings.put("mintmark.oauth.file", file.toString());
            settings.put("mintmark.oauth.origins", "http://" + INNER);
            settings.put("mintmark.issuer", "http://localhost:8080");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String yaml() {
        return """
                users:
                  alice: {password_sha256: "%s", claims: {email: alice@example.com, plan: gold}}
                  bob: {claims: {email: bob@example.com}}
                clients:
                  web:
                    secret_sha256: "%s"
                    redirect_uris: ["http://localhost/cb", "https://app.example/cb?a=b"]
                    post_logout_redirect_uris: ["https://app.example/"]
                    scopes: [openid, email, offline_access, "orders:*"]
                    pkce: required
                    refresh: offline_access
                    auto_login: alice
                    lifetimes: {access: 5m}
                    audience: https://orders.example
                    claims: {access: {tier: "${user.plan}", who: "${client_id}/${subject}"}}
                  batch: {secret_sha256: "%s", grants: [client_credentials]}
                """.formatted(sha256(PASSWORD), sha256(SECRET), sha256(SECRET));
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
