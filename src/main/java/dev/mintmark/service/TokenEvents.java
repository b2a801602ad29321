package dev.mintmark.service;

import dev.mintmark.advice.Report;
import dev.mintmark.tokens.mint.MintedToken;
import dev.mintmark.tokens.refresh.RefreshRejectedException;
import dev.mintmark.tokens.revoke.RevocationResult;
import dev.mintmark.tokens.verify.Verdict;

/** Where the desk notes what it gave out. Written to on every request: quick, and never throws. */
public interface TokenEvents {
    /** A token went out, a refresh token too; each on its own. */
    void minted(MintedToken token);

    /** A token was judged by the keys of somebody who asked. */
    void verified(Verdict verdict);

    /** A refresh token was redeemed. */
    void redeemed();

    /** A refresh token was not redeemed. */
    void rejected(RefreshRejectedException rejection);

    /** Something was taken back. */
    void revoked(RevocationResult revoked);

    /** Something was advised on. */
    void advised(Report report);
}
