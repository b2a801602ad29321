package dev.mintmark.service;

import dev.mintmark.advice.Advisory;
import dev.mintmark.advice.glossary.Explanation;
import dev.mintmark.service.read.RefreshReader;
import dev.mintmark.service.summary.Sentence;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.mint.MintedToken;
import dev.mintmark.tokens.mint.TokenSpec;
import dev.mintmark.tokens.refresh.TokenPair;
import java.util.List;
import java.util.Optional;

/**
 * A minted token with advice and explanations.
 *
 * @param token the token
 * @param refresh its refresh token, if one was requested
 * @param advisories the advisories, unless the request disables advice
 * @param explanations the meaning of each field, if the request enables explanations
 * @param summary the token in plain sentences, if the request enables explanations
 */
public record MintResult(
        MintedToken token,
        Optional<MintedToken> refresh,
        Optional<List<Advisory>> advisories,
        Optional<List<Explanation>> explanations,
        Optional<List<Sentence>> summary) {

    /**
     * Mints a token without advice and explanations.
     *
     * @param family whether the token starts a family, as {@link RefreshReader#isWanted} determines
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
        return new MintResult(token, refresh, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
