package dev.mintmark.draft;

import dev.mintmark.jose.Algorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A list of values in a sentence.
 *
 * @param values at least one
 * @param words the number of words
 * @param isChoice whether "or" joins them, so that nothing can be chosen
 */
record Values(List<String> values, int words, boolean isChoice) {
    private static final int MAX_VALUES = 20;
    private static final int MAX_LENGTH = 256;
    private static final Set<String> PROTOCOL_SCOPES =
            Set.of("openid", "profile", "email", "address", "phone", "offline_access");

    /** How values may be joined. */
    enum Join {
        /** By "and". */
        AND,
        /** By "and" and commas. */
        COMMA,
        /** By "and", commas and spaces, as scopes are. */
        SCOPE
    }

    /** Whether the word is a name, a number or a quoted text, and no word of the grammar. */
    static boolean isValue(Cursor at, int ahead) {
        Word word = at.at(ahead);
        if (word.kind() == Word.Kind.QUOTED) {
            return !word.text().isBlank() && word.text().length() <= MAX_LENGTH;
        }
        String text = word.lower();
        return word.kind() == Word.Kind.PLAIN
                && text.length() <= MAX_LENGTH
                && (Character.isLetterOrDigit(text.charAt(0)) || "@/_*$".indexOf(text.charAt(0)) >= 0)
                && !text.endsWith("'s")
                && !text.endsWith("’s")
                && text.indexOf('=') < 0
                && !isKeyword(text)
                && algorithm(word).isEmpty()
                && !(Character.isDigit(text.charAt(0)) && Amount.read(at, ahead).isPresent());
    }

    private static boolean isKeyword(String word) {
        return Vocabulary.FILLERS.contains(word)
                || Vocabulary.HEADS.contains(word)
                || Vocabulary.AUTHORITIES.contains(word)
                || Vocabulary.NEGATIONS.contains(word)
                || Vocabulary.SECRETS.contains(word)
                || Vocabulary.TENANTS.contains(word)
                || Vocabulary.NOUNS.contains(word)
                || Vocabulary.ALL_OF.contains(word);
    }

    /** The algorithm that a word names, in its registered spelling. */
    static Optional<String> algorithm(Word word) {
        String name = word.lower().toUpperCase(Locale.ROOT).replace("-", "").replace("_", "");
        if (name.equals("ED25519")) {
            return Optional.of(Algorithm.ED25519);
        }
        for (Algorithm algorithm : Algorithm.values()) {
            if (algorithm.joseName().toUpperCase(Locale.ROOT).equals(name)) {
                return Optional.of(algorithm.joseName());
            }
        }
        return Optional.empty();
    }

    /** Reads values from here; empty if the first word is none. */
    static Optional<Values> read(Cursor at, int ahead, Join join) {
        List<String> values = new ArrayList<>();
        boolean isChoice = false;
        int next = ahead;
        int words = 0;
        while (values.size() < MAX_VALUES && isItem(at, next, join, values.isEmpty())) {
            values.add(at.at(next).text());
            next++;
            words = next - ahead;
            isChoice |= at.is(next, "or");
            int joints = joints(at, next, join);
            if (joints == 0 && join != Join.SCOPE) {
                break;
            }
            next += joints;
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new Values(List.copyOf(values), words, isChoice));
    }

    private static boolean isItem(Cursor at, int ahead, Join join, boolean isFirst) {
        boolean isScope =
                join == Join.SCOPE && PROTOCOL_SCOPES.contains(at.at(ahead).lower());
        if (isScope) {
            return true;
        }
        boolean isJoined = isFirst || join != Join.SCOPE || isJoint(at, ahead - 1);
        return isValue(at, ahead) && (isJoined || at.at(ahead).text().chars().anyMatch(c -> ":._/".indexOf(c) >= 0));
    }

    private static boolean isJoint(Cursor at, int ahead) {
        return at.is(ahead, "and", "or", ",", "&");
    }

    private static int joints(Cursor at, int ahead, Join join) {
        int comma = at.is(ahead, ",") && join != Join.AND ? 1 : 0;
        int word = at.is(ahead + comma, "and", "or", "&") ? 1 : 0;
        return comma + word;
    }
}
