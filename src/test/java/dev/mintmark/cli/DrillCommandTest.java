package dev.mintmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.http.limit.HttpTest;
import dev.mintmark.jose.json.StrictJson;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code drill} with the tokens of a running service, against operations of the same service. */
@QuarkusTest
class DrillCommandTest extends HttpTest {
    private static final String AUDIENCE = "https://orders.example";

    @TestHTTPResource("/")
    URI service;

    @TempDir
    Path directory;

    @Test
    void anOperationThatVerifiesPasses() throws Exception {
        Path junit = directory.resolve("drills.xml");
        ProgramRun run = drill("oauth2/forward-auth?audience=" + AUDIENCE, "--junit", junit.toString(), "--json");
        assertThat(run.err()).isEmpty();
        var report = StrictJson.object(run.out().getBytes(StandardCharsets.UTF_8));
        assertThat(report.path("results").size()).isGreaterThan(100);
        assertThat(Files.readString(junit)).contains("<testsuite").contains("payload-tampered");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void anOperationThatVerifiesNothingFails() {
        ProgramRun run = drill("keys/jwks", "--include", "controls,signature");
        assertThat(run.out()).contains("payload-tampered").contains("sig-foreign-key");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void whatTheServiceRefusesIsAUsageError() {
        ProgramRun run = drill("keys/jwks", "--include", "no-such-drill");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("/include");
    }

    private ProgramRun drill(String operation, String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("drill", "--url", service.resolve(operation).toString()));
        arguments.addAll(List.of("--audience", AUDIENCE, "--mintmark", service.toString(), "--rate", "1000"));
        arguments.addAll(List.of(options));
        return ProgramRun.of(arguments.toArray(String[]::new));
    }
}
