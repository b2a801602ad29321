package dev.mintmark.desk;

import dev.mintmark.advice.Advisory;
import dev.mintmark.advice.Explanation;
import dev.mintmark.tokens.MintedToken;
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
public record Minted(
        MintedToken token,
        Optional<MintedToken> refresh,
        Optional<List<Advisory>> advisories,
        Optional<List<Explanation>> explanations) {}
