package dev.mintmark.http.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** JSON pointers (RFC 6901) to the member of a request that was wrong. */
public final class Pointers {
    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

    /** The caller chooses member names, so a pointer shows at most this many characters of one. */
    private static final int MAX_NAME = 64;

    private Pointers() {}

    public static String of(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            append(pointer, step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName());
        }
        return pointer.toString();
    }

    public static String of(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PROPERTY) {
                append(pointer, SNAKE_CASE.translate(node.getName()));
            }
            if (node.getIndex() != null) {
                append(pointer, node.getIndex().toString());
            }
        }
        return pointer.toString();
    }

    private static void append(StringBuilder pointer, String name) {
        String shown = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) + '…' : name;
        pointer.append('/').append(shown.replace("~", "~0").replace("/", "~1"));
    }
}
