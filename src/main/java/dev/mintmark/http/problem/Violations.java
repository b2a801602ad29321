package dev.mintmark.http.problem;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import dev.mintmark.service.body.Pointers;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Violated constraints of a request as members of a problem. */
public final class Violations {
    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();
    private static final String DEFAULT_MESSAGE = "{jakarta.validation.constraints.";

    private Violations() {}

    /** The members in the order of their pointers. */
    public static List<Problem.Member> members(Set<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(Violations::member)
                .sorted(Comparator.comparing(Problem.Member::pointer))
                .toList();
    }

    private static Problem.Member member(ConstraintViolation<?> violation) {
        String pointer = pointer(violation);
        return new Problem.Member(pointer, ProblemType.MALFORMED_REQUEST.code(), detail(violation, pointer));
    }

    private static String pointer(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PROPERTY) {
                Pointers.append(pointer, SNAKE_CASE.translate(node.getName()));
            }
            if (node.getIndex() != null) {
                Pointers.append(pointer, node.getIndex().toString());
            }
        }
        return pointer.toString();
    }

    private static String detail(ConstraintViolation<?> violation, String pointer) {
        if (!violation.getMessageTemplate().startsWith(DEFAULT_MESSAGE)) {
            return violation.getMessage();
        }
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        boolean isElement = !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
        Object constraint = violation.getConstraintDescriptor().getAnnotation();
        if (constraint instanceof NotNull) {
            return isElement ? "An element must not be null" : name + " is missing";
        }
        if (constraint instanceof Size size) {
            String least = size.min() > 0 ? size.min() + " to " : "at most ";
            return (isElement ? "An element" : '"' + name + '"') + " must have " + least + size.max() + " characters";
        }
        return violation.getMessage();
    }
}
