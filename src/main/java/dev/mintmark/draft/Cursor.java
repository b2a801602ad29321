package dev.mintmark.draft;

import java.util.List;
import java.util.Set;

/** The position of the grammar in a sentence. Only it moves forward. */
final class Cursor {
    private final String sentence;
    private final List<Word> words;
    private int position;

    Cursor(String sentence, List<Word> words) {
        this.sentence = sentence;
        this.words = words;
    }

    boolean isAtEnd() {
        return position >= words.size();
    }

    /** The word that is this far ahead; {@link Word#END} after the last one. */
    Word at(int ahead) {
        int index = position + ahead;
        return index >= 0 && index < words.size() ? words.get(index) : Word.END;
    }

    boolean is(int ahead, String... lower) {
        String word = at(ahead).lower();
        for (String other : lower) {
            if (word.equals(other)) {
                return true;
            }
        }
        return false;
    }

    boolean isIn(int ahead, Set<String> lower) {
        String word = at(ahead).lower();
        return !word.isEmpty() && lower.contains(word);
    }

    /** Whether a phrase of words starts this far ahead. */
    boolean isPhrase(int ahead, String phrase) {
        String[] parts = phrase.split(" ", -1);
        for (int i = 0; i < parts.length; i++) {
            if (!is(ahead + i, parts[i])) {
                return false;
            }
        }
        return true;
    }

    /** The number of words after this one that are connectors such as "is", "of" or a colon, at most three. */
    int connectors(int ahead) {
        int count = 0;
        while (count < 3 && isIn(ahead + count, Vocabulary.CONNECTORS)) {
            count++;
        }
        return count;
    }

    int article(int ahead) {
        return isIn(ahead, Vocabulary.ARTICLES) ? 1 : 0;
    }

    /** The span of words that starts and ends this far ahead, without moving. */
    Span span(int first, int count) {
        int from = at(first).from();
        int to = at(first + count - 1).to();
        return new Span(from, to, sentence.substring(from, to));
    }

    Span between(int from, int to) {
        return new Span(from, to, sentence.substring(from, to));
    }

    boolean isOnlySpace(int from, int to) {
        return sentence.substring(from, to).isBlank();
    }

    /** Moves forward. */
    Span take(int count) {
        Span span = span(0, count);
        position += count;
        return span;
    }
}
