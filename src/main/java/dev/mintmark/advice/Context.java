package dev.mintmark.advice;

import dev.mintmark.kinds.TokenKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a caller knows beside the subject. {@code now} is given, so that a report can be made again.
 *
 * @param now the present
 * @param skew how far clocks may differ
 * @param kind what the token is for, where the caller says it
 * @param issuer who is expected to have issued it
 * @param audience for whom it is expected to be
 */
public record Context(
        Instant now, Duration skew, Optional<TokenKind> kind, Optional<String> issuer, Optional<String> audience) {
    /** The skew where none is given. */
    public static final Duration DEFAULT_SKEW = Duration.ofSeconds(60);

    /** Nothing is known but the time. */
    public static Context at(Instant now) {
        return new Context(now, DEFAULT_SKEW, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public long seconds() {
        return now.getEpochSecond();
    }
}
