package dev.mintmark.advice;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.TokenReading;
import dev.mintmark.jose.UnverifiedJwk;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.kinds.TokenKind;
import dev.mintmark.paste.PastedText;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The subject of a report. */
public sealed interface Subject {

    /**
     * A token as received.
     *
     * @param text the token and what surrounds it
     * @param reading the token after its only lenient reading
     * @param keys the keys meant to verify it
     * @param searchSecret whether to try well-known secrets on it; false if the signature is known to be valid
     */
    record Token(PastedText text, TokenReading reading, KnownKeys keys, boolean searchSecret) implements Subject {
        /** Reads the token. */
        public static Token of(PastedText text, KnownKeys keys, boolean searchSecret) {
            return new Token(text, text.reading(), keys, searchSecret);
        }
    }

    /**
     * A proposed token.
     *
     * @param header the header to sign
     * @param claims the claims to sign
     * @param keys the caller's own signing key; otherwise how long the service's key stays available
     * @param kind the requested kind; {@code typ} takes precedence
     * @param size the length of the compact token in bytes if it is already signed; otherwise estimated
     */
    record Spec(JsonMembers header, JsonMembers claims, KnownKeys keys, Optional<TokenKind> kind, OptionalInt size)
            implements Subject {}

    /** A single key. */
    record Key(UnverifiedJwk jwk) implements Subject {}

    /** A secret and the algorithm it is for. */
    record Secret(UnverifiedJwk secret, Optional<String> algorithm) implements Subject {}

    /** A published key set. */
    record KeySet(JsonNode jwks) implements Subject {}

    /**
     * The keys passed with a token.
     *
     * @param key a single key
     * @param jwks a key set
     * @param retention how long the service's own key is certain to stay published; zero if it ends with the process
     */
    record KnownKeys(Optional<UnverifiedJwk> key, Optional<JsonNode> jwks, Optional<Duration> retention) {
        public static final KnownKeys NONE = new KnownKeys(Optional.empty(), Optional.empty(), Optional.empty());

        public static KnownKeys of(UnverifiedJwk key) {
            return new KnownKeys(Optional.of(key), Optional.empty(), Optional.empty());
        }

        public static KnownKeys of(JsonNode jwks) {
            return new KnownKeys(Optional.empty(), Optional.of(jwks), Optional.empty());
        }

        /** The service's own keys, which are not checked themselves. */
        public static KnownKeys ofTheService(Duration retention) {
            return new KnownKeys(Optional.empty(), Optional.empty(), Optional.of(retention));
        }

        @Override
        public String toString() {
            return "KnownKeys[redacted]";
        }
    }
}
