package dev.mintmark.paste;

/** White space inside a token, as editors, terminals, mail programs and string literals insert it. */
final class Gap {
    private Gap() {}

    /** The end of the gap that starts here; the start itself if there is none. */
    static int end(String text, int start) {
        int at = start;
        while (at < text.length()) {
            int next = step(text, at, start);
            if (next == at) {
                break;
            }
            at = next;
        }
        return at;
    }

    private static int step(String text, int at, int start) {
        char c = text.charAt(at);
        if (Character.isWhitespace(c) || c == '\u00a0') {
            return at + 1;
        }
        if (c == '\\' && at + 1 < text.length() && "nrt\n\r".indexOf(text.charAt(at + 1)) >= 0) {
            return at + 2;
        }
        if (c == '>' && at > start && isLineBreak(text.charAt(at - 1))) {
            return at + 1;
        }
        int literal = nextLiteral(text, at);
        return Math.max(literal, at);
    }

    /** The start of the next string literal of a concatenation over lines: a quote, a plus, a line break, a quote. */
    private static int nextLiteral(String text, int at) {
        char quote = text.charAt(at);
        if (quote != '"' && quote != '\'' && quote != '`') {
            return -1;
        }
        int next = at + 1;
        boolean lineBreak = false;
        while (next < text.length()
                && (Character.isWhitespace(text.charAt(next)) || "+\\".indexOf(text.charAt(next)) >= 0)) {
            lineBreak |= isLineBreak(text.charAt(next));
            next++;
        }
        return lineBreak && next < text.length() && text.charAt(next) == quote ? next + 1 : -1;
    }

    static boolean hasLineBreak(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean escaped = text.charAt(i) == '\\' && i + 1 < to && "nr".indexOf(text.charAt(i + 1)) >= 0;
            if (escaped || isLineBreak(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }
}
