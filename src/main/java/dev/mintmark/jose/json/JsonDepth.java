package dev.mintmark.jose.json;

/** Measures nesting without building anything, so that what is too deep to be read can still be named. */
final class JsonDepth {
    private JsonDepth() {}

    /** The deepest nesting of brackets outside of strings. */
    static int of(byte[] json) {
        int depth = 0;
        int deepest = 0;
        boolean inString = false;
        for (int i = 0; i < json.length; i++) {
            byte b = json[i];
            if (inString) {
                if (b == '\\') {
                    i++;
                }
                inString = b != '"';
                continue;
            }
            switch (b) {
                case '"' -> inString = true;
                case '{', '[' -> deepest = Math.max(deepest, ++depth);
                case '}', ']' -> depth--;
                default -> {
                    // Only brackets and strings matter.
                }
            }
        }
        return deepest;
    }
}
