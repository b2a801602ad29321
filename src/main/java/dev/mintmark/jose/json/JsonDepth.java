package dev.mintmark.jose.json;

/** Measures nesting without parsing, so that the depth of JSON that is too deep for the parser can be reported. */
final class JsonDepth {
    private JsonDepth() {}

    /** The deepest nesting of brackets outside strings. */
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
                    // Other characters do not change the depth.
                }
            }
        }
        return deepest;
    }
}
