package dev.mintmark.service;

import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.SigningKey;
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
    private final Issuers issuers;
    private final TokenEvents events;

    RefreshService(TokenRefresher refresher, Issuers issuers, TokenEvents events) {
        this.refresher = refresher;
        this.issuers = issuers;
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
        RefreshToken token = refresher.read(request.refreshToken(), TrustedKeysReader.own(issuers.root()));
        SigningKey key = RefreshReader.signer(token.grant(), issuers.of(token.issuer()));
        return refresher.redeem(token, restriction, key);
    }
}
