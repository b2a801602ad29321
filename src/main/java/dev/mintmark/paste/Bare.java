package dev.mintmark.paste;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Text in which no token was found: a broken token, or something else. */
final class Bare {
    private static final Pattern SCHEME = Pattern.compile("(?i)^(?:authorization\\s*:\\s*)?(?:bearer|dpop)\\s+");
    private static final String OPENING = "\"'`\u2018\u201c\u00ab";
    private static final String CLOSING = "\"'`\u2019\u201d\u00bb";

    private Bare() {}

    static PastedText read(String given) {
        String stripped = strip(given);
        String token = SCHEME.matcher(stripped).replaceFirst("");
        token = token.length() == stripped.length() ? stripped : strip(token);
        Optional<TextKind> kind = TextKind.of(token, stripped);
        if (token.equals(given) || kind.isPresent()) {
            return new PastedText(token, List.of(), kind);
        }
        boolean scheme = !token.equals(stripped);
        boolean quoted = !stripped.equals(given.strip());
        return new PastedText(token, List.of(scheme ? "the scheme Bearer" : quoted ? "quotes" : "white space"), kind);
    }

    /** The text without white space, invisible characters and one pair of quotes around it. */
    static String strip(String text) {
        String bare = stripInvisible(text);
        boolean quoted = bare.length() > 1
                && OPENING.indexOf(bare.charAt(0)) >= 0
                && CLOSING.indexOf(bare.charAt(bare.length() - 1)) >= 0;
        return quoted ? stripInvisible(bare.substring(1, bare.length() - 1)) : bare;
    }

    private static String stripInvisible(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isInvisible(text.charAt(start))) {
            start++;
        }
        while (end > start && isInvisible(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isInvisible(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff' || (c >= '\u200b' && c <= '\u200f');
    }
}
