package dev.mintmark.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.advice.Advisor;
import dev.mintmark.advice.Advisory;
import dev.mintmark.advice.Context;
import dev.mintmark.advice.Report;
import dev.mintmark.advice.Subject;
import dev.mintmark.advice.Subject.KnownKeys;
import dev.mintmark.advice.glossary.Explanation;
import dev.mintmark.advice.glossary.Glossary;
import dev.mintmark.advice.glossary.TokenLayers;
import dev.mintmark.jose.DisclosedClaims.Placed;
import dev.mintmark.jose.Disclosure;
import dev.mintmark.jose.TokenReading;
import dev.mintmark.jose.UnverifiedToken;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.kinds.TokenKind;
import dev.mintmark.paste.PastedText;
import dev.mintmark.service.read.CallerKey;
import dev.mintmark.service.read.StringMembers;
import dev.mintmark.service.request.VerifyRequest;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.mint.MintedToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Advises on and explains tokens, keys and token requests. */
public final class AdviceService {
    private final Advisor advisor;
    private final Glossary glossary;
    private final Clock clock;
    private final TokenEvents events;
    private final KnownKeys own;

    /**
     * @param events receives every report
     * @param keyRetention the guaranteed remaining verification period of the service's keys; zero for ephemeral keys
     */
    public AdviceService(Advisor advisor, Glossary glossary, Clock clock, TokenEvents events, Duration keyRetention) {
        this.advisor = advisor;
        this.glossary = glossary;
        this.clock = clock;
        this.events = events;
        this.own = KnownKeys.ofTheService(keyRetention);
    }

    Report advise(Subject subject, Context context) {
        Report report = advisor.advise(subject, context);
        events.advised(report);
        return report;
    }

    /** Advises on a signed token and on the caller's own key, if there is one. */
    List<Advisory> advise(MintedToken token, Optional<CallerKey> key) {
        return advise(token, signing(key));
    }

    /** Returns the caller's own key, or the known facts about the service's keys. */
    KnownKeys signing(Optional<CallerKey> key) {
        return key.isPresent() ? known(key) : own;
    }

    private static KnownKeys known(Optional<CallerKey> key) {
        return key.flatMap(CallerKey::forAdvice).map(KnownKeys::of).orElse(KnownKeys.NONE);
    }

    /** Advises on a token signed with a key of the service. */
    List<Advisory> advise(MintedToken token) {
        return advise(token, own);
    }

    private List<Advisory> advise(MintedToken token, KnownKeys keys) {
        Subject.Spec spec = new Subject.Spec(
                token.header(),
                token.claims(),
                keys,
                kind(token.type()),
                OptionalInt.of(token.token().length()));
        return advise(spec, now()).advisories();
    }

    /** Advises on something now. */
    Report advise(Subject subject) {
        return advise(subject, now());
    }

    /** Advises on a token that is read already. */
    Report advise(PastedText token, TokenReading reading) {
        return advise(new Subject.Token(token, reading, KnownKeys.NONE, true), now());
    }

    /**
     * Advises on a token and the keys that verify it. The service's own keys need no advice.
     *
     * @param token the token of the request and what surrounds it
     * @param key the caller's own key
     * @param isGenuine whether the signature is valid, so that no well-known secret has to be tried
     */
    List<Advisory> advise(VerifyRequest request, PastedText token, Optional<CallerKey> key, boolean isGenuine) {
        KnownKeys keys =
                StringMembers.present(request.jwks()).map(KnownKeys::of).orElseGet(() -> known(key));
        Subject subject = Subject.Token.of(token, keys, !isGenuine);
        return advise(subject, now()).advisories();
    }

    List<Explanation> explain(MintedToken token) {
        String compact = token.token();
        // Base64url without padding has four characters for three bytes.
        int signature = (compact.length() - compact.lastIndexOf('.') - 1) * 3 / 4;
        return glossary.explain(
                token.header().json(), Optional.of(token.claims().json()), signature, clock.instant());
    }

    /** Explains a decoded token and the values that an SD-JWT discloses. */
    List<Explanation> explain(UnverifiedToken token, Optional<SdJwtResult> sdJwt) {
        List<Explanation> explanations = new ArrayList<>(explain(token));
        List<Placed> disclosures = sdJwt.map(SdJwtResult::disclosures).orElse(List.of());
        for (int i = 0; i < disclosures.size() && explanations.size() < Glossary.MAX_EXPLANATIONS; i++) {
            explanations.addAll(explain("/disclosures/" + i, disclosures.get(i).disclosure()));
        }
        return explanations;
    }

    private List<Explanation> explain(String pointer, Disclosure disclosure) {
        String name = disclosure.name().orElse("");
        if (name.isEmpty()) {
            return List.of();
        }
        JsonNode claim =
                JsonMembers.builder().put(name, disclosure.value()).build().json();
        return glossary.explain(JsonMembers.EMPTY.json(), Optional.of(claim), 0, clock.instant()).stream()
                .map(it -> it.at(pointer + "/value" + it.pointer().substring(pointerLength(name))))
                .toList();
    }

    /** The length of the pointer to a claim: its name is escaped (RFC 6901 section 3). */
    private static int pointerLength(String name) {
        return "/payload/".length() + name.replace("~", "~0").replace("/", "~1").length();
    }

    private List<Explanation> explain(UnverifiedToken token) {
        int signature = token.signature().map(bytes -> bytes.length).orElse(0);
        List<Explanation> explanations = glossary.explain(token.header(), token.payload(), signature, clock.instant());
        if (token.encrypted()) {
            return TokenLayers.encrypted(token.header(), explanations);
        }
        boolean isNested = token.payload()
                .filter(JsonNode::isTextual)
                .map(text -> text.asText().strip())
                .filter(PastedText::isToken)
                .isPresent();
        return isNested ? TokenLayers.nested(explanations) : explanations;
    }

    /** Returns the intended kind of a token of this type; empty for generic tokens. */
    static Optional<TokenKind> kind(TokenType type) {
        return switch (type) {
            case ACCESS -> Optional.of(TokenKind.ACCESS);
            case ID -> Optional.of(TokenKind.ID);
            case REFRESH -> Optional.of(TokenKind.REFRESH);
            case GENERIC -> Optional.empty();
        };
    }

    private Context now() {
        return Context.at(Instant.ofEpochSecond(clock.instant().getEpochSecond()));
    }
}
