package dev.mintmark.service;

import dev.mintmark.keys.KeyCabinet;
import dev.mintmark.service.read.Instants;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.read.Texts;
import dev.mintmark.service.read.TrustedKeysReader;
import dev.mintmark.service.request.RevokeOrder;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.revoke.Revoked;
import dev.mintmark.tokens.revoke.TokenRevoker;
import dev.mintmark.tokens.verify.Expectations;
import java.time.Instant;
import java.util.stream.Stream;

/** Takes orders to revoke. */
final class RevocationDesk {
    private final TokenRevoker revoker;
    private final Issuer issuer;
    private final Instants instants;
    private final KeyCabinet cabinet;
    private final Ledger ledger;

    RevocationDesk(TokenRevoker revoker, Issuer issuer, Instants instants, KeyCabinet cabinet, Ledger ledger) {
        this.revoker = revoker;
        this.issuer = issuer;
        this.instants = instants;
        this.cabinet = cabinet;
        this.ledger = ledger;
    }

    /** See {@link FrontDesk#revoke}. */
    Revoked revoke(RevokeOrder order) {
        Revoked revoked = carryOut(order);
        ledger.revoked(revoked);
        return revoked;
    }

    private Revoked carryOut(RevokeOrder order) {
        long named = Stream.of(order.token(), order.id(), order.subject())
                .filter(value -> value.isPresent())
                .count();
        if (named != 1) {
            throw new MalformedRequestException("", "Give one of token, id and subject");
        }
        if (order.subject().isEmpty() && Texts.present(order.issuedBefore()).isPresent()) {
            throw new MalformedRequestException("/issued_before", "issued_before goes with subject");
        }
        if (order.token().isPresent()) {
            if (order.issuer().isPresent()) {
                throw new MalformedRequestException("/issuer", "A token says itself who issued it");
            }
            return revoker.revoke(order.token().get(), TrustedKeysReader.own(cabinet));
        }
        Issuer from = order.issuer().map(RevocationDesk::issuer).orElse(issuer);
        return order.id().isPresent()
                ? revoker.revokeId(from, order.id().get())
                : revoker.revokeSubject(from, order.subject().orElseThrow(), issuedBefore(order));
    }

    private static Issuer issuer(String value) {
        if (value.isBlank()) {
            throw new MalformedRequestException("/issuer", "The issuer must not be blank");
        }
        return new Issuer(value);
    }

    /** A revocation cannot be undone, so one of tokens that are still to be issued is surely a mistake. */
    private Instant issuedBefore(RevokeOrder order) {
        Instant moment = Texts.present(order.issuedBefore())
                .map(value -> instants.parse("/issued_before", value))
                .orElseGet(instants::now);
        if (moment.isAfter(instants.now().plus(Expectations.DEFAULT_LEEWAY))) {
            throw new MalformedRequestException("/issued_before", "issued_before must not be in the future");
        }
        return moment;
    }
}
