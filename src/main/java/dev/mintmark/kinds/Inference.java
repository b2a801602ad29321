package dev.mintmark.kinds;

import java.util.Optional;

/**
 * The kind of a token, and how it was recognised.
 *
 * @param kind the kind
 * @param explicit whether the header's {@code typ} names it; otherwise the claims suggest it
 * @param reason how it was recognised, in words
 * @param provider the provider that the token seems to be of
 * @param token which of the provider's tokens it seems to be
 * @param scope which advisory rules apply
 */
public record Inference(
        TokenKind kind,
        boolean explicit,
        String reason,
        Optional<Provider> provider,
        Optional<ProviderToken> token,
        RuleScope scope) {

    static Inference of(
            TokenKind kind,
            boolean explicit,
            String reason,
            Optional<Provider> provider,
            Optional<ProviderToken> token) {
        RuleScope scope = token.map(ProviderToken::scope)
                .orElseGet(() -> Kinds.facts(kind).scope());
        return new Inference(kind, explicit, reason, provider, token, scope);
    }

    /** A token of a type that no row lists: its author's own, to which the same rules apply as to one without a type. */
    static Inference ofUnknownType(Optional<Provider> provider) {
        return new Inference(
                TokenKind.OTHER,
                true,
                "The header's typ names a kind of its own",
                provider,
                Optional.empty(),
                Kinds.facts(TokenKind.GENERIC).scope());
    }

    /** What is known of the kind. */
    public KindFacts facts() {
        return Kinds.facts(kind);
    }

    /** The same token taken as a kind that is known from elsewhere. */
    public Inference as(TokenKind known, boolean isExplicit, String why) {
        return of(known, isExplicit, why, provider, token.filter(of -> of.kind() == known));
    }
}
