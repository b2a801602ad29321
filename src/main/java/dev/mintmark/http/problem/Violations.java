package dev.mintmark.http.problem;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import dev.mintmark.service.body.Pointers;
import dev.mintmark.service.read.MalformedRequestException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

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

    /** The violations, and the errors in other values of the same request. */
    public static List<Problem.Member> members(
            Set<? extends ConstraintViolation<?>> violations, List<MalformedRequestException.Entry> values) {
        List<Problem.Member> members = members(violations);
        Stream<Problem.Member> others = values.stream()
                .filter(value -> members.stream().noneMatch(it -> it.pointer().startsWith(value.pointer())))
                .map(Problem.Member::of);
        return Stream.concat(members.stream(), others).toList();
    }

    /** The parameters of the resource method whose constraints are violated. */
    static Stream<Object> parameters(Set<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .limit(1)
                .map(ConstraintViolation::getExecutableParameters)
                .filter(Objects::nonNull)
                .flatMap(Arrays::stream)
                .filter(Objects::nonNull);
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
