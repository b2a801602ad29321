package dev.mintmark.service;

import dev.mintmark.advice.Advisory;
import dev.mintmark.advice.glossary.Explanation;
import dev.mintmark.service.read.RefreshReader;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.mint.MintedToken;
import dev.mintmark.tokens.mint.TokenSpec;
import dev.mintmark.tokens.refresh.TokenPair;
import java.util.List;
import java.util.Optional;

/**
 * A minted token, and what there is to say of it.
 *
 * @param token the token
 * @param refresh the refresh token beside it, if one was asked for
 * @param advisories what to think of, unless the order does not want to know
 * @param explanations what each field means, if the order wants to know
 */
public record MintResult(
        MintedToken token,
        Optional<MintedToken> refresh,
        Optional<List<Advisory>> advisories,
        Optional<List<Explanation>> explanations) {

    /**
     * Mints what the spec says; nothing is said of it yet.
     *
     * @param family whether it begins one, as {@link RefreshReader#isWanted} tells
     */
    public static MintResult of(TokenOperations operations, TokenSpec spec, boolean family) {
        if (spec.type() == TokenType.REFRESH) {
            return of(operations.refresher().startAlone(spec), Optional.empty());
        }
        if (family) {
            TokenPair pair = operations.refresher().start(spec);
            return of(pair.access(), Optional.of(pair.refresh()));
        }
        return of(operations.minter().mint(spec), Optional.empty());
    }

    private static MintResult of(MintedToken token, Optional<MintedToken> refresh) {
        return new MintResult(token, refresh, Optional.empty(), Optional.empty());
    }
}
