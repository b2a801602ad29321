package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Pem;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces of the packaged service and its Redis, enabled by environment variables. */
class TracesIT {
    @TempDir
    Path directory;

    private final Collector collector = new Collector();

    @Test
    void aRequestAndItsRedisCallsAreSpansWithoutTheToken() throws Exception {
        Path keys = Files.createDirectory(directory.resolve("keys"));
        Files.writeString(keys.resolve("a.pem"), Pem.insecurePrivateText(GeneratedKey.of(Algorithm.ES256)));
        RestAssured.replaceFiltersWith(List.of());
        try (RedisProcess redis = new RedisProcess(Files.createDirectory(directory.resolve("redis")))) {
            Replica replica = new Replica(directory, keys, environment(redis));
            try {
                replica.awaitReady();
                replica.metrics();
                Response minted = replica.post("/tokens", "{\"subject\": \"alice-4711\"}");
                String token = minted.path("token");
                assertThat(replica.isValid(token)).isTrue();
                assertThat(replica.revoke(token).statusCode()).isEqualTo(200);
                assertThat(replica.isValid(token)).isFalse();
                replica.get("/keys/jwks");
                collector.await("GET /keys/jwks");

                String spans = collector.received();
                assertThat(spans)
                        .contains("POST /tokens", "POST /tokens/revoke", "POST /tokens/verify", "redis")
                        .doesNotContain(token, minted.path("id"), "alice-4711", "mintmark}", "/q/");
                assertThat(replica.log())
                        .containsPattern("access-log.*\"traceId\":\"[0-9a-f]{32}\"")
                        .doesNotContain("\"level\":\"ERROR\"");
            } finally {
                replica.kill();
            }
        } finally {
            collector.stop();
        }
    }

    private Map<String, String> environment(RedisProcess redis) {
        Map<String, String> environment = new HashMap<>();
        collector.init(Map.of());
        collector
                .start()
                .forEach((name, value) ->
                        environment.put(name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), value));
        environment.put("MINTMARK_REVOCATIONS", "redis");
        environment.put("QUARKUS_REDIS_HOSTS", redis.url());
        return environment;
    }
}
