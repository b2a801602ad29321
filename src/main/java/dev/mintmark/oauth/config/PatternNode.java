package dev.mintmark.oauth.config;

import java.util.List;
import java.util.function.IntPredicate;

/** The parts of a regular expression. */
sealed interface PatternNode {
    /** One character of a set. */
    record One(IntPredicate set) implements PatternNode {}

    /** One part after the other. */
    record Sequence(List<PatternNode> parts) implements PatternNode {}

    /** One of the parts. */
    record Choice(List<PatternNode> parts) implements PatternNode {}

    /**
     * A part several times.
     *
     * @param most the greatest number, or {@link #UNBOUNDED}
     */
    record Repeat(PatternNode part, int least, int most) implements PatternNode {}

    /** Without a greatest number. */
    int UNBOUNDED = -1;
}
