package dev.mintmark.advice.text;

import java.util.Arrays;
import java.util.List;

/**
 * Substrings of which at least one occurs in every text that a costlier pattern can match. Rejects most texts in
 * one pass, regardless of the number of substrings.
 */
public final class SubstringPrefilter {
    private static final int ASCII = 128;

    private final String[][] byFirst = new String[ASCII][0];

    private SubstringPrefilter(List<String> stems) {
        for (String stem : stems) {
            String[] others = byFirst[stem.charAt(0)];
            String[] all = Arrays.copyOf(others, others.length + 1);
            all[others.length] = stem;
            byFirst[stem.charAt(0)] = all;
        }
    }

    /** A filter for these substrings; each begins with an ASCII character. */
    public static SubstringPrefilter of(List<String> stems) {
        return new SubstringPrefilter(stems);
    }

    /** Whether the text contains one of the substrings. */
    public boolean isIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char first = text.charAt(i);
            if (first < ASCII) {
                for (String stem : byFirst[first]) {
                    if (text.startsWith(stem, i)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
