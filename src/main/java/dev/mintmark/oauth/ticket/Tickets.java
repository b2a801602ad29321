package dev.mintmark.oauth.ticket;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.drills.Faults;
import dev.mintmark.jose.RandomId;
import dev.mintmark.oauth.IssuerName;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.SealedValues;
import dev.mintmark.oauth.SealedValues.Kind;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.Revocations;
import dev.mintmark.tokens.verify.Expectations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Seals tickets, opens them, and redeems those that sign in once. */
public final class Tickets {
    /** From the request for a ticket to its use. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /** Fits into a query beside the other parameters. */
    public static final int MAX_LENGTH = 1536;

    private static final String PREFIX = "v1.";

    private final SealedValues sealed;
    private final Revocations revocations;
    private final Clock clock;
    private final boolean hasFaults;

    /** @param hasFaults whether faults are committed; otherwise a ticket with one is refused */
    public Tickets(SealedValues sealed, Revocations revocations, Clock clock, boolean hasFaults) {
        this.sealed = sealed;
        this.revocations = revocations;
        this.clock = clock;
        this.hasFaults = hasFaults;
    }

    /** Whether a ticket may order a fault. */
    public boolean hasFaults() {
        return hasFaults;
    }

    /**
     * Seals a ticket for one issuer.
     *
     * @throws IllegalArgumentException if it gets longer than 1,536 characters
     */
    public String seal(IssuerName issuer, String subject, ObjectNode claims, LoginEffects effects, boolean isOnce) {
        Ticket ticket = new Ticket(RandomId.next(), subject, claims, effects, isOnce);
        String text = sealed.seal(Kind.TICKET, issuer, ticket.toJson(), LIFETIME);
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("The ticket is longer than 1536 characters");
        }
        return text;
    }

    /** Whether a login hint is a sealed value, and so neither a name nor an address. */
    public static boolean isTicket(String hint) {
        return hint.startsWith(PREFIX);
    }

    /**
     * Opens a ticket and, if it signs in once, redeems it.
     *
     * @throws OAuthException {@code invalid_request} for one of another issuer, an expired, changed or used one
     * @throws dev.mintmark.tokens.RevocationsUnavailableException if the store cannot say whether it was used
     */
    public Ticket use(IssuerName issuer, String text) {
        Ticket ticket = sealed.open(Kind.TICKET, issuer, text)
                .map(Ticket::ofJson)
                .orElseThrow(() -> invalid("is not one of this issuer, has expired, or was changed"));
        if (!hasFaults && ticket.effects().fault().isPresent()) {
            throw invalid("has a fault, and mintmark.drills.enabled is false");
        }
        if (ticket.isOnce() && !redeem(ticket)) {
            throw invalid("was already used");
        }
        return ticket;
    }

    private boolean redeem(Ticket ticket) {
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        RevocationKey key = RevocationKey.of(RevocationKey.Kind.REDEMPTION, "ticket", ticket.id());
        return revocations
                .redeemOnce(key, now, now.plus(LIFETIME).plus(Expectations.MAX_LEEWAY))
                .isEmpty();
    }

    private static OAuthException invalid(String what) {
        return new OAuthException(OAuthError.INVALID_REQUEST, "The ticket " + what);
    }

    /** Seals a fault of the userinfo endpoint into a claim, so that no other caller can order one. */
    public String sealFault(IssuerName issuer, Faults fault) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("fault", fault.wireName());
        return sealed.seal(Kind.FAULT, issuer, json, Duration.ofDays(1));
    }

    /** The fault that a claim holds; empty for text that this service has not sealed, and while faults are off. */
    public Optional<Faults> openFault(IssuerName issuer, String text) {
        return hasFaults
                ? sealed.open(Kind.FAULT, issuer, text)
                        .flatMap(json -> Faults.parse(json.path("fault").asText()))
                : Optional.empty();
    }
}
