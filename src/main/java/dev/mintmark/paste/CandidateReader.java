package dev.mintmark.paste;

import java.util.Optional;
import java.util.Set;

/** Reads one token from its start, across the line breaks and spaces inside it. */
final class CandidateReader {
    /** A line has at least this length before the next one is taken as its continuation. */
    private static final int MIN_LINE = 40;

    private final String text;
    private final int start;
    private final StringBuilder token = new StringBuilder();
    private int end;
    private int dots;
    /** The length of the token at its last dot, kept because a text may have as many gaps as characters. */
    private int lastDot = -1;

    private int line;
    private boolean hasDisclosures;
    private Set<Integer> lengths = Set.of();
    private int lengthsDots;

    CandidateReader(String text, int start) {
        this.text = text;
        this.start = start;
        this.end = start;
    }

    /** The token; empty if the text here does not have 2 or 4 dots. */
    Optional<Candidate> read() {
        append(start, TokenText.runEnd(text, start));
        boolean lineBreaks = false;
        boolean spaces = false;
        while (true) {
            int from = Gap.end(text, end);
            int to = from > end ? TokenText.runEnd(text, from) : from;
            boolean broken = to > from && Gap.hasLineBreak(text, end, from);
            if (to == from || !continues(from, to, broken)) {
                break;
            }
            lineBreaks |= broken;
            spaces |= !broken;
            append(from, to);
        }
        dropFullStop();
        boolean isToken = (dots == 2 || dots == 4) && !endsWith("..");
        return isToken
                ? Optional.of(new Candidate(token.toString(), start, end, lineBreaks, spaces))
                : Optional.empty();
    }

    private void append(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            hasDisclosures |= c == '~';
            dots += c == '.' && !hasDisclosures ? 1 : 0;
            lastDot = c == '.' ? token.length() : lastDot;
            token.append(c);
        }
        line = Math.max(line, to - from);
        end = to;
    }

    /** Whether the characters from {@code from} to {@code to} continue the token after a gap. */
    private boolean continues(int from, int to, boolean isLineBreak) {
        char last = token.charAt(token.length() - 1);
        char first = text.charAt(from);
        boolean atSeparator = last == '.' || last == '~' || first == '.' || first == '~';
        boolean startsObject = TokenText.startsObject(text, from);
        boolean isName = to < text.length() && ":(%@".indexOf(text.charAt(to)) >= 0;
        if (isName || (startsObject && !atSeparator)) {
            return false;
        }
        if (hasDisclosures) {
            return isLineBreak && (last != '~' || startsObject || text.startsWith("Wy", from));
        }
        if (dots != 2 && dots != 4) {
            return isLineBreak || atSeparator;
        }
        return continuesLastPart(from, to, isLineBreak);
    }

    private boolean continuesLastPart(int from, int to, boolean isLineBreak) {
        int length = token.length() - lastDot - 1;
        Set<Integer> possible = lengths();
        if (possible.contains(length)) {
            return isLineBreak && text.charAt(from) == '~';
        }
        if (possible.isEmpty()) {
            return isLineBreak && line >= MIN_LINE && to - from <= line;
        }
        int tilde = from;
        while (tilde < to && text.charAt(tilde) != '~') {
            tilde++;
        }
        int whole = length + tilde - from;
        return possible.stream().anyMatch(max -> whole <= max);
    }

    private Set<Integer> lengths() {
        if (lengthsDots != dots) {
            lengths = TokenText.lastPartLengths(token.toString(), dots);
            lengthsDots = dots;
        }
        return lengths;
    }

    /** Drops the full stop of the sentence that the token ends. */
    private void dropFullStop() {
        boolean isSigned = (dots == 3 || dots == 5) && endsWith(".") && !endsWith("..");
        boolean isUnsigned = dots == 3 && endsWith("..") && !endsWith("...");
        if (!hasDisclosures && (isSigned || isUnsigned)) {
            token.setLength(token.length() - 1);
            dots--;
            end--;
        }
    }

    private boolean endsWith(String suffix) {
        return token.length() >= suffix.length()
                && token.substring(token.length() - suffix.length()).equals(suffix);
    }
}
