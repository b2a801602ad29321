package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service, started as the image starts it, with the settings and files of the cluster. */
class ClusterIT {
    @TempDir
    Path parent;

    private Image image;
    private ImageProcess process;
    private Process service;

    @BeforeEach
    void copy() throws Exception {
        image = Image.read();
        Path directory = Files.createDirectory(parent.resolve("opt"));
        image.copyTo(directory);
        process = new ImageProcess(directory);
    }

    @AfterEach
    void stop() {
        if (service != null) {
            service.destroyForcibly().onExit().join();
        }
    }

    /** Runs RUN, ENTRYPOINT and HEALTHCHECK of the image with the settings of base, which dev uses. */
    @Test
    void theImageStartsFromItsAotCacheAnswersTheProbesAndUsesTheIssuerOfItsService() throws Exception {
        boolean trains = Image.java25().isPresent();
        if (trains) {
            assertThat(process.run(image.words("RUN"))).as(process.log()).isZero();
        }
        assertThat(process.run(image.words("HEALTHCHECK")))
                .as("nothing is there yet")
                .isNotZero();
        Map<String, String> environment = settings("base/settings.env");
        environment.put("POD_NAMESPACE", "shop");

        service = process.start(image.words("ENTRYPOINT"), environment);

        Container container = container();
        process.awaitManagement(
                service, container.getStartupProbe().getHttpGet().getPath());
        assertThat(process.management(container.getReadinessProbe().getHttpGet().getPath()))
                .isEqualTo(200);
        assertThat(process.management(container.getLivenessProbe().getHttpGet().getPath()))
                .isEqualTo(200);
        assertThat(process.management(metricsPath())).isEqualTo(200);
        assertThat(process.run(image.words("HEALTHCHECK"))).isZero();
        assertThat(mint("{}").path("claims").path("iss").asText()).isEqualTo("http://mintmark.shop.svc:8080");

        service.destroy();
        assertThat(ImageProcess.end(service))
                .as("ended by SIGTERM, in good order")
                .isEqualTo(143);
        assertThat(process.log()).contains("mintmark stopped in").doesNotContain("[error][aot]");
        assumeTrue(trains, "a JDK 25 is needed to make the AOT cache");
    }

    @Test
    void aReplicaReadsItsKeysFromTheSecretAndStoresRevocationsInValkey() throws Exception {
        Path keys = parent.resolve("keys");
        List<String> generate = new ArrayList<>(image.words("ENTRYPOINT"));
        generate.addAll(List.of("keys", "generate", "--out", keys.toString(), "--active"));
        assertThat(process.run(generate)).as(process.log()).isZero();
        try (RedisProcess valkey =
                new RedisProcess(RedisBinary.first(), Files.createDirectory(parent.resolve("data")), valkeyOptions())) {
            Map<String, String> environment = settings("base/settings.env");
            environment.putAll(settings("overlays/replicated/settings.env"));
            assertThat(environment).containsKey("QUARKUS_REDIS_HOSTS");
            environment.put("QUARKUS_REDIS_HOSTS", valkey.url());
            environment.put("POD_NAMESPACE", "shop");
            environment.put("MINTMARK_KEYS_DIRECTORY", keys.toString());

            service = process.start(image.words("ENTRYPOINT"), environment);
            process.awaitManagement(
                    service, container().getStartupProbe().getHttpGet().getPath());

            JsonNode minted = mint("{\"algorithm\": \"HS512\"}");
            assertThat(minted.path("key_id").asText()).endsWith(".hs512.secret");
            String token = "{\"token\": \"" + minted.path("token").asText() + "\"}";
            assertThat(process.post("/tokens/revoke", token).statusCode()).isEqualTo(200);
            assertThat(process.post("/tokens/verify", token).body()).contains("\"revoked\"");
        }
    }

    private JsonNode mint(String body) throws Exception {
        return JsonMapper.builder()
                .build()
                .readTree(process.post("/tokens", body).body());
    }

    private static Map<String, String> settings(String file) throws Exception {
        Properties properties = new Properties();
        try (var in = Files.newInputStream(Manifests.ROOT.resolve(file))) {
            properties.load(in);
        }
        Map<String, String> settings = new HashMap<>();
        properties.forEach((name, value) -> settings.put(name.toString(), value.toString()));
        return settings;
    }

    private static Deployment deployment() throws Exception {
        return Manifests.parse(Manifests.ROOT.resolve("base/deployment.yaml")).named(Deployment.class, "mintmark");
    }

    private static Container container() throws Exception {
        return deployment().getSpec().getTemplate().getSpec().getContainers().get(0);
    }

    /** The options of Valkey, except its directory. */
    private static String[] valkeyOptions() throws Exception {
        List<String> command = Manifests.parse(Manifests.ROOT.resolve("overlays/replicated/valkey.yaml"))
                .named(Deployment.class, "mintmark-valkey")
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getCommand();
        assertThat(command).startsWith("valkey-server", "--dir", "/data");
        return command.subList(3, command.size()).toArray(String[]::new);
    }

    private static String metricsPath() throws Exception {
        return deployment()
                .getSpec()
                .getTemplate()
                .getMetadata()
                .getAnnotations()
                .get("prometheus.io/path");
    }
}
