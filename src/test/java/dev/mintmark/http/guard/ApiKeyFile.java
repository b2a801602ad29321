package dev.mintmark.http.guard;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** A service with an API key file, polled every second, and an access log. */
public final class ApiKeyFile implements QuarkusTestProfile {
    public static final String FIRST_KEY = "first-key-for-tests-only";
    public static final String KEY = "second-key-for-tests-only";
    /** The worker threads of the service. */
    public static final int WORKERS = 8;

    public static final String LAST_KEY = "last-key-for-tests-only";

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path file = Files.createTempDirectory("mintmark-guard").resolve("api-keys");
            Files.writeString(file, lines());
            return Map.of(
                    Guard.SETTING,
                    file.toString(),
                    "mintmark.keys.poll-interval",
                    "1s",
                    "quarkus.thread-pool.max-threads",
                    Integer.toString(WORKERS),
                    "quarkus.http.access-log.enabled",
                    "true");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The initial content of the file. */
    public static String lines() {
        return "# for tests\n" + line("first", FIRST_KEY) + line("ci", KEY) + line("last", LAST_KEY);
    }

    public static String line(String name, String key) {
        return ApiKeysTest.line(name, key) + "\n";
    }

    /** The file of the running service. */
    public static Path path() {
        return Path.of(ConfigProvider.getConfig().getValue(Guard.SETTING, String.class));
    }
}
