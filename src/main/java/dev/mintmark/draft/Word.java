package dev.mintmark.draft;

import java.util.Locale;

/**
 * A word of a sentence.
 *
 * @param text the word; of a quoted text, what is between the quotation marks
 * @param from its first UTF-16 unit in the sentence, quotation marks included
 * @param to the unit after its last
 */
record Word(String text, Kind kind, int from, int to) {
    enum Kind {
        PLAIN,
        QUOTED,
        PUNCTUATION,
        /** A PEM block or an unlabelled secret. */
        SECRET,
        /** A token. */
        TOKEN
    }

    static final Word END = new Word("", Kind.PUNCTUATION, 0, 0);

    /** In lower case; empty if the word is quoted, so that no keyword is found in it. */
    String lower() {
        return kind == Kind.PLAIN || kind == Kind.PUNCTUATION ? text.toLowerCase(Locale.ROOT) : "";
    }

    boolean isPunctuation() {
        return kind == Kind.PUNCTUATION;
    }

    boolean isUrl() {
        return (kind == Kind.PLAIN || kind == Kind.QUOTED) && text.contains("://");
    }

    /** Without the text, which may be a secret. */
    @Override
    public String toString() {
        return "Word[" + kind + ", " + from + ", " + to + "]";
    }
}
