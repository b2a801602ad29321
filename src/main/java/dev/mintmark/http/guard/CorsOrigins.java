package dev.mintmark.http.guard;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The origins of {@code quarkus.http.cors.origins}, which Quarkus reads in the same way.
 *
 * @param entries origins, regular expressions between slashes, or {@code *} alone
 */
record CorsOrigins(List<String> entries) {
    CorsOrigins {
        entries = entries.stream().map(String::strip).toList();
    }

    boolean contain(String origin) {
        return entries.equals(List.of("*")) || entries.stream().anyMatch(entry -> matches(entry, origin));
    }

    private static boolean matches(String entry, String origin) {
        boolean isExpression = entry.length() > 2 && entry.startsWith("/") && entry.endsWith("/");
        return isExpression ? Pattern.matches(entry.substring(1, entry.length() - 1), origin) : entry.equals(origin);
    }
}
