package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.LOW;
import static dev.mintmark.advice.Severity.MEDIUM;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.advice.Findings;
import dev.mintmark.advice.TokenView;
import dev.mintmark.advice.text.AlgorithmNames;
import dev.mintmark.advice.text.Masking;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a {@code kid} must not contain, because verifiers use it in file names, queries and commands. */
final class KeyIdRules {
    private static final int MAX_LENGTH = 128;
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f]");
    private static final Pattern URL = Pattern.compile("(?i)^[a-z][a-z0-9+.-]{0,30}://");

    private record Syntax(String name, Pattern pattern) {
        static Syntax of(String name, String pattern) {
            return new Syntax(name, Pattern.compile(pattern));
        }
    }

    private static final List<Syntax> DANGEROUS = List.of(
            Syntax.of("a path", "\\.\\./|\\.\\.\\\\|^[/\\\\~]|(?i)%2e%2e|(?i)%2f|(?i)%00|(?i)^file:"),
            Syntax.of("SQL", "['\"]|--|/\\*|(?i)\\bunion\\s++select\\b"),
            Syntax.of("shell syntax", "[;|`]|\\$\\(|&&"),
            Syntax.of("LDAP syntax", "\\*\\)\\("));

    /** Header parameters that say which key signed. */
    private static final List<String> KEY_NAMES = List.of("kid", "jwk", "x5c", "x5u", "x5t", "x5t#S256");

    private KeyIdRules() {}

    static void look(String where, @Nullable JsonNode kid, Findings found) {
        if (kid == null || kid.isNull()) {
            return;
        }
        if (!kid.isTextual()) {
            found.at(where, HIGH, Masking.of(kid), "The kid is not a string");
            return;
        }
        String text = kid.asText();
        if (text.length() > MAX_LENGTH) {
            found.at(where, HIGH, text.length() + " characters", "A kid has 1 to 128 characters");
            return;
        }
        // Two dashes in base64url are a coincidence, not SQL.
        if (isOpaque(text)) {
            return;
        }
        if (CONTROL.matcher(text).find()) {
            found.at(where, HIGH, "The kid contains control characters");
            return;
        }
        for (Syntax syntax : DANGEROUS) {
            if (syntax.pattern().matcher(text).find()) {
                found.at(where, HIGH, Masking.of(text), "The kid contains " + syntax.name());
                return;
            }
        }
        if (URL.matcher(text).find()) {
            found.at(where, MEDIUM, Masking.of(text), "The kid is a URL, which a verifier may fetch");
        }
    }

    /** Letters, digits and the other characters of base64 and thumbprints; a loop, because it runs for every token. */
    private static boolean isOpaque(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!alphanumeric && "._~=+-".indexOf(c) < 0) {
                return false;
            }
        }
        return !text.startsWith("~");
    }

    private static boolean isAsymmetric(TokenView token) {
        return AlgorithmNames.isSignature(token.alg()) && !AlgorithmNames.isHmac(token.alg());
    }

    static void missing(TokenView token, Findings found) {
        boolean named = KEY_NAMES.stream().anyMatch(token.header()::hasNonNull) || token.has("sub_jwk");
        if (named || !isAsymmetric(token)) {
            return;
        }
        boolean many = token.keys().size() > 1;
        token.absence("kid")
                .map(severity -> many && severity == LOW ? MEDIUM : severity)
                .ifPresent(severity -> found.at(
                        "/header/kid", severity, "There is no kid" + (many ? ", but there are several keys" : "")));
    }

    static void empty(String where, JsonNode kid, Findings found) {
        if (kid.isTextual() && kid.asText().isEmpty()) {
            found.at(where, "The kid is an empty string");
        }
    }
}
