package dev.mintmark.http.problem;

import dev.mintmark.service.body.Suggestion;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The paths of the service with their methods and media types, which errors list and Quarkus' own errors do not. */
@Singleton
public final class Routes {
    private static final Pattern MANAGEMENT = Pattern.compile("(/q)?/(health|metrics)(/.*)?");

    /** Two, after the empty one before the first slash. */
    private static final int MAX_SEGMENTS = 3;

    private final BeanManager beans;
    private volatile @Nullable Table table;

    /** All routes, and their distinct templates. */
    private record Table(List<Route> all, Set<String> templates) {}

    /** One annotated method of a resource. */
    private record Route(String template, Pattern path, String method, List<String> produced, List<String> consumed) {
        static Route of(String template, String method, List<String> produced, List<String> consumed) {
            // A parameter with a pattern of its own, as {name:.+}, may span segments.
            Pattern path = Pattern.compile(template.replaceAll("\\{[^}:]+:([^}]+)}", "($1)")
                    .replaceAll("\\.(?![+*])", "\\\\.")
                    .replaceAll("\\{[^}]+}", "[^/]+"));
            return new Route(template, path, method, produced, consumed);
        }
    }

    Routes(BeanManager beans) {
        this.beans = beans;
    }

    /** Reads the annotations on first use, because this is slow and start-up must not wait for it. */
    private Table table() {
        Table known = table;
        if (known == null) {
            List<Route> all = new ArrayList<>();
            beans.getBeans(Object.class, Any.Literal.INSTANCE).forEach(bean -> add(bean.getBeanClass(), all));
            known = new Table(
                    all,
                    all.stream()
                            .map(Route::template)
                            // Metrics name a parameter without its pattern.
                            .flatMap(template -> Stream.of(template, template.replaceAll("\\{([^}:]+):[^}]+}", "{$1}")))
                            .collect(Collectors.toUnmodifiableSet()));
            table = known;
        }
        return known;
    }

    private static void add(Class<?> resource, List<Route> routes) {
        Path root = resource.getAnnotation(Path.class);
        if (root == null) {
            return;
        }
        for (Method method : resource.getMethods()) {
            Path path = method.getAnnotation(Path.class);
            String template = ("/" + root.value() + "/" + (path == null ? "" : path.value()))
                    .replaceAll("/+", "/")
                    .replaceAll("(?<=.)/$", "");
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (http != null) {
                    routes.add(
                            Route.of(template, http.value(), produced(resource, method), consumed(resource, method)));
                }
            }
        }
    }

    private static List<String> produced(Class<?> resource, Method method) {
        Produces own = method.getAnnotation(Produces.class);
        Produces common = own == null ? resource.getAnnotation(Produces.class) : own;
        return common == null ? List.of() : List.of(common.value());
    }

    private static List<String> consumed(Class<?> resource, Method method) {
        Consumes own = method.getAnnotation(Consumes.class);
        Consumes common = own == null ? resource.getAnnotation(Consumes.class) : own;
        return common == null ? List.of() : List.of(common.value());
    }

    /** The templates of all paths, for example {@code /keys/{kid}}. */
    public Set<String> templates() {
        return table().templates();
    }

    /** The value of {@code Allow} for a path, for example {@code OPTIONS, POST} for {@code /tokens}. */
    String allowed(String path) {
        Set<String> methods = new TreeSet<>(Set.of(HttpMethod.OPTIONS));
        at(path).forEach(route -> methods.add(route.method()));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return String.join(", ", methods);
    }

    /** The media types of a method's responses, for example {@code application/json}. */
    String produced(String path, String method) {
        String read = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        return at(path).filter(route -> route.method().equals(read))
                .flatMap(route -> route.produced().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** The media types of a method's requests, for example {@code application/json}. */
    String consumed(String path, String method) {
        return at(path).filter(route -> route.method().equals(method))
                .flatMap(route -> route.consumed().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    /** A sentence about a path that does not exist, with the most similar path that does. */
    String unknownPath(String path) {
        List<String> fixed = templates().stream()
                .filter(template -> !template.contains("{") && template.length() > 1)
                .toList();
        String hint = Suggestion.similar(path, fixed)
                .or(() -> sameEnd(path, fixed))
                .map(similar -> " Did you mean " + similar + "?")
                .orElse(MANAGEMENT.matcher(path).matches() ? " Health and metrics have a port of their own." : "");
        return "The path does not exist." + hint + " GET /q/openapi lists all paths.";
    }

    /** The shortest path with the same last segment, as {@code /keys/jwks} for {@code /jwks}; for short paths alone. */
    private static Optional<String> sameEnd(String path, List<String> fixed) {
        if (path.split("/", -1).length > MAX_SEGMENTS) {
            return Optional.empty();
        }
        String end = path.substring(path.lastIndexOf('/'));
        return fixed.stream()
                .filter(template -> template.endsWith(end) && end.length() > 1)
                .min(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
    }

    private Stream<Route> at(String path) {
        return table().all().stream().filter(route -> route.path().matcher(path).matches());
    }
}
