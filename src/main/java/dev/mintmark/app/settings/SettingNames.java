package dev.mintmark.app.settings;

import io.quarkus.runtime.Startup;
import io.smallrye.config.WithParentName;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Stops the start if an environment variable {@code MINTMARK_*} does not name a setting. The mapping does so for properties
 * but ignores unknown variables, and in Kubernetes all settings are variables.
 */
@Singleton
@Startup
public final class SettingNames {
    /** The variables that Kubernetes sets in every pod for a Service named mintmark. */
    private static final Pattern SERVICE_LINK = Pattern.compile("MINTMARK_(SERVICE_(HOST|PORT)|PORT)(_.*)?");

    @PostConstruct
    void checkEnvironment() {
        Set<String> unknown = unknownVariables(System.getenv().keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("These environment variables do not name a setting: " + unknown);
        }
    }

    public static Set<String> unknownVariables(Collection<String> environment) {
        List<String> known = of("mintmark", MintmarkSettings.class)
                .map(name -> name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT))
                .toList();
        Set<String> unknown = new TreeSet<>(environment);
        unknown.removeIf(name -> !name.startsWith("MINTMARK_")
                || known.contains(name)
                || SERVICE_LINK.matcher(name).matches());
        return unknown;
    }

    private static Stream<String> of(String prefix, Class<?> group) {
        return Arrays.stream(group.getDeclaredMethods()).flatMap(method -> of(prefix, method));
    }

    private static Stream<String> of(String prefix, Method method) {
        String name =
                prefix + '.' + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        if (method.isAnnotationPresent(WithParentName.class)) {
            return Stream.of(prefix);
        }
        boolean isGroup = isGroup(method.getReturnType());
        return isGroup ? of(name, method.getReturnType()) : Stream.of(name);
    }

    /** Whether a setting is a group of settings. */
    static boolean isGroup(Class<?> type) {
        return type.isInterface() && type.getPackage() == MintmarkSettings.class.getPackage();
    }
}
