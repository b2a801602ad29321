package dev.mintmark.cli;

/** Text for a terminal: characters that control it, or that change the direction of text, are written as escapes. */
final class Printable {
    private Printable() {}

    /** JSON with line breaks; an escape in a string has the same meaning. */
    static String json(String json) {
        return escaped(json, true);
    }

    /** One line. */
    static String line(String text) {
        return escaped(text, false);
    }

    private static String escaped(String text, boolean isMultiline) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isBreak = c == '\n' || c == '\r';
            if (isUnsafe(c) && !(isMultiline && isBreak)) {
                safe.append(String.format("\\u%04x", (int) c));
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }

    /** Control characters, and those of bidirectional text and zero width. */
    private static boolean isUnsafe(char c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
