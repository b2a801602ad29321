package dev.mintmark.tokens.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.json.JsonMembers;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    JsonMembers of(JsonMembers granted) {
        JsonMembers.Builder claims = granted.toBuilder();
        if (scope.isPresent()) {
            if (!scopes(granted.value("scope")).containsAll(scope.get())) {
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
            if (wanted.isEmpty() || !texts(granted.value("aud")).containsAll(wanted)) {
                throw RefreshRejectedException.of(
                        "/audience", "audience_mismatch", "The audience is empty or exceeds the grant");
            }
            if (wanted.size() == 1) {
                claims.put("aud", wanted.get(0));
            } else {
                claims.put("aud", wanted);
            }
        }
        return claims.build();
    }

    private static Set<String> scopes(Optional<JsonNode> claim) {
        return texts(claim).stream().flatMap(text -> Stream.of(text.split(" "))).collect(Collectors.toSet());
    }

    private static Set<String> texts(Optional<JsonNode> claim) {
        Set<String> texts = new HashSet<>();
        claim.ifPresent(value -> {
            if (value.isTextual()) {
                texts.add(value.textValue());
            } else if (value.isArray()) {
                value.forEach(item -> texts.add(item.asText()));
            }
        });
        return texts;
    }
}
