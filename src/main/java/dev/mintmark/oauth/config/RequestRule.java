package dev.mintmark.oauth.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.tokens.TokenType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the tokens of certain token requests have.
 *
 * @param when the parameters that must fit, by name; empty for every request
 * @param subject the {@code sub}, with templates
 * @param audience the {@code aud} of access tokens, with templates; empty for the usual one
 * @param claims further claims, with templates
 * @param type the {@code typ} of access tokens
 * @param lifetimes of the tokens where they differ
 */
public record RequestRule(
        Map<String, Predicate<String>> when,
        Optional<String> subject,
        List<String> audience,
        ObjectNode claims,
        Optional<String> type,
        Map<TokenType, Duration> lifetimes) {
    /** Parameters that are secrets: no rule reads them, and no claim holds them. */
    static final Set<String> SECRET = Set.of(
            "password",
            "client_secret",
            "client_assertion",
            "code",
            "code_verifier",
            "refresh_token",
            "assertion",
            "subject_token",
            "actor_token");

    /** Changes nothing. */
    public static final RequestRule NONE = new RequestRule(
            Map.of(), Optional.empty(), List.of(), JsonNodeFactory.instance.objectNode(), Optional.empty(), Map.of());

    public RequestRule {
        when = Map.copyOf(when);
        audience = List.copyOf(audience);
        lifetimes = Map.copyOf(lifetimes);
    }

    /** Whether a request with these parameters fits. */
    public boolean fits(Function<String, Optional<String>> parameters) {
        return when.entrySet().stream()
                .allMatch(entry -> parameters
                        .apply(entry.getKey())
                        .filter(value -> fits(entry.getKey(), entry.getValue(), value))
                        .isPresent());
    }

    /** A scope is a list without order, so one of its values may fit. */
    private static boolean fits(String name, Predicate<String> pattern, String value) {
        return pattern.test(value)
                || (name.equals("scope")
                        && List.of(value.split(" ", -1)).stream().anyMatch(pattern));
    }

    @Override
    public String toString() {
        return "RequestRule[" + when.keySet() + "]";
    }
}
