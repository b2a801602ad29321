package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Pem;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redis with authentication or TLS: the packaged service needs only settings of Quarkus. */
class RedisAccessIT {
    private static final String PASSWORD = "correct-horse";
    private static final String TRUSTED = "QUARKUS_TLS_REDIS_TRUST_STORE_PEM_CERTS";

    @TempDir
    Path directory;

    private String log = "";

    @Test
    void aPasswordIsASettingAndTheLogSaysIfOneIsMissing() throws Exception {
        try (RedisProcess redis = new RedisProcess(RedisBinary.first(), directory, "--requirepass", PASSWORD)) {
            assertThat(revokes(Map.of("QUARKUS_REDIS_HOSTS", redis.url()))).isEqualTo(503);
            assertThat(log).contains("The revocation store cannot be read", "NOAUTH");
            assertThat(revokes(Map.of("QUARKUS_REDIS_HOSTS", redis.url(), "QUARKUS_REDIS_PASSWORD", PASSWORD)))
                    .isEqualTo(200);
        }
    }

    @Test
    void tlsIsASetting() throws Exception {
        TlsFiles files = TlsFiles.make(directory);
        int port = Replica.freePort();
        String options = "--requirepass " + PASSWORD + " --tls-port " + port + " --tls-auth-clients no"
                + " --tls-cert-file " + files.certificate() + " --tls-key-file " + files.key();
        Optional<RedisProcess> started = RedisBinary.all().stream()
                .flatMap(binary -> start(binary, options.split(" ")).stream())
                .findFirst();
        assumeTrue(started.isPresent(), "No Redis here was built with TLS; Debian's redis-server is");
        RedisProcess redis = started.get();
        try {
            Map<String, String> settings = new HashMap<>(Map.of(
                    "QUARKUS_REDIS_HOSTS",
                    "rediss://127.0.0.1:" + port,
                    "QUARKUS_REDIS_PASSWORD",
                    PASSWORD,
                    "QUARKUS_REDIS_TLS_CONFIGURATION_NAME",
                    "redis",
                    "QUARKUS_TLS_REDIS_HOSTNAME_VERIFICATION_ALGORITHM",
                    "HTTPS"));
            Path others = Files.createDirectory(directory.resolve("another"));
            settings.put(TRUSTED, TlsFiles.make(others).certificate().toString());
            assertThat(revokes(settings))
                    .as("a certificate that is not trusted")
                    .isEqualTo(503);
            assertThat(log).contains("The revocation store cannot be read", "SSLHandshakeException");
            settings.put(TRUSTED, files.certificate().toString());
            assertThat(revokes(settings)).isEqualTo(200);
        } finally {
            redis.close();
        }
    }

    /** Empty if this Redis does not know the options. */
    private Optional<RedisProcess> start(RedisBinary binary, String... options) {
        try {
            return Optional.of(new RedisProcess(binary, directory, options));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The status of a revocation at a service with these settings. */
    private int revokes(Map<String, String> settings) throws Exception {
        Path keys = Files.createDirectories(directory.resolve("keys"));
        Files.writeString(keys.resolve("a.pem"), Pem.insecurePrivateText(GeneratedKey.of(Algorithm.ES256)));
        RestAssured.replaceFiltersWith(List.of());
        Map<String, String> all = new HashMap<>(settings);
        all.put("MINTMARK_REVOCATIONS", "redis");
        Replica replica = new Replica(directory, keys, all);
        try {
            replica.awaitReady();
            String token = replica.mint();
            int status = replica.revoke(token).statusCode();
            // The first TLS handshake may take longer than the timeout of the store.
            for (int i = 0; i < 5 && status != 200; i++) {
                status = replica.revoke(token).statusCode();
            }
            log = replica.log();
            return status;
        } finally {
            replica.kill();
        }
    }
}
