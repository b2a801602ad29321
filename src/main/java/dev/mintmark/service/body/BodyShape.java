package dev.mintmark.service.body;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.json.JsonMembers;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds all members of a body that the record of the request does not have, or that have the wrong JSON type. */
public final class BodyShape {
    public static final String UNKNOWN_MEMBER = "unknown-member";
    static final String WRONG_TYPE = "malformed-request";

    /** More errors do not help, and each is longer than the member that causes it. */
    public static final int MAX_ERRORS = 100;

    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

    /** Header parameters of RFC 7515 that are set in the member "headers" of a token request. */
    private static final Set<String> HEADERS = Set.of("jku", "jwk", "x5u", "x5c", "x5t", "cty", "crit", "typ", "zip");

    private final List<MemberError> errors = new ArrayList<>();

    private BodyShape() {}

    /**
     * Lists the errors of a body in the order of its members, at most {@link #MAX_ERRORS}.
     *
     * @param type the record that the body is bound to
     */
    public static List<MemberError> errors(JsonNode body, Class<?> type) {
        if (!body.isObject()) {
            return List.of(new MemberError("", WRONG_TYPE, "The body must be a JSON object, but is " + kind(body)));
        }
        BodyShape shape = new BodyShape();
        shape.object("", body, type);
        return shape.errors;
    }

    private void object(String pointer, JsonNode body, Class<?> type) {
        Map<String, RecordComponent> known = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            known.put(SNAKE_CASE.translate(component.getName()), component);
        }
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            if (isFull()) {
                return;
            }
            String path = Pointers.child(pointer, member.getKey());
            RecordComponent component = known.get(member.getKey());
            if (component == null) {
                errors.add(new MemberError(path, UNKNOWN_MEMBER, unknown(member.getKey(), known.keySet())));
            } else if (!member.getValue().isNull()) {
                value(path, member.getKey(), member.getValue(), component);
            }
        }
    }

    private static String unknown(String name, Set<String> known) {
        if (!Pointers.isShown(name)) {
            return "Unknown member. Its name is not repeated here, because it may be a secret.";
        }
        String detail = "Unknown member \"" + name + "\".";
        Optional<String> suggestion = Suggestion.member(name, known);
        if (suggestion.isPresent()) {
            return detail + " Did you mean \"" + suggestion.get() + "\"?";
        }
        if (HEADERS.contains(name) && known.contains("headers")) {
            return detail + " Header parameters go into \"headers\".";
        }
        if (known.contains("claims")) {
            return detail + " Claims without a member of their own go into \"claims\".";
        }
        return detail + " The members are " + String.join(", ", known) + ".";
    }

    private void value(String path, String name, JsonNode value, RecordComponent component) {
        Type type = unwrapped(component.getGenericType());
        if (type instanceof Class<?> known && known.isRecord() && value.isObject()) {
            object(path, value, known);
            return;
        }
        JsonFormat format = component.getAccessor().getAnnotation(JsonFormat.class);
        boolean isSingleAllowed = format != null
                && Arrays.asList(format.with()).contains(JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY);
        if (isSingleAllowed && value.isTextual()) {
            return;
        }
        String wanted = wanted(type);
        if (type instanceof ParameterizedType list && value.isArray()) {
            elements(path, name, value, list.getActualTypeArguments()[0]);
        } else if (!fits(value, wanted)) {
            String several = isSingleAllowed ? "a string or " + wanted : wanted;
            errors.add(new MemberError(
                    path, WRONG_TYPE, '"' + name + "\" must be " + several + ", but is " + kind(value)));
        }
    }

    private void elements(String path, String name, JsonNode array, Type elementType) {
        String wanted = wanted(unwrapped(elementType));
        for (int i = 0; i < array.size() && !isFull(); i++) {
            if (!fits(array.get(i), wanted)) {
                errors.add(new MemberError(
                        path + '/' + i,
                        WRONG_TYPE,
                        "Each element of \"" + name + "\" must be " + wanted + ", but this one is "
                                + kind(array.get(i))));
            }
        }
    }

    private boolean isFull() {
        return errors.size() >= MAX_ERRORS;
    }

    private static Type unwrapped(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            return unwrapped(generic.getActualTypeArguments()[0]);
        }
        return type instanceof WildcardType wildcard ? unwrapped(wildcard.getUpperBounds()[0]) : type;
    }

    private static String wanted(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return unwrapped(generic.getActualTypeArguments()[0]) == String.class ? "an array of strings" : "an array";
        }
        if (type == String.class) {
            return "a string";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        boolean isObject = type instanceof Class<?> known
                && (known.isRecord() || known == ObjectNode.class || known == JsonMembers.class);
        return isObject ? "an object" : "a value";
    }

    private static boolean fits(JsonNode value, String wanted) {
        return switch (wanted) {
            case "a string" -> value.isTextual();
            case "true or false" -> value.isBoolean();
            case "an object" -> value.isObject();
            case "a value" -> true;
            default -> value.isArray();
        };
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            default -> "null";
        };
    }
}
