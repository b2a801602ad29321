package dev.mintmark.http.problem;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The methods of each path: a 405 must list them (RFC 9110 section 15.5.6), and Quarkus' own 405 does not. */
@Singleton
public final class AllowedMethods {
    private final BeanManager beans;
    private volatile @Nullable Routes routes;

    /** All routes, and their distinct templates. */
    private record Routes(List<Route> all, Set<String> templates) {}

    /** One annotated method of a resource. */
    private record Route(String template, Pattern path, String method) {
        static Route of(String template, String method) {
            // A parameter with a pattern of its own, as {name:.+}, may span segments.
            Pattern path = Pattern.compile(template.replaceAll("\\{[^}:]+:([^}]+)}", "($1)")
                    .replaceAll("\\.(?![+*])", "\\\\.")
                    .replaceAll("\\{[^}]+}", "[^/]+"));
            return new Route(template, path, method);
        }
    }

    AllowedMethods(BeanManager beans) {
        this.beans = beans;
    }

    /** Reads the annotations on first use, because this is slow and start-up must not wait for it. */
    private Routes routes() {
        Routes known = routes;
        if (known == null) {
            List<Route> all = new ArrayList<>();
            beans.getBeans(Object.class, Any.Literal.INSTANCE).forEach(bean -> add(bean.getBeanClass(), all));
            known = new Routes(
                    all,
                    all.stream()
                            .map(Route::template)
                            // Metrics name a parameter without its pattern.
                            .flatMap(template -> Stream.of(template, template.replaceAll("\\{([^}:]+):[^}]+}", "{$1}")))
                            .collect(Collectors.toUnmodifiableSet()));
            routes = known;
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
                    routes.add(Route.of(template, http.value()));
                }
            }
        }
    }

    /** The templates of all paths, for example {@code /keys/{kid}}. */
    public Set<String> templates() {
        return routes().templates();
    }

    /** The value of {@code Allow} for a path, for example {@code OPTIONS, POST} for {@code /tokens}. */
    String of(String path) {
        Set<String> methods = new TreeSet<>(Set.of(HttpMethod.OPTIONS));
        routes().all().stream()
                .filter(route -> route.path().matcher(path).matches())
                .forEach(route -> methods.add(route.method()));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return String.join(", ", methods);
    }
}
