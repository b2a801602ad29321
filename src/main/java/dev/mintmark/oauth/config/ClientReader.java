package dev.mintmark.oauth.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.drills.Faults;
import dev.mintmark.jose.JwkSet;
import dev.mintmark.jose.KeyRejectedException;
import dev.mintmark.tokens.TokenType;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads clients. */
final class ClientReader {
    private static final Set<String> RESERVED = Set.of(
            "iss",
            "aud",
            "exp",
            "iat",
            "nbf",
            "jti",
            "nonce",
            "at_hash",
            "azp",
            "sid",
            "auth_time",
            "client_id",
            "scope",
            "mintmark_fault");

    private final BiFunction<String, JsonNode, Duration> durations;

    ClientReader(BiFunction<String, JsonNode, Duration> durations) {
        this.durations = durations;
    }

    Client read(Map.Entry<String, ConfigNode> entry) {
        ConfigNode node = entry.getValue()
                .admit(
                        "secret_sha256",
                        "jwks",
                        "redirect_uris",
                        "post_logout_redirect_uris",
                        "audience",
                        "scopes",
                        "grants",
                        "pkce",
                        "refresh",
                        "auto_login",
                        "lifetimes",
                        "claims",
                        "fault");
        ConfigNode claims = node.object("claims").admit("access", "id_token", "userinfo");
        List.of("access", "id_token", "userinfo").forEach(kind -> checkClaims(claims, kind));
        return new Client(
                entry.getKey(),
                true,
                node.sha256("secret_sha256").map(String::toLowerCase),
                jwks(node),
                uris(node, "redirect_uris"),
                uris(node, "post_logout_redirect_uris"),
                node.texts("audience"),
                node.texts("scopes"),
                Set.copyOf(node.texts("grants")),
                node.word("pkce", "optional", "optional", "required").equals("required"),
                Client.Refresh.valueOf(node.word("refresh", "always", "always", "offline_access", "never")
                        .toUpperCase(Locale.ROOT)),
                node.text("auto_login"),
                lifetimes(node.object("lifetimes").admit("access", "id", "refresh")),
                claims.claims("access"),
                claims.claims("id_token"),
                claims.claims("userinfo"),
                Optional.empty(),
                fault(node));
    }

    private static Optional<Faults> fault(ConfigNode node) {
        Optional<String> name = node.text("fault");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Faults.parse(name.get())
                .orElseThrow(() -> node.invalid("fault", "Must be one of " + String.join(", ", Faults.names()))));
    }

    /** Exactly as the client sends them, so that they are checked for what could never match. */
    private static List<String> uris(ConfigNode node, String name) {
        List<String> uris = node.texts(name);
        for (String uri : uris) {
            try {
                if (!URI.create(uri).isAbsolute()) {
                    throw node.invalid(name, "Must be absolute URIs");
                }
            } catch (IllegalArgumentException e) {
                throw node.invalid(name, "Must be absolute URIs");
            }
        }
        return uris;
    }

    private static Optional<JwkSet> jwks(ConfigNode node) {
        if (!node.has("jwks")) {
            return Optional.empty();
        }
        try {
            JwkSet keys = JwkSet.read(node.value("jwks"));
            if (keys.keys().isEmpty() || keys.keys().stream().anyMatch(key -> key.isSecret() || key.isPrivate())) {
                throw node.invalid("jwks", "Must have public keys, and neither secrets nor private keys");
            }
            return Optional.of(keys);
        } catch (KeyRejectedException e) {
            throw node.invalid("jwks", e.detail());
        }
    }

    Map<TokenType, Duration> lifetimes(ConfigNode node) {
        Map<TokenType, Duration> lifetimes = new EnumMap<>(TokenType.class);
        for (TokenType type : List.of(TokenType.ACCESS, TokenType.ID, TokenType.REFRESH)) {
            if (node.has(type.wireName())) {
                Duration lifetime = duration(node, type.wireName());
                if (lifetime.isNegative() || lifetime.isZero()) {
                    throw node.invalid(type.wireName(), "Must be longer than zero");
                }
                lifetimes.put(type, lifetime);
            }
        }
        return lifetimes;
    }

    Duration duration(ConfigNode node, String name) {
        try {
            return durations.apply(name, node.value(name));
        } catch (IllegalArgumentException e) {
            throw node.invalid(name, "Must be a duration such as 5m, 2h or PT15M");
        }
    }

    static void checkClaims(ConfigNode node, String name) {
        JsonNode claims = node.value(name);
        RESERVED.stream().filter(claims::has).sorted().findFirst().ifPresent(claim -> {
            throw node.object(name).invalid(claim, "The claim comes from the protocol alone");
        });
    }
}
