package dev.mintmark.service;

import dev.mintmark.issuer.Issuers;
import dev.mintmark.paste.PastedText;
import dev.mintmark.service.read.RevokeReader;
import dev.mintmark.service.read.TrustedKeysReader;
import dev.mintmark.service.request.RevokeRequest;
import dev.mintmark.tokens.revoke.RevocationResult;
import dev.mintmark.tokens.revoke.TokenRevoker;

/** Processes revocation requests. */
final class RevocationService {
    private final TokenRevoker revoker;
    private final RevokeReader requests;
    private final Issuers issuers;
    private final int maxTokenLength;
    private final TokenEvents events;

    RevocationService(
            TokenRevoker revoker, RevokeReader requests, Issuers issuers, int maxTokenLength, TokenEvents events) {
        this.revoker = revoker;
        this.requests = requests;
        this.issuers = issuers;
        this.maxTokenLength = maxTokenLength;
        this.events = events;
    }

    /** See {@link TokenService#revoke}. */
    RevocationResult revoke(RevokeRequest request) {
        RevocationResult result = revoke(request, requests.read(request));
        events.revoked(result);
        return result;
    }

    private RevocationResult revoke(RevokeRequest request, RevokeReader.Reading reading) {
        if (request.token().isPresent()) {
            return revoker.revoke(bare(request.token().get()), TrustedKeysReader.own(issuers.root()));
        }
        return request.id().isPresent()
                ? revoker.revokeId(reading.issuer(), request.id().get())
                : revoker.revokeSubject(reading.issuer(), request.subject().orElseThrow(), reading.issuedBefore());
    }

    /** The token in a pasted text. A larger text is left to the revoker, which rejects it. */
    private String bare(String text) {
        return text.length() > maxTokenLength ? text : PastedText.read(text).token();
    }
}
