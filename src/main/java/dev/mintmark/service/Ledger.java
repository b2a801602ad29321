package dev.mintmark.service;

import dev.mintmark.advice.Report;
import dev.mintmark.tokens.mint.MintedToken;
import dev.mintmark.tokens.refresh.RefreshRejectedException;
import dev.mintmark.tokens.revoke.Revoked;
import dev.mintmark.tokens.verify.Verdict;

/** Where the desk notes what it gave out. Written to on every request: quick, and never throws. */
public interface Ledger {
    /** A token went out, a refresh token too; each on its own. */
    void minted(MintedToken token);

    /** A token was judged by the keys of somebody who asked. */
    void judged(Verdict verdict);

    /** A refresh token was redeemed. */
    void redeemed();

    /** A refresh token was not redeemed. */
    void rejected(RefreshRejectedException rejection);

    /** Something was taken back. */
    void revoked(Revoked revoked);

    /** Something was advised on. */
    void advised(Report report);
}
