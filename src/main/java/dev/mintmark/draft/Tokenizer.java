package dev.mintmark.draft;

import dev.mintmark.draft.Word.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits a sentence into words, quoted texts and punctuation, in one pass. */
final class Tokenizer {
    private static final String BEGIN = "-----BEGIN";
    private static final String END = "-----END";
    private static final String TRAILING = ",;.!?):";

    private static final Pattern TOKEN = Pattern.compile(
            "eyJ[A-Za-z0-9_-]{6,}+\\.[A-Za-z0-9_.-]*|[A-Za-z0-9_-]{17,}\\.[A-Za-z0-9_-]{17,}\\.[A-Za-z0-9_-]*");
    private static final Pattern SECRET = Pattern.compile(
            "(?:sk|pk|rk)_(?:live|test)_\\w+|gh[opsu]_\\w{16,}|AKIA[A-Z0-9]{12,}|xox[abp]-.+|[A-Za-z0-9+/_=-]{32,}");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final String sentence;
    private final List<Word> words = new ArrayList<>();
    /** The next quotation mark of each kind is searched once, so that many open ones cost no more than one. */
    private int noQuoteFrom = Integer.MAX_VALUE;

    private Tokenizer(String sentence) {
        this.sentence = sentence;
    }

    static List<Word> words(String sentence) {
        Tokenizer tokenizer = new Tokenizer(sentence);
        tokenizer.run();
        return List.copyOf(tokenizer.words);
    }

    private void run() {
        int at = 0;
        while (at < sentence.length()) {
            char c = sentence.charAt(at);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                at++;
            } else if (c == '-' && sentence.startsWith(BEGIN, at)) {
                at = add(Kind.SECRET, at, endOfPem(at));
            } else if (isOpening(c) && closing(at) > at) {
                int end = closing(at);
                words.add(new Word(sentence.substring(at + 1, end), Kind.QUOTED, at, end + 1));
                at = end + 1;
            } else {
                at = plain(at);
            }
        }
    }

    private int add(Kind kind, int from, int to) {
        words.add(new Word(sentence.substring(from, to), kind, from, to));
        return to;
    }

    private int endOfPem(int from) {
        int end = sentence.indexOf(END, from);
        if (end < 0) {
            return sentence.length();
        }
        int close = sentence.indexOf("-----", end + END.length());
        return close < 0 ? sentence.length() : close + 5;
    }

    private static boolean isOpening(char c) {
        return c == '"' || c == '“' || c == '\'' || c == '‘' || c == '`';
    }

    private int closing(int open) {
        if (open >= noQuoteFrom) {
            return -1;
        }
        char mark = switch (sentence.charAt(open)) {
            case '“' -> '”';
            case '‘' -> '’';
            default -> sentence.charAt(open);
        };
        int end = sentence.indexOf(mark, open + 1);
        if (end < 0 && mark == '"') {
            noQuoteFrom = open;
        }
        return end > open + 1 ? end : -1;
    }

    private int plain(int from) {
        int to = from + 1;
        while (to < sentence.length() && !isBreak(to)) {
            to++;
        }
        if (to - from > 1 && sentence.charAt(from) == '(') {
            add(Kind.PUNCTUATION, from, from + 1);
            return from + 1;
        }
        int end = to;
        while (end > from && TRAILING.indexOf(sentence.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end > from) {
            add(kind(sentence.substring(from, end)), from, end);
        }
        for (int i = end; i < to; i++) {
            add(Kind.PUNCTUATION, i, i + 1);
        }
        return to;
    }

    /** A comma that no space follows separates words too, unless a digit follows. */
    private boolean isBreak(int at) {
        char c = sentence.charAt(at);
        if (c == ',' || c == ';') {
            return false;
        }
        char before = sentence.charAt(at - 1);
        if ((before == ',' || before == ';') && !Character.isDigit(c)) {
            return true;
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '"' || c == '“' || c == '`';
    }

    private static Kind kind(String text) {
        if (text.length() == 1 && !Character.isLetterOrDigit(text.charAt(0))) {
            return Kind.PUNCTUATION;
        }
        if (TOKEN.matcher(text).matches()) {
            return Kind.TOKEN;
        }
        return isSecret(text) ? Kind.SECRET : Kind.PLAIN;
    }

    /** A known form of a credential, or a long mixture of letters and digits that is not a UUID or a path. */
    static boolean isSecret(String text) {
        if (text.length() < 12
                || !SECRET.matcher(text).matches()
                || UUID.matcher(text).matches()) {
            return false;
        }
        return text.length() < 32 || text.chars().filter(Character::isDigit).count() >= 4;
    }
}
