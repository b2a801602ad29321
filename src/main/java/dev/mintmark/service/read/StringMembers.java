package dev.mintmark.service.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.service.request.RequestLimits;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads members that are one string or several. */
public final class StringMembers {
    /** One scope value (RFC 6749 section 3.3). */
    private static final Pattern SCOPE_VALUE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    private StringMembers() {}

    /**
     * Reads a string or an array of strings.
     *
     * @throws MalformedRequestException for anything else, and above the limits of {@link RequestLimits}
     */
    static List<String> list(String pointer, JsonNode value) {
        if (value.isTextual()) {
            return bounded(pointer, List.of(value.asText()));
        }
        if (value.size() > RequestLimits.VALUES) {
            throw tooMany(pointer);
        }
        List<String> texts = value.valueStream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
        if (!value.isArray() || texts.size() != value.size()) {
            throw new MalformedRequestException(pointer, "The value must be a string or an array of strings");
        }
        return bounded(pointer, texts);
    }

    /**
     * Checks a list.
     *
     * @throws MalformedRequestException for a null, which JSON may contain, and above the limits of {@link RequestLimits}
     */
    static List<String> bounded(String pointer, List<String> values) {
        if (values.size() > RequestLimits.VALUES) {
            throw tooMany(pointer);
        }
        for (String value : values) {
            if (Objects.isNull(value)) {
                throw new MalformedRequestException(pointer, "A value must not be null");
            }
            if (value.length() > RequestLimits.TEXT) {
                throw new MalformedRequestException(
                        pointer, "A value must have at most " + RequestLimits.TEXT + " characters");
            }
        }
        return values;
    }

    /**
     * Checks the length of one text.
     *
     * @throws MalformedRequestException above the maximum
     */
    public static Optional<String> bounded(String pointer, Optional<String> value, int maximum) {
        if (value.filter(text -> text.length() > maximum).isPresent()) {
            throw new MalformedRequestException(pointer, "The value must have at most " + maximum + " characters");
        }
        return value;
    }

    private static MalformedRequestException tooMany(String pointer) {
        return new MalformedRequestException(pointer, "The list must have at most " + RequestLimits.VALUES + " values");
    }

    /**
     * Reads scope values from a space-separated string or an array (RFC 6749 section 3.3).
     *
     * @throws MalformedRequestException if a value contains a character that is not allowed in a scope, and above the
     *     limits of {@link RequestLimits}
     */
    static List<String> scope(String pointer, JsonNode value) {
        List<String> values = value.isTextual()
                ? bounded(
                        pointer,
                        Arrays.stream(value.asText().split(" "))
                                .filter(item -> !item.isEmpty())
                                .toList())
                : list(pointer, value);
        if (!values.stream().allMatch(item -> SCOPE_VALUE.matcher(item).matches())) {
            throw new MalformedRequestException(
                    pointer, "A scope value must not contain a space, quote or backslash (RFC 6749 3.3)");
        }
        return values;
    }

    /** Returns the value if it is present and not the JSON null. */
    public static Optional<JsonNode> present(Optional<JsonNode> value) {
        return value.filter(node -> !node.isNull());
    }
}
