package dev.mintmark.service.body;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the name that a caller meant by an unknown one. */
public final class Suggestion {
    /** Names of JOSE, OAuth and other services, each with the members of requests that have this meaning. */
    private static final Map<String, List<String>> MEMBERS = Map.ofEntries(
            Map.entry("sub", List.of("subject")),
            Map.entry("user", List.of("subject")),
            Map.entry("username", List.of("subject")),
            Map.entry("user_id", List.of("subject")),
            Map.entry("aud", List.of("audience")),
            Map.entry("audiences", List.of("audience")),
            Map.entry("resource", List.of("audience")),
            Map.entry("iss", List.of("issuer")),
            Map.entry("exp", List.of("expires_at")),
            Map.entry("expires", List.of("expires_in", "expires_at")),
            Map.entry("expiry", List.of("expires_in", "expires_at")),
            Map.entry("expiration", List.of("expires_in", "expires_at")),
            Map.entry("ttl", List.of("expires_in")),
            Map.entry("lifetime", List.of("expires_in")),
            Map.entry("valid_for", List.of("expires_in")),
            Map.entry("nbf", List.of("not_before")),
            Map.entry("iat", List.of("issued_at")),
            Map.entry("jti", List.of("id")),
            Map.entry("alg", List.of("algorithm", "algorithms")),
            Map.entry("algs", List.of("algorithms", "algorithm")),
            Map.entry("kid", List.of("key_id")),
            Map.entry("typ", List.of("type")),
            Map.entry("token_type", List.of("type")),
            Map.entry("scp", List.of("scope")),
            Map.entry("scopes", List.of("scope")),
            Map.entry("role", List.of("roles")),
            Map.entry("permission", List.of("permissions")),
            Map.entry("perms", List.of("permissions")),
            Map.entry("group", List.of("groups")),
            Map.entry("tid", List.of("tenant")),
            Map.entry("tenant_id", List.of("tenant")),
            Map.entry("azp", List.of("client_id")),
            Map.entry("cid", List.of("client_id")),
            Map.entry("client", List.of("client_id")),
            Map.entry("payload", List.of("claims")),
            Map.entry("custom_claims", List.of("claims")),
            Map.entry("header", List.of("headers")),
            Map.entry("jwk", List.of("key")),
            Map.entry("pem", List.of("key")),
            Map.entry("private_key", List.of("key")),
            Map.entry("public_key", List.of("key")),
            Map.entry("private_jwk", List.of("key")),
            Map.entry("public_jwk", List.of("key")),
            Map.entry("private_pem", List.of("key")),
            Map.entry("keys", List.of("jwks", "key")),
            Map.entry("jwk_set", List.of("jwks")),
            Map.entry("key_set", List.of("jwks")),
            Map.entry("password", List.of("secret")),
            Map.entry("passphrase", List.of("secret")),
            Map.entry("hmac", List.of("secret")),
            Map.entry("encoding", List.of("secret_encoding")),
            Map.entry("jwt", List.of("token")),
            Map.entry("access_token", List.of("token")),
            Map.entry("id_token", List.of("token")),
            Map.entry("refresh_token", List.of("refresh", "token")),
            Map.entry("expected", List.of("expect")),
            Map.entry("expectations", List.of("expect")),
            Map.entry("required", List.of("required_claims")),
            Map.entry("clock_skew", List.of("leeway", "skew")),
            Map.entry("clock_tolerance", List.of("leeway", "skew")),
            Map.entry("advice", List.of("advise")),
            Map.entry("advisories", List.of("advise")),
            Map.entry("explanations", List.of("explain")),
            Map.entry("size", List.of("count")),
            Map.entry("number", List.of("count")));

    private Suggestion() {}

    /** The member that the name means, or the one most similar to it. */
    static Optional<String> member(String name, Collection<String> known) {
        String normal = snakeCase(name);
        if (known.contains(normal)) {
            return Optional.of(normal);
        }
        return MEMBERS.getOrDefault(normal, List.of()).stream()
                .filter(known::contains)
                .findFirst()
                .or(() -> similar(normal, known));
    }

    /** The name with the smallest edit distance, if it is small enough for a typing error. Ignores case. */
    public static Optional<String> similar(String name, Collection<String> known) {
        int limit = name.length() < 4 ? 1 : 2;
        return known.stream()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= limit)
                .map(candidate -> Map.entry(
                        candidate, distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.getValue() <= limit)
                .min(Comparator.comparing(Map.Entry<String, Integer>::getValue).thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replace('-', '_').toLowerCase(Locale.ROOT);
    }

    /** Insertions, deletions, replacements and exchanges of neighbours (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
