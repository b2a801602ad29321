package dev.mintmark.oauth.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A regular expression that matches whole values in time linear in their length: it follows all alternatives at once and
 * never goes back. Its states are bounded, as are the values.
 */
final class TextPattern {
    private static final int MAX_LENGTH = 256;
    private static final int MAX_STATES = 1000;

    /** Also of parts without states, such as repetitions of nothing. */
    private static final int MAX_COMPILED = 10_000;

    private static final int MAX_VALUE = 4096;

    /** Where it ends. */
    private static final int END = 0;

    /**
     * Consumes a character of the set and goes on to the first state, or as a fork goes on to both at once.
     *
     * @param isFork whether no character is consumed
     */
    private record State(IntPredicate set, boolean isFork, int first, int second) {
        static State one(IntPredicate set, int next) {
            return new State(set, false, next, next);
        }

        static State fork(int first, int second) {
            return new State(character -> false, true, first, second);
        }
    }

    private final List<State> states = new ArrayList<>();
    private final int start;
    private int compiled;

    private TextPattern(PatternNode node) {
        add(State.fork(END, END));
        start = compile(node, END);
    }

    /** @throws IllegalArgumentException saying what is wrong with the expression, without repeating it */
    static TextPattern of(String expression) {
        if (expression.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("has more than 256 characters");
        }
        return new TextPattern(PatternParser.parse(expression));
    }

    private int add(State state) {
        if (states.size() >= MAX_STATES) {
            throw tooLarge();
        }
        states.add(state);
        return states.size() - 1;
    }

    private static IllegalArgumentException tooLarge() {
        return new IllegalArgumentException("is too large: its repetitions multiply");
    }

    /** Returns the state that matches the node and goes on to the next state. */
    private int compile(PatternNode node, int next) {
        if (++compiled > MAX_COMPILED) {
            throw tooLarge();
        }
        if (node instanceof PatternNode.One one) {
            return add(State.one(one.set(), next));
        }
        if (node instanceof PatternNode.Sequence sequence) {
            int entry = next;
            for (int i = sequence.parts().size() - 1; i >= 0; i--) {
                entry = compile(sequence.parts().get(i), entry);
            }
            return entry;
        }
        if (node instanceof PatternNode.Choice choice) {
            int entry = compile(choice.parts().get(0), next);
            for (PatternNode part : choice.parts().subList(1, choice.parts().size())) {
                entry = add(State.fork(entry, compile(part, next)));
            }
            return entry;
        }
        return repeat((PatternNode.Repeat) node, next);
    }

    private int repeat(PatternNode.Repeat repeat, int next) {
        int entry = next;
        if (repeat.most() == PatternNode.UNBOUNDED) {
            entry = add(State.fork(next, next));
            states.set(entry, State.fork(compile(repeat.part(), entry), next));
        }
        for (int i = repeat.least(); i < repeat.most(); i++) {
            entry = add(State.fork(compile(repeat.part(), entry), next));
        }
        for (int i = 0; i < repeat.least(); i++) {
            entry = compile(repeat.part(), entry);
        }
        return entry;
    }

    /** Whether the whole value matches. A value of more than 4096 characters does not. */
    boolean matches(String value) {
        if (value.length() > MAX_VALUE) {
            return false;
        }
        boolean[] current = new boolean[states.size()];
        enter(start, current);
        for (int at = 0; at < value.length(); at += Character.charCount(value.codePointAt(at))) {
            int character = value.codePointAt(at);
            boolean[] following = new boolean[states.size()];
            for (int i = 1; i < current.length; i++) {
                if (current[i] && states.get(i).set().test(character)) {
                    enter(states.get(i).first(), following);
                }
            }
            current = following;
        }
        return current[END];
    }

    /** Marks a state and those that follow without a character. */
    private void enter(int state, boolean[] marked) {
        int[] pending = new int[2 * states.size() + 1];
        int count = 0;
        pending[count++] = state;
        while (count > 0) {
            int each = pending[--count];
            if (marked[each]) {
                continue;
            }
            marked[each] = true;
            if (each != END && states.get(each).isFork()) {
                pending[count++] = states.get(each).first();
                pending[count++] = states.get(each).second();
            }
        }
    }
}
