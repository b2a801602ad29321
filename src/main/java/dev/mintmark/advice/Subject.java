package dev.mintmark.advice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.TokenForm;
import dev.mintmark.jose.UnverifiedJwk;
import dev.mintmark.kinds.TokenKind;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What is advised on. */
public sealed interface Subject {

    /**
     * A token as it was given.
     *
     * @param form the token
     * @param keys those that are meant to verify it
     * @param searchSecret whether a well-known secret is to be tried on it; not where the signature is known to be good
     */
    record Token(TokenForm form, KnownKeys keys, boolean searchSecret) implements Subject {}

    /**
     * A token that is to be made.
     *
     * @param header as it would be signed
     * @param claims as they would be signed
     * @param keys the key that would sign, where it is the caller's own; else how long the service's own stays
     * @param kind what it was asked for as, unless its typ says otherwise
     * @param size the bytes of the compact token, where it was signed already; else it is estimated
     */
    record Spec(ObjectNode header, ObjectNode claims, KnownKeys keys, Optional<TokenKind> kind, OptionalInt size)
            implements Subject {}

    /** A single key. */
    record Key(UnverifiedJwk jwk) implements Subject {}

    /** A secret, and the algorithm it is for. */
    record Secret(UnverifiedJwk secret, Optional<String> algorithm) implements Subject {}

    /** A key set, as it is published. */
    record KeySet(JsonNode jwks) implements Subject {}

    /**
     * Keys that come beside a token.
     *
     * @param key a single one
     * @param jwks a set
     * @param retention for how long the service's own key is sure to verify what it signs now; zero if it is gone with the process
     */
    record KnownKeys(Optional<UnverifiedJwk> key, Optional<JsonNode> jwks, Optional<Duration> retention) {
        public static final KnownKeys NONE = new KnownKeys(Optional.empty(), Optional.empty(), Optional.empty());

        public static KnownKeys of(UnverifiedJwk key) {
            return new KnownKeys(Optional.of(key), Optional.empty(), Optional.empty());
        }

        public static KnownKeys of(JsonNode jwks) {
            return new KnownKeys(Optional.empty(), Optional.of(jwks), Optional.empty());
        }

        /** The service's own, which need no advice themselves. */
        public static KnownKeys ofTheService(Duration retention) {
            return new KnownKeys(Optional.empty(), Optional.empty(), Optional.of(retention));
        }

        @Override
        public String toString() {
            return "KnownKeys[redacted]";
        }
    }
}
