package dev.mintmark.tokens.refresh;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of a grant that an access token receives. It applies to that token only; the next refresh token carries the
 * whole grant again (RFC 6749 section 6).
 *
 * @param scope the remaining scope values
 * @param audience the remaining audiences, at least one
 */
public record GrantRestriction(Optional<List<String>> scope, Optional<List<String>> audience) {
    public GrantRestriction {
        scope = scope.map(List::copyOf);
        audience = audience.map(List::copyOf);
    }

    /**
     * Returns the granted claims with the restriction applied.
     *
     * @throws RefreshRejectedException if the request exceeds the grant
     */
    Map<String, @Nullable Object> of(Map<String, @Nullable Object> granted) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>(granted);
        if (scope.isPresent()) {
            if (!scopes(granted.get("scope")).containsAll(scope.get())) {
                throw RefreshRejectedException.of(
                        "/scope", "insufficient_scope", "The scope exceeds the grant (RFC 6749 6)");
            }
            claims.put("scope", String.join(" ", scope.get()));
            if (scope.get().isEmpty()) {
                claims.remove("scope");
            }
        }
        if (audience.isPresent()) {
            List<String> wanted = audience.get();
            if (wanted.isEmpty() || !texts(granted.get("aud")).containsAll(wanted)) {
                throw RefreshRejectedException.of(
                        "/audience", "audience_mismatch", "The audience is empty or exceeds the grant");
            }
            claims.put("aud", wanted.size() == 1 ? wanted.get(0) : wanted);
        }
        return claims;
    }

    private static List<String> scopes(@Nullable Object claim) {
        return texts(claim).stream().flatMap(text -> Stream.of(text.split(" "))).toList();
    }

    private static List<String> texts(@Nullable Object claim) {
        if (claim instanceof String text) {
            return List.of(text);
        }
        return claim instanceof Collection<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of();
    }
}
