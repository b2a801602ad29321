package dev.mintmark.oauth.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Parses regular expressions of the forms that need no backtracking; others are an error that names them. */
final class PatternParser {
    private static final int MAX_COUNT = 100;
    private static final String META = "*+?{}()|[]^$";

    private final String text;
    private int at;

    private PatternParser(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException saying what is wrong, without the expression */
    static PatternNode parse(String text) {
        PatternParser parser = new PatternParser(text);
        PatternNode node = parser.choice();
        if (parser.at < text.length()) {
            throw new IllegalArgumentException("has a ) without a (");
        }
        return node;
    }

    private PatternNode choice() {
        List<PatternNode> parts = new ArrayList<>();
        parts.add(sequence());
        while (accept('|')) {
            parts.add(sequence());
        }
        return parts.size() == 1 ? parts.get(0) : new PatternNode.Choice(List.copyOf(parts));
    }

    private PatternNode sequence() {
        List<PatternNode> parts = new ArrayList<>();
        while (at < text.length() && peek() != '|' && peek() != ')') {
            parts.add(repeated(one()));
        }
        return new PatternNode.Sequence(List.copyOf(parts));
    }

    private PatternNode repeated(PatternNode part) {
        PatternNode result = part;
        if (accept('*')) {
            result = new PatternNode.Repeat(part, 0, PatternNode.UNBOUNDED);
        } else if (accept('+')) {
            result = new PatternNode.Repeat(part, 1, PatternNode.UNBOUNDED);
        } else if (accept('?')) {
            result = new PatternNode.Repeat(part, 0, 1);
        } else if (accept('{')) {
            result = counted(part);
        } else {
            return result;
        }
        if (at < text.length() && "*+?{".indexOf(peek()) >= 0) {
            throw new IllegalArgumentException("repeats a repetition; lazy and possessive forms do not exist here");
        }
        return result;
    }

    private PatternNode counted(PatternNode part) {
        int least = number();
        int most = least;
        if (accept(',')) {
            most = at < text.length() && peek() == '}' ? PatternNode.UNBOUNDED : number();
        }
        if (!accept('}') || (most != PatternNode.UNBOUNDED && most < least)) {
            throw new IllegalArgumentException("has a { without numbers such as {2} or {2,5}");
        }
        return new PatternNode.Repeat(part, least, most);
    }

    private int number() {
        int start = at;
        while (at < text.length() && at - start < 4 && Character.digit(peek(), 10) >= 0 && peek() < 0x80) {
            at++;
        }
        if (start == at) {
            throw new IllegalArgumentException("has a { without numbers such as {2} or {2,5}");
        }
        int number = Integer.parseInt(text.substring(start, at));
        if (number > MAX_COUNT) {
            throw new IllegalArgumentException("repeats more than 100 times");
        }
        return number;
    }

    private PatternNode one() {
        if (accept('(')) {
            if (accept('?') && !accept(':')) {
                throw new IllegalArgumentException("has a group (?…): lookaround, flags and names do not exist here");
            }
            PatternNode inner = choice();
            if (!accept(')')) {
                throw new IllegalArgumentException("has a ( without a )");
            }
            return inner;
        }
        if (accept('[')) {
            return new PatternNode.One(set());
        }
        if (accept('.')) {
            return new PatternNode.One(character -> true);
        }
        if (accept('\\')) {
            return new PatternNode.One(escape());
        }
        if (META.indexOf(peek()) >= 0) {
            throw new IllegalArgumentException("has a " + (char) peek()
                    + " where a character is expected; it matches whole values, so that ^ and $ do not exist here");
        }
        int literal = next();
        return new PatternNode.One(character -> character == literal);
    }

    private IntPredicate set() {
        boolean isNegated = accept('^');
        IntPredicate set = character -> false;
        boolean isFirst = true;
        while (at < text.length() && (isFirst || peek() != ']')) {
            isFirst = false;
            set = set.or(range());
        }
        if (!accept(']')) {
            throw new IllegalArgumentException("has a [ without a ]");
        }
        return isNegated ? set.negate() : set;
    }

    private IntPredicate range() {
        if (accept('\\')) {
            return escape();
        }
        int first = next();
        boolean isRange = at + 1 < text.length() && peek() == '-' && text.charAt(at + 1) != ']';
        if (!isRange) {
            return character -> character == first;
        }
        at++;
        int last = next();
        if (last == '\\' || last < first) {
            throw new IllegalArgumentException("has a range that ends before it begins");
        }
        return character -> first <= character && character <= last;
    }

    private IntPredicate escape() {
        if (at >= text.length()) {
            throw new IllegalArgumentException("ends with a \\");
        }
        int name = next();
        return switch (name) {
            case 'd' -> character -> character >= '0' && character <= '9';
            case 'w' -> PatternParser::isWord;
            case 's' -> character -> character == ' ' || (character >= '\t' && character <= '\r');
            default -> {
                if (isWord(name)) {
                    throw new IllegalArgumentException("has an escape other than \\d, \\w, \\s or of punctuation");
                }
                yield character -> character == name;
            }
        };
    }

    private static boolean isWord(int character) {
        return character < 0x80 && (Character.isLetterOrDigit(character) || character == '_');
    }

    private boolean accept(char expected) {
        if (at < text.length() && peek() == expected) {
            at++;
            return true;
        }
        return false;
    }

    private int peek() {
        return text.codePointAt(at);
    }

    private int next() {
        int character = text.codePointAt(at);
        at += Character.charCount(character);
        return character;
    }
}
