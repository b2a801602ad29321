package dev.mintmark.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the tokens that a provider issues or takes, for example an access token of an application.
 *
 * @param name what it is
 * @param kind its kind
 * @param when how it is told from the other tokens of the provider
 * @param scope which rules apply
 * @param claims what its claims mean, where other tokens of the provider have another meaning
 */
public record ProviderToken(String name, TokenKind kind, Condition when, RuleScope scope, Map<String, Meaning> claims) {
    private static final Set<String> MEMBERS = Stream.concat(
                    Stream.of("name", "kind", "form", "when", "claims"), RuleScope.MEMBERS.stream())
            .collect(Collectors.toUnmodifiableSet());

    public ProviderToken {
        claims = Map.copyOf(claims);
    }

    /**
     * @param provider the file of the provider, which may say how rules apply to all its tokens
     * @param kinds the rows of the kinds, which a token starts from
     * @param fixedForm what holds where the provider alone decides the form of its tokens
     */
    static ProviderToken of(JsonNode json, JsonNode provider, Map<TokenKind, KindFacts> kinds, JsonNode fixedForm) {
        Tables.allow(json, MEMBERS);
        String name = json.path("kind").asText();
        TokenKind kind = TokenKind.parse(name).orElseThrow(() -> new IllegalArgumentException("No kind: " + name));
        RuleScope scope = Optional.ofNullable(kinds.get(kind)).orElseThrow().scope();
        boolean isFixed = json.path("form").asText("").equals("fixed");
        return new ProviderToken(
                json.path("name").asText(),
                kind,
                Condition.of(json.path("when")),
                (isFixed ? scope.with(fixedForm) : scope).with(provider).with(json),
                Meaning.all(json.path("claims")));
    }
}
