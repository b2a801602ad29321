package dev.mintmark.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.keys.ValueSealer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Sealed JSON objects that expire: what clients and browsers keep for the service. */
public final class SealedValues {
    private static final String EXPIRY = "exp";

    private final ValueSealer sealer;
    private final Clock clock;

    /** What a sealed value is. A value of one kind opens as no other. */
    public enum Kind {
        CODE,
        SESSION,
        LOGIN_FORM,
        LOGOUT_FORM,
        TICKET,
        FAULT,
        CLIENT;

        private String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public SealedValues(ValueSealer sealer, Clock clock) {
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * Seals a value for one issuer.
     *
     * @throws IllegalArgumentException if it is larger than 16 KiB
     */
    public String seal(Kind kind, IssuerName issuer, ObjectNode value, Duration lifetime) {
        ObjectNode timed = value.deepCopy();
        timed.put(EXPIRY, clock.instant().plus(lifetime).getEpochSecond());
        return sealer.seal(kind.wireName(), issuer.path(), StrictJson.bytes(timed));
    }

    /**
     * Seals a value that never expires.
     *
     * @throws IllegalArgumentException if it is larger than 16 KiB
     */
    public String seal(Kind kind, IssuerName issuer, ObjectNode value) {
        return sealer.seal(kind.wireName(), issuer.path(), StrictJson.bytes(value));
    }

    /** A secret of a sealed value that any replica can compute; empty if its key is gone. */
    public Optional<String> secretOf(Kind kind, String text) {
        return sealer.secretOf(kind.wireName(), text);
    }

    /** The value; empty if it is of another kind or issuer, tampered with, or expired. */
    public Optional<ObjectNode> open(Kind kind, IssuerName issuer, String text) {
        return sealer.open(kind.wireName(), issuer.path(), text)
                .map(StrictJson::object)
                .filter(value -> !value.has(EXPIRY) || clock.instant().isBefore(expiry(value)));
    }

    /** When a value that was opened expires. */
    public static Instant expiry(ObjectNode value) {
        return Instant.ofEpochSecond(value.path(EXPIRY).asLong());
    }
}
