package dev.mintmark.service.read;

import dev.mintmark.issuer.Issuers;
import dev.mintmark.service.request.RequestLimits;
import dev.mintmark.service.request.RevokeRequest;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.verify.Expectations;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;

/** Reads a revoke request. */
public final class RevokeReader {
    private final Issuers issuers;
    private final Instants instants;

    public RevokeReader(Issuers issuers, Clock clock) {
        this.issuers = issuers;
        this.instants = new Instants(clock);
    }

    /**
     * A revoke request as read.
     *
     * @param issuer of the id or subject
     * @param issuedBefore all tokens of the subject that were issued until then are revoked
     */
    public record Reading(Issuer issuer, Instant issuedBefore) {}

    /**
     * Reads a revoke request.
     *
     * @throws MalformedRequestException if there is not exactly one of token, id and subject, or a member is malformed
     */
    public Reading read(RevokeRequest request) {
        long named = Stream.of(request.token(), request.id(), request.subject())
                .filter(value -> value.isPresent())
                .count();
        if (named != 1) {
            throw new MalformedRequestException("", "Give exactly one of token, id and subject");
        }
        RequestErrors errors = new RequestErrors();
        Instant issuedBefore = errors.read(Instant.EPOCH, () -> issuedBefore(request));
        Issuer root = issuers.root().issuer();
        if (request.token().isPresent()) {
            errors.check(() -> rejectIssuer(request));
            errors.report();
            return new Reading(root, issuedBefore);
        }
        errors.check(() -> requireName(request));
        Issuer issuer = errors.read(
                root, () -> request.issuer().map(RevokeReader::issuer).orElse(root));
        errors.report();
        return new Reading(issuer, issuedBefore);
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
