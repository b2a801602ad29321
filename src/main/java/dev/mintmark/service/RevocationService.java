package dev.mintmark.service;

import dev.mintmark.issuer.Issuers;
import dev.mintmark.paste.PastedText;
import dev.mintmark.service.read.Instants;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.read.RequestErrors;
import dev.mintmark.service.read.StringMembers;
import dev.mintmark.service.read.TrustedKeysReader;
import dev.mintmark.service.request.RequestLimits;
import dev.mintmark.service.request.RevokeRequest;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.revoke.RevocationResult;
import dev.mintmark.tokens.revoke.TokenRevoker;
import dev.mintmark.tokens.verify.Expectations;
import java.time.Instant;
import java.util.stream.Stream;

/** Processes revocation requests. */
final class RevocationService {
    private final TokenRevoker revoker;
    private final Instants instants;
    private final Issuers issuers;
    private final int maxTokenLength;
    private final TokenEvents events;

    RevocationService(
            TokenRevoker revoker, Instants instants, Issuers issuers, int maxTokenLength, TokenEvents events) {
        this.revoker = revoker;
        this.instants = instants;
        this.issuers = issuers;
        this.maxTokenLength = maxTokenLength;
        this.events = events;
    }

    /** See {@link TokenService#revoke}. */
    RevocationResult revoke(RevokeRequest request) {
        RevocationResult result = execute(request);
        events.revoked(result);
        return result;
    }

    private RevocationResult execute(RevokeRequest request) {
        long named = Stream.of(request.token(), request.id(), request.subject())
                .filter(value -> value.isPresent())
                .count();
        if (named != 1) {
            throw new MalformedRequestException("", "Give exactly one of token, id and subject");
        }
        RequestErrors errors = new RequestErrors();
        Instant issuedBefore = errors.read(Instant.EPOCH, () -> issuedBefore(request));
        if (request.token().isPresent()) {
            errors.check(() -> rejectIssuer(request));
            errors.report();
            return revoker.revoke(bare(request.token().get()), TrustedKeysReader.own(issuers.root()));
        }
        errors.check(() -> requireName(request));
        Issuer from = errors.read(
                issuers.root().issuer(),
                () -> request.issuer()
                        .map(RevocationService::issuer)
                        .orElseGet(() -> issuers.root().issuer()));
        errors.report();
        return request.id().isPresent()
                ? revoker.revokeId(from, request.id().get())
                : revoker.revokeSubject(from, request.subject().orElseThrow(), issuedBefore);
    }

    private static void rejectIssuer(RevokeRequest request) {
        if (request.issuer().isPresent()) {
            throw new MalformedRequestException(
                    "/issuer", "issuer goes with id or subject; a token names its own issuer");
        }
    }

    private static void requireName(RevokeRequest request) {
        var unused = StringMembers.bounded("/id", request.id(), RequestLimits.NAME)
                .or(() -> StringMembers.bounded("/subject", request.subject(), RequestLimits.TEXT))
                .filter(name -> !name.isEmpty())
                .orElseThrow(() -> new MalformedRequestException("", "The id or subject must not be empty"));
    }

    /** The token in a pasted text. A larger text is left to the revoker, which rejects it. */
    private String bare(String text) {
        return text.length() > maxTokenLength ? text : PastedText.read(text).token();
    }

    private static Issuer issuer(String value) {
        if (value.isBlank() || value.length() > RequestLimits.TEXT) {
            throw new MalformedRequestException(
                    "/issuer", "The issuer must not be blank, and have at most " + RequestLimits.TEXT + " characters");
        }
        return new Issuer(value);
    }

    /**
     * A revocation cannot be undone, so revoking future tokens is surely a mistake. A time slightly ahead comes from the
     * clock of the caller and means now.
     */
    private Instant issuedBefore(RevokeRequest request) {
        if (request.subject().isEmpty()
                && StringMembers.present(request.issuedBefore()).isPresent()) {
            throw new MalformedRequestException("/issued_before", "issued_before goes with subject");
        }
        Instant moment = StringMembers.present(request.issuedBefore())
                .map(value -> instants.parse("/issued_before", value))
                .orElseGet(instants::now);
        if (moment.isAfter(instants.now().plus(Expectations.DEFAULT_LEEWAY))) {
            throw new MalformedRequestException("/issued_before", "issued_before must not be in the future");
        }
        return moment.isAfter(instants.now()) ? instants.now() : moment;
    }
}
