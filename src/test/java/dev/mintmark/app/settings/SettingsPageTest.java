package dev.mintmark.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.documentation.Page;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documentation names the settings that the program has, with their defaults, and no others. */
class SettingsPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^(\\| `mintmark\\.[^|]+\\| [^|]+\\|)");
    private static final Pattern VARIABLE = Pattern.compile("\\b(?:QUARKUS|MINTMARK)_[A-Z0-9_]+\\b");
    private static final Pattern PROPERTY = Pattern.compile("`(quarkus\\.(?!http\\.filter)[a-z][^`=…]*)`");

    static List<Page> pages() {
        return Page.all();
    }

    @Test
    void theTableHasEverySettingWithItsDefaultAndNoOther() {
        List<String> rows = new ArrayList<>();
        collect("mintmark", MintmarkSettings.class, rows);
        assertThat(rows).hasSizeGreaterThan(10);
        assertThat(ROW.matcher(Page.of("settings.md").text()).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(rows);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everySettingThatAPageNamesExists(Page page) throws IOException {
        QuarkusSettings quarkus = QuarkusSettings.load();
        List<String> variables = VARIABLE.matcher(page.text())
                .results()
                .map(found -> found.group())
                // The samples of resource servers read it.
                .filter(variable -> !variable.equals("MINTMARK_URL"))
                .toList();
        assertThat(SettingNames.unknownVariables(variables)).isEmpty();
        assertThat(Stream.concat(
                        variables.stream().filter(variable -> variable.startsWith("QUARKUS_")),
                        PROPERTY.matcher(page.text()).results().map(found -> variable(found.group(1)))))
                .allMatch(quarkus::has);
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static void collect(String prefix, Class<?> group, List<String> rows) {
        for (Method method : group.getDeclaredMethods()) {
            String name =
                    prefix + "." + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (SettingNames.isGroup(method.getReturnType())) {
                collect(name, method.getReturnType(), rows);
                continue;
            }
            if (method.isAnnotationPresent(WithParentName.class)) {
                name = prefix;
            }
            WithDefault value = method.getAnnotation(WithDefault.class);
            rows.add("| `" + name + "` | " + (value == null ? "none" : "`" + value.value() + "`") + " |");
        }
    }
}
