package dev.mintmark.advice;

import dev.mintmark.kinds.TokenKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the caller knows about the subject. {@code now} is a parameter, so that a report is reproducible.
 *
 * @param now the current time
 * @param skew the allowed difference between clocks
 * @param kind the kind of token, if the caller states it
 * @param issuer the expected issuer
 * @param audience the expected audience
 */
public record Context(
        Instant now, Duration skew, Optional<TokenKind> kind, Optional<String> issuer, Optional<String> audience) {
    /** The skew if the caller states none. */
    public static final Duration DEFAULT_SKEW = Duration.ofSeconds(60);

    /** A context in which only the time is known. */
    public static Context at(Instant now) {
        return new Context(now, DEFAULT_SKEW, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public long seconds() {
        return now.getEpochSecond();
    }
}
