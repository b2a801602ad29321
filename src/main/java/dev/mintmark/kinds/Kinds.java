package dev.mintmark.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.JoseHeader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Recognises the kind of a token by the table of kinds and the table of providers. */
public final class Kinds {
    private record Ground(TokenKind kind, Condition condition) {}

    /** Types that say only that something is a JWT or JWS. */
    private static final Set<String> NO_TYPE = Set.of("", "jwt", "jose");

    private static final Map<TokenKind, KindFacts> FACTS = new EnumMap<>(TokenKind.class);
    private static final Map<String, TokenKind> BY_TYPE = new HashMap<>();
    private static final Map<String, TokenKind> BY_TYPE_SUFFIX = new HashMap<>();
    private static final List<Ground> GROUNDS = new ArrayList<>();
    private static final List<Provider> PROVIDERS = new ArrayList<>();
    private static final Set<String> HARMLESS_SCOPES = new HashSet<>();

    static {
        Tables.load("kinds.json").forEach(Kinds::addKind);
        JsonNode fixedForm = Tables.load("fixed-form.json");
        for (String file : Tables.texts(Tables.load("providers/index.json"))) {
            PROVIDERS.add(Provider.of(Tables.load("providers/" + file + ".json"), FACTS, fixedForm));
        }
        PROVIDERS.forEach(provider -> HARMLESS_SCOPES.addAll(provider.scopes().keySet()));
    }

    private Kinds() {}

    private static void addKind(JsonNode row) {
        Tables.allow(row, KindFacts.MEMBERS);
        TokenKind kind = TokenKind.parse(row.path("kind").asText()).orElseThrow();
        if (row.has("title")) {
            FACTS.put(kind, KindFacts.of(kind, row));
        }
        Tables.texts(row.path("types")).forEach(type -> BY_TYPE.put(type, kind));
        Tables.texts(row.path("type_suffix")).forEach(suffix -> BY_TYPE_SUFFIX.put(suffix, kind));
        row.path("when").forEach(condition -> GROUNDS.add(new Ground(kind, Condition.of(condition))));
    }

    /** What is known of a kind. */
    public static KindFacts facts(TokenKind kind) {
        return Optional.ofNullable(FACTS.get(kind)).orElseThrow();
    }

    /** Whether a {@code typ}, normalized, is one that a row lists. */
    public static boolean isKnownType(String type) {
        return BY_TYPE.containsKey(type);
    }

    /** The table of providers. */
    public static List<Provider> providers() {
        return Collections.unmodifiableList(PROVIDERS);
    }

    /** Whether a scope allows less than its name says, whatever the provider. */
    public static boolean isHarmlessScope(String scope) {
        return HARMLESS_SCOPES.contains(scope);
    }

    /**
     * Recognises a token; the first ground that fits decides: {@code typ}, the provider, the claims.
     *
     * @param header the header, or a missing node
     * @param claims the claims, or any other JSON
     */
    public static Inference infer(JsonNode header, JsonNode claims) {
        String type = JoseHeader.normalizedType(header.path("typ").asText(""));
        Optional<Provider> provider = provider(header, claims);
        Optional<TokenKind> named = byType(type);
        Optional<ProviderToken> token = provider.flatMap(of -> of.token(header, claims, named));
        if (named.isPresent()) {
            return Inference.of(named.get(), true, "The header's typ names this kind", provider, token);
        }
        boolean typed = !NO_TYPE.contains(type);
        if (token.isPresent() && (!typed || token.get().when().types().contains(type))) {
            return Inference.of(token.get().kind(), typed, reason(provider, token), provider, token);
        }
        if (typed) {
            return Inference.ofUnknownType(provider);
        }
        for (Ground ground : GROUNDS) {
            if (ground.condition().fits(header, claims)) {
                return Inference.of(ground.kind(), false, ground.condition().reason(), provider, Optional.empty());
            }
        }
        return Inference.of(
                TokenKind.GENERIC, false, "Nothing in typ or claims names a kind", provider, Optional.empty());
    }

    private static Optional<TokenKind> byType(String type) {
        return Optional.ofNullable(BY_TYPE.get(type))
                .or(() -> BY_TYPE_SUFFIX.entrySet().stream()
                        .filter(suffix -> type.endsWith(suffix.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    /** By the issuer first, since companion claims are a guess. */
    private static Optional<Provider> provider(JsonNode header, JsonNode claims) {
        for (Provider provider : PROVIDERS) {
            if (provider.isToldByHeader(header, claims)) {
                return Optional.of(provider);
            }
        }
        JsonNode issuer = claims.path("iss");
        if (issuer.isTextual()) {
            for (Provider provider : PROVIDERS) {
                if (provider.issues(issuer.asText())) {
                    return Optional.of(provider);
                }
            }
        }
        for (Provider provider : PROVIDERS) {
            if (provider.isToldBy(header, claims)) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }

    private static String reason(Optional<Provider> provider, Optional<ProviderToken> token) {
        return "Issuer and claims are those of "
                + provider.map(Provider::name).orElse("")
                + ": "
                + token.map(ProviderToken::name).orElse("");
    }
}
