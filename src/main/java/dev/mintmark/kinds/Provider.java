package dev.mintmark.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An issuer of tokens, or an API that takes them, whose claims have meanings of their own: a file of {@code providers}.
 *
 * @param name its name
 * @param documentation where it documents its tokens
 * @param issuers patterns of its {@code iss}
 * @param companions conditions one of which tells its tokens whatever their {@code iss}
 * @param tokens its tokens; the first that fits is taken
 * @param claims what its claims mean
 * @param claimPrefixes what claims mean whose name starts so
 * @param header what its header parameters mean
 * @param scopes what its scopes allow whose name reads as more
 */
public record Provider(
        String name,
        String documentation,
        List<ValuePattern> issuers,
        List<Condition> companions,
        List<ProviderToken> tokens,
        Map<String, Meaning> claims,
        Map<String, Meaning> claimPrefixes,
        Map<String, Meaning> header,
        Map<String, String> scopes) {
    private static final Set<String> MEMBERS = Set.of(
            "name",
            "documentation",
            "issuers",
            "companions",
            "tokens",
            "claims",
            "claim_prefixes",
            "header",
            "fixes",
            "ignore",
            "scopes");

    public Provider {
        issuers = List.copyOf(issuers);
        companions = List.copyOf(companions);
        tokens = List.copyOf(tokens);
        claims = Map.copyOf(claims);
        claimPrefixes = Map.copyOf(claimPrefixes);
        header = Map.copyOf(header);
        scopes = Map.copyOf(scopes);
    }

    static Provider of(JsonNode json, Map<TokenKind, KindFacts> kinds, JsonNode fixedForm) {
        Tables.allow(json, MEMBERS);
        List<Condition> companions = new ArrayList<>();
        json.path("companions").forEach(condition -> companions.add(Condition.of(condition)));
        Map<String, String> scopes = new HashMap<>();
        json.path("scopes")
                .properties()
                .forEach(e -> scopes.put(e.getKey(), e.getValue().asText()));
        List<ProviderToken> tokens = new ArrayList<>();
        json.path("tokens").forEach(token -> tokens.add(ProviderToken.of(token, json, kinds, fixedForm)));
        return new Provider(
                json.path("name").asText(),
                json.path("documentation").asText(),
                Tables.texts(json.path("issuers")).stream()
                        .map(ValuePattern::of)
                        .toList(),
                companions,
                tokens,
                Meaning.all(json.path("claims")),
                Meaning.all(json.path("claim_prefixes")),
                Meaning.all(json.path("header")),
                scopes);
    }

    boolean issues(String issuer) {
        for (ValuePattern pattern : issuers) {
            if (pattern.matches(issuer)) {
                return true;
            }
        }
        return false;
    }

    /** A proxy that signs the claims of another issuer leaves its {@code iss}, but the header is its own. */
    boolean isToldByHeader(JsonNode jose, JsonNode payload) {
        for (Condition condition : companions) {
            if (!condition.header().isEmpty() && condition.fits(jose, payload)) {
                return true;
            }
        }
        return false;
    }

    boolean isToldBy(JsonNode jose, JsonNode payload) {
        for (Condition condition : companions) {
            if (condition.fits(jose, payload)) {
                return true;
            }
        }
        return false;
    }

    /** The first of its tokens that fits, of one kind if that is known. */
    Optional<ProviderToken> token(JsonNode jose, JsonNode payload, Optional<TokenKind> kind) {
        return tokens.stream()
                .filter(token -> kind.isEmpty() || kind.get() == token.kind())
                .filter(token -> token.when().fits(jose, payload))
                .findFirst();
    }

    /** Whether it tells others what the claim means: not of one that is internal to it. */
    public boolean explains(String claim) {
        return Optional.ofNullable(claims.get(claim))
                .filter(meaning -> !meaning.text().startsWith("Internal to"))
                .isPresent();
    }

    /** What a claim means in this provider's tokens. */
    public Optional<Meaning> claim(String claim) {
        return Optional.ofNullable(claims.get(claim))
                .or(() -> claimPrefixes.entrySet().stream()
                        .filter(entry -> claim.startsWith(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }
}
