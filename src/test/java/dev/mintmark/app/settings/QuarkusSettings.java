package dev.mintmark.app.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The run-time settings of Quarkus and its extensions, from the list in each jar. */
public final class QuarkusSettings {
    private static final String LIST = "META-INF/quarkus-config-doc/quarkus-config-model.json";

    /** Environment variable to default; empty if there is none. */
    private final Map<String, String> defaults = new HashMap<>();

    /** Patterns of those with a part that the user chooses. */
    private final List<String> named = new ArrayList<>();

    private QuarkusSettings() {}

    public static QuarkusSettings load() throws IOException {
        QuarkusSettings settings = new QuarkusSettings();
        ClassLoader loader = QuarkusSettings.class.getClassLoader();
        for (URL list : Collections.list(loader.getResources(LIST))) {
            try (InputStream in = list.openStream()) {
                settings.collect(JsonMapper.builder().build().readTree(in));
            }
        }
        return settings;
    }

    private void collect(JsonNode node) {
        String variable = node.path("path").path("environmentVariable").asText();
        // Build-time settings have no effect in a cluster.
        if (!variable.isEmpty() && node.path("phase").asText().equals("RUN_TIME")) {
            defaults.put(variable, node.path("defaultValue").asText());
            if (variable.contains("__")) {
                named.add(pattern(variable));
            }
        }
        node.forEach(this::collect);
    }

    /** Whether there is such a setting, also below a name that the user chooses, as {@code quarkus.tls."name".…}. */
    public boolean has(String variable) {
        return defaults.containsKey(variable) || named.stream().anyMatch(variable::matches);
    }

    /** {@code QUARKUS_TLS__TLS_BUCKET_NAME__TRUST_ALL}: what stands between pairs of underscores is chosen by the user. */
    private static String pattern(String variable) {
        String[] parts = variable.split("__");
        StringBuilder pattern = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            pattern.append('_').append(i % 2 == 1 ? "[A-Z0-9_]+" : parts[i]);
        }
        return pattern.toString();
    }

    public int number(String variable) {
        return Integer.parseInt(defaults.get(variable));
    }
}
