package dev.mintmark.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of the tokens of a kind: a row of {@code kinds.json}.
 *
 * @param kind the kind
 * @param title what it is called
 * @param profile what its specification requires
 * @param scope which rules apply
 * @param claims what its claims mean, where that is not the registered meaning
 * @param header what its header parameters mean, where that is not the registered meaning
 */
public record KindFacts(
        TokenKind kind,
        String title,
        Profile profile,
        RuleScope scope,
        Map<String, Meaning> claims,
        Map<String, Meaning> header) {
    static final Set<String> MEMBERS = Stream.of(
                    Set.of("kind", "title", "types", "type_suffix", "when", "claims", "header"),
                    Profile.MEMBERS,
                    RuleScope.MEMBERS)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    public KindFacts {
        claims = Map.copyOf(claims);
        header = Map.copyOf(header);
    }

    static KindFacts of(TokenKind kind, JsonNode row) {
        return new KindFacts(
                kind,
                row.path("title").asText(),
                Profile.of(row),
                RuleScope.NONE.with(row),
                Meaning.all(row.path("claims")),
                Meaning.all(row.path("header")));
    }
}
