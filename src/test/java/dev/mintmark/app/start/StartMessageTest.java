package dev.mintmark.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.app.settings.MintmarkSettings;
import dev.mintmark.app.settings.RootIssuer;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.keys.KeyFileGenerator;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.service.TestOperations;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartMessageTest {
    @TempDir
    Path directory;

    @Test
    void theLineNamesPageIssuerKeysAndAuthentication() {
        assertThat(message(Map.of("quarkus.http.port", "9090"), KeyRings.ephemeral(Duration.ZERO, JwsEngine.PLAIN))
                        .line("http", "0.0.0.0", 9090))
                .isEqualTo(
                        "Mintmark is ready: page and API at http://localhost:9090/, issuer http://localhost:9090, keys"
                                + " ephemeral, API key authentication off");
    }

    @Test
    void aDirectoryAndApiKeysAreNamed() throws Exception {
        new KeyFileGenerator(directory).make("a", Set.of(Algorithm.ES256), false);
        Map<String, String> settings = Map.of(
                "mintmark.issuer",
                "https://tokens.example",
                "mintmark.keys.directory",
                directory.toString(),
                "mintmark.guard.api-keys-file",
                "/etc/api-keys");

        assertThat(message(settings, KeyRings.load(directory, 0, JwsEngine.PLAIN))
                        .line("https", "127.0.0.1", 8443))
                .isEqualTo("Mintmark is ready: page and API at https://127.0.0.1:8443/, issuer https://tokens.example,"
                        + " keys "
                        + directory + ", API key authentication on");
    }

    private static StartMessage message(Map<String, String> values, KeyRings keys) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(MintmarkSettings.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build();
        MintmarkSettings settings = config.getConfigMapping(MintmarkSettings.class);
        return new StartMessage(
                settings, RootIssuer.of(settings.issuer(), config), new Issuers(keys, TestOperations.DEFAULTS));
    }
}
