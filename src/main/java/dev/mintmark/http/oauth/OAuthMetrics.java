package dev.mintmark.http.oauth;

import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.login.AuthorizationAnswer.LoginMethod;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** Counts requests by endpoint and outcome, and logins by how the user was signed in. All labels are closed lists. */
@Singleton
public class OAuthMetrics {
    private static final List<String> ENDPOINTS = List.of(
            "discovery",
            "authorize",
            "login",
            "token",
            "userinfo",
            "introspect",
            "revoke",
            "register",
            "logout",
            "forward-auth",
            "session");

    private final Instance<MeterRegistry> registry;

    OAuthMetrics(Instance<MeterRegistry> registry) {
        this.registry = registry;
    }

    /** Successes and logins count from zero, so that the first is seen. */
    void begin(@Observes StartupEvent event) {
        ENDPOINTS.forEach(endpoint -> counter(endpoint, "ok"));
        for (LoginMethod method : LoginMethod.values()) {
            counter(method);
        }
    }

    /** The request succeeded. */
    public void succeeded(String endpoint) {
        count(endpoint, "ok");
    }

    /** The answer is an error. */
    public void failed(String endpoint, OAuthError error) {
        count(endpoint, error.wireName());
    }

    /** The answer is a page, or a challenge. */
    public void showed(String endpoint, String page) {
        count(endpoint, page);
    }

    private void count(String endpoint, String outcome) {
        counter(endpoint, outcome).increment();
    }

    private Counter counter(String endpoint, String outcome) {
        return Counter.builder("mintmark.oauth.requests")
                .description("OAuth requests by endpoint and outcome: ok, a page, or the error code")
                .tags("endpoint", endpoint, "outcome", outcome)
                .register(registry.get());
    }

    void loggedIn(LoginMethod method) {
        counter(method).increment();
    }

    private Counter counter(LoginMethod method) {
        return Counter.builder("mintmark.oauth.logins")
                .description("Codes issued, by how the user was signed in")
                .tag("how", method.name().toLowerCase(Locale.ROOT))
                .register(registry.get());
    }
}
