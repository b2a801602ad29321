package dev.mintmark.advice.text;

import java.util.Arrays;
import java.util.List;

/**
 * Short texts of which one is in every text that a costlier pattern could match: most texts are done with after this, in
 * one pass however many stems there are.
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

    /** Stems that begin with an ASCII character. */
    public static SubstringPrefilter of(List<String> stems) {
        return new SubstringPrefilter(stems);
    }

    /** Whether one of them is in the text. */
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
