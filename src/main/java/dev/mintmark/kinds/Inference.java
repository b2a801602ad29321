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
 */
public record Inference(
        TokenKind kind, boolean explicit, String reason, Optional<Provider> provider, Optional<ProviderToken> token) {

    /** What is known of the kind. */
    public KindFacts facts() {
        return Kinds.facts(kind);
    }

    /** Which rules apply: those of the provider's token, else those of the kind. */
    public RuleScope scope() {
        return token.map(ProviderToken::scope).orElseGet(() -> facts().scope());
    }

    /** The same token taken as a kind that is known from elsewhere. */
    public Inference as(TokenKind known, boolean isExplicit, String why) {
        return new Inference(known, isExplicit, why, provider, token.filter(of -> of.kind() == known));
    }
}
