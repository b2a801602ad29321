package dev.mintmark.oauth;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the parameter {@code scope} (RFC 6749 section 3.3). */
public final class Scopes {
    private static final Pattern TOKEN = Pattern.compile("[!#-\\[\\]-~]{1,200}");
    private static final int MAX_COUNT = 100;

    private Scopes() {}

    /**
     * The values, each once, in their order.
     *
     * @throws OAuthException {@code invalid_scope} for a character that no scope may have, or more than 100 values
     */
    public static List<String> parse(Optional<String> scope) {
        if (scope.isEmpty()) {
            return List.of();
        }
        List<String> values = List.of(scope.get().strip().split(" +"));
        if (values.size() > MAX_COUNT
                || !values.stream().allMatch(value -> TOKEN.matcher(value).matches())) {
            throw new OAuthException(
                    OAuthError.INVALID_SCOPE, "The scope is up to 100 values of printable ASCII, separated by spaces");
        }
        return List.copyOf(new LinkedHashSet<>(values));
    }
}
