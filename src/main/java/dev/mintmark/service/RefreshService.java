package dev.mintmark.service;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.service.read.RefreshReader;
import dev.mintmark.service.read.TrustedKeysReader;
import dev.mintmark.service.request.RefreshRequest;
import dev.mintmark.tokens.refresh.GrantRestriction;
import dev.mintmark.tokens.refresh.RefreshRejectedException;
import dev.mintmark.tokens.refresh.RefreshToken;
import dev.mintmark.tokens.refresh.TokenPair;
import dev.mintmark.tokens.refresh.TokenRefresher;

/** Redeems refresh tokens for new token pairs. */
final class RefreshService {
    private final TokenRefresher refresher;
    private final Algorithm defaultAlgorithm;
    private final KeyRings keyRings;
    private final TokenEvents events;

    RefreshService(TokenRefresher refresher, Algorithm defaultAlgorithm, KeyRings keyRings, TokenEvents events) {
        this.refresher = refresher;
        this.defaultAlgorithm = defaultAlgorithm;
        this.keyRings = keyRings;
        this.events = events;
    }

    /** See {@link TokenService#refresh}. */
    TokenPair refresh(RefreshRequest request) {
        try {
            TokenPair pair = redeem(request);
            events.redeemed();
            events.minted(pair.access());
            events.minted(pair.refresh());
            return pair;
        } catch (RefreshRejectedException e) {
            events.rejected(e);
            throw e;
        }
    }

    private TokenPair redeem(RefreshRequest request) {
        GrantRestriction restriction = RefreshReader.restriction(request);
        RefreshToken token = refresher.read(request.refreshToken(), TrustedKeysReader.own(keyRings));
        SigningKey key = RefreshReader.signer(token.grant(), keyRings, defaultAlgorithm);
        return refresher.redeem(token, restriction, key);
    }
}
