package dev.mintmark.drills.generate;

import dev.mintmark.drills.DrillToken;
import java.util.List;

/** What a generator makes. */
sealed interface Outcome {
    /** The tokens of the drill. */
    record Tokens(List<DrillToken> tokens) implements Outcome {
        public Tokens {
            tokens = List.copyOf(tokens);
        }
    }

    /** No token, and the reason as a sentence. */
    record Skipped(String reason) implements Outcome {}

    static Outcome of(String token) {
        return new Tokens(List.of(DrillToken.of(token)));
    }

    static Outcome of(DrillToken... tokens) {
        return new Tokens(List.of(tokens));
    }

    static Outcome of(List<DrillToken> tokens) {
        return new Tokens(tokens);
    }

    static Outcome skipped(String reason) {
        return new Skipped(reason);
    }
}
