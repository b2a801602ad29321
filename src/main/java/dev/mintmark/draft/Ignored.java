package dev.mintmark.draft;

import java.util.Locale;
import java.util.Optional;

/**
 * Words that changed nothing.
 *
 * @param from the first UTF-16 unit
 * @param to the unit after the last
 * @param text the words; empty for secrets and tokens
 * @param code the reason, for programs
 * @param message the reason, for people
 * @param see where to look instead; empty if nowhere
 */
public record Ignored(int from, int to, Optional<String> text, Code code, String message, String see) {
    /** Why words are ignored. The codes are part of the API. */
    public enum Code {
        UNKNOWN("These words are not understood.", ""),
        AMBIGUOUS("This could mean several things, so nothing was chosen.", ""),
        SECOND_VALUE("The sentence already names another value; the first one is kept.", ""),
        SECRET(
                "A secret or key belongs into the member secret or key of POST /tokens, not into a sentence.",
                "POST /tokens"),
        TOKEN("A token cannot be part of a draft. POST /tokens/decode reads it.", "POST /tokens/decode"),
        ALGORITHM_NONE("Tokens are always signed: anyone can forge an unsigned one.", "GET /advisories/alg-none"),
        NOT_A_SPEC("No token request makes this. Drill tokens are wrong on purpose.", "docs/drills.md"),
        SEVERAL_TOKENS("A draft is one token. POST /tokens/batch mints many.", "POST /tokens/batch"),
        ENCRYPTION("Tokens are signed, not encrypted.", "RFC 7515"),
        UNSUPPORTED("A token request cannot express this.", "POST /tokens");

        private final String message;
        private final String see;

        Code(String message, String see) {
            this.message = message;
            this.see = see;
        }

        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Ignored of(Code code, Span span) {
        return of(code, span, code.message);
    }

    static Ignored of(Code code, Span span, String message) {
        boolean isHidden = code == Code.SECRET || code == Code.TOKEN;
        return new Ignored(
                span.from(),
                span.to(),
                isHidden ? Optional.empty() : Optional.of(span.text()),
                code,
                message,
                code.see);
    }

    /** Words that a model reads and the rules do not. */
    public static Ignored unsupported(int from, String text) {
        return of(Code.UNSUPPORTED, new Span(from, from + text.length(), text));
    }

    @Override
    public String toString() {
        return "Ignored[" + code + ", " + from + ", " + to + "]";
    }
}
