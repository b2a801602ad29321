package dev.mintmark.service;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.keys.KeyCabinet;
import dev.mintmark.service.read.RefreshReader;
import dev.mintmark.service.read.TrustedKeysReader;
import dev.mintmark.service.request.RefreshOrder;
import dev.mintmark.tokens.refresh.Narrowing;
import dev.mintmark.tokens.refresh.RefreshRejectedException;
import dev.mintmark.tokens.refresh.RefreshToken;
import dev.mintmark.tokens.refresh.TokenPair;
import dev.mintmark.tokens.refresh.TokenRefresher;

/** Takes refresh tokens for fresh pairs. */
final class RefreshDesk {
    private final TokenRefresher refresher;
    private final Algorithm defaultAlgorithm;
    private final KeyCabinet cabinet;
    private final Ledger ledger;

    RefreshDesk(TokenRefresher refresher, Algorithm defaultAlgorithm, KeyCabinet cabinet, Ledger ledger) {
        this.refresher = refresher;
        this.defaultAlgorithm = defaultAlgorithm;
        this.cabinet = cabinet;
        this.ledger = ledger;
    }

    /** See {@link FrontDesk#refresh}. */
    TokenPair refresh(RefreshOrder order) {
        try {
            TokenPair pair = redeem(order);
            ledger.redeemed();
            ledger.minted(pair.access());
            ledger.minted(pair.refresh());
            return pair;
        } catch (RefreshRejectedException e) {
            ledger.rejected(e);
            throw e;
        }
    }

    private TokenPair redeem(RefreshOrder order) {
        Narrowing narrowing = RefreshReader.narrowing(order);
        RefreshToken token = refresher.read(order.refreshToken(), TrustedKeysReader.own(cabinet));
        SigningKey key = RefreshReader.signer(token.grant(), cabinet, defaultAlgorithm);
        return refresher.redeem(token, narrowing, key);
    }
}
