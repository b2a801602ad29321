package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console output of the packaged service. */
class LogIT {
    private static final Pattern MANAGEMENT = Pattern.compile("Management interface listening on (http://[^ :]*:\\d+)");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path directory;

    @Test
    void inProductionEachLogLineIsAJsonObject() throws Exception {
        List<String> lines = runUntilTheKeysAreReady(Map.of());

        assertThat(lines).hasSizeGreaterThanOrEqualTo(4);
        for (String line : lines) {
            JsonNode json = MAPPER.readTree(line);
            assertThat(json.fieldNames())
                    .toIterable()
                    .contains("timestamp", "level", "loggerName", "threadName", "message")
                    .doesNotContain("sequence", "loggerClassName", "hostName", "processName", "processId", "ndc");
            assertThat(OffsetDateTime.parse(json.path("timestamp").asText())).isNotNull();
        }
        assertThat(lines).noneMatch(line -> line.contains("io.smallrye.health"));
        assertThat(lines)
                .noneMatch(line -> line.contains("\"loggerName\":\"io.opentelemetry") || line.contains("traceId"));
        assertThat(lines).anyMatch(line -> line.contains("\"message\":\"Ephemeral keys are ready"));
        assertThat(lines)
                .anyMatch(line -> line.contains("\"level\":\"WARN\"") && line.contains("mintmark.keys.directory"));
    }

    @Test
    void aSettingSelectsTextLines() throws Exception {
        List<String> lines = runUntilTheKeysAreReady(Map.of("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false"));

        assertThat(lines)
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(line -> line.matches("20\\d\\d-\\S+ \\S+ +(INFO|WARN) +\\[.*"));
    }

    /** Probes that fail while keys are generated write no log line. */
    private List<String> runUntilTheKeysAreReady(Map<String, String> environment) throws Exception {
        Path log = directory.resolve("log.txt");
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=0",
                        "-Dquarkus.management.port=0",
                        "-jar",
                        Path.of("target", "quarkus-app", "quarkus-run.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().putAll(environment);
        Process process = command.start();
        try {
            for (int i = 0; i < 600 && !Files.readString(log).contains("Ephemeral keys are ready"); i++) {
                Matcher listening = MANAGEMENT.matcher(Files.readString(log));
                if (listening.find()) {
                    RestAssured.get(listening.group(1) + "/q/health");
                }
                Thread.sleep(100);
            }
        } finally {
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        return Files.readAllLines(log);
    }
}
