package dev.mintmark.service;

import dev.mintmark.advice.Report;
import dev.mintmark.tokens.mint.MintedToken;
import dev.mintmark.tokens.refresh.RefreshRejectedException;
import dev.mintmark.tokens.revoke.RevocationResult;
import dev.mintmark.tokens.verify.Verdict;

/** Receives the events of the service. Called on every request, so implementations are fast and never throw. */
public interface TokenEvents {
    /** Receives nothing. */
    TokenEvents NONE = new TokenEvents() {};

    /** A token was issued. Called separately for a refresh token. */
    default void minted(MintedToken token) {}

    /** A token was verified. */
    default void verified(Verdict verdict) {}

    /** A refresh token was redeemed. */
    default void redeemed() {}

    /** A refresh token was rejected. */
    default void rejected(RefreshRejectedException rejection) {}

    /** A token, a family or a subject was revoked. */
    default void revoked(RevocationResult revoked) {}

    /** Advice was given. */
    default void advised(Report report) {}
}
