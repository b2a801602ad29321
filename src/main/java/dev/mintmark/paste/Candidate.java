package dev.mintmark.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A token found in a text.
 *
 * @param token the token without the line breaks and spaces inside it
 * @param start where it starts in the text
 * @param end where it ends
 * @param hasLineBreaks whether it was broken into lines
 * @param hasSpaces whether it had spaces inside
 */
record Candidate(String token, int start, int end, boolean hasLineBreaks, boolean hasSpaces) {
    /** The number of starts that are tried; bounds the work for a text that consists of starts. */
    private static final int MAX_STARTS = 64;

    /** Finds the tokens of a text in their order. */
    static List<Candidate> find(String text) {
        List<Candidate> found = new ArrayList<>();
        int starts = 0;
        for (int at = 0; at < text.length() && starts < MAX_STARTS; at++) {
            if (text.charAt(at) != 'e' || !TokenText.startsObject(text, at) || !isBoundary(text, at)) {
                continue;
            }
            starts++;
            Optional<Candidate> candidate = new CandidateReader(text, at).read();
            candidate.ifPresent(found::add);
            at = candidate.map(Candidate::end).orElse(TokenText.runEnd(text, at)) - 1;
        }
        return found;
    }

    /** Whether a token can start here: not inside a word, but after an escape such as {@code %20} or {@code \n}. */
    private static boolean isBoundary(String text, int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        if (!TokenText.isBase64Url(before)) {
            return before != '.' && before != '~';
        }
        boolean percent = at >= 3 && text.charAt(at - 3) == '%';
        boolean escape = at >= 2 && text.charAt(at - 2) == '\\' && "nrt".indexOf(before) >= 0;
        boolean unicode = at >= 6 && text.startsWith("\\u", at - 6);
        return percent || escape || unicode;
    }
}
