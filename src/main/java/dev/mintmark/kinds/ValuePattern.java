package dev.mintmark.kinds;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A pattern of a claim's value, as the tables write it: plain text matches regardless of case; {@code *} stands for one or
 * more characters, at the end any, elsewhere any but a slash; {@code @digits}, {@code @apple-team} and
 * {@code @token-endpoint} name patterns, {@code @scheme} is http or https.
 */
final class ValuePattern {
    /** Longer values match nothing, which bounds the cost of a pattern. */
    private static final int MAX_LENGTH = 1_024;

    private static final Map<String, Pattern> NAMED = Map.of(
            "@digits", Pattern.compile("\\d{1,20}"),
            "@apple-team", Pattern.compile("[A-Z0-9]{10}"),
            "@token-endpoint", Pattern.compile("(?i)https?://[^?#]{1,1000}/token(?:\\.oauth2)?/?"));

    private static final String SCHEME = "@scheme";

    private final String text;
    // The literal parts of a glob: cheaper to look for than the pattern.
    private final String prefix;
    private final String middle;
    private final String suffix;
    private final Pattern pattern;
    private final boolean plain;

    private ValuePattern(String text) {
        boolean named = NAMED.containsKey(text);
        boolean schemed = text.startsWith(SCHEME);
        this.text = text;
        this.plain = !named && !schemed && text.indexOf('*') < 0;
        boolean glob = !named && !plain;
        String[] literals = glob ? text.split("\\*", -1) : new String[] {""};
        this.prefix = schemed ? "http" : literals[0];
        this.middle = literals.length > 2 ? literals[1] : "";
        this.suffix = literals[literals.length - 1];
        this.pattern = NAMED.getOrDefault(text, Pattern.compile(expression(text)));
    }

    static ValuePattern of(String text) {
        return new ValuePattern(text);
    }

    private static String expression(String glob) {
        StringBuilder expression = new StringBuilder();
        String rest = glob;
        if (glob.startsWith(SCHEME)) {
            expression.append("https?");
            rest = glob.substring(SCHEME.length());
        }
        for (int i = 0; i < rest.length(); i++) {
            boolean last = i == rest.length() - 1;
            if (rest.charAt(i) != '*') {
                expression.append(Pattern.quote(String.valueOf(rest.charAt(i))));
            } else {
                expression.append(last ? ".{1,1024}" : "[^/]{1,253}?");
            }
        }
        return expression.toString();
    }

    boolean matches(String value) {
        if (plain) {
            return text.equalsIgnoreCase(value);
        }
        return value.length() <= MAX_LENGTH
                && value.startsWith(prefix)
                && value.endsWith(suffix)
                && value.contains(middle)
                && pattern.matcher(value).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
