package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.mintmark.app.settings.DurationConverter;
import dev.mintmark.app.settings.QuarkusSettings;
import dev.mintmark.app.settings.SettingNames;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** compose.yaml fits the program, the image and k8s/. Nothing here needs a container engine. */
class ComposeTest {
    private static final Path FILE = Path.of("compose.yaml");

    /** The part of the Compose specification that the file uses; anything else is an error. */
    private record Compose(Map<String, ComposeService> services, Map<String, Object> volumes) {}

    private record ComposeService(
            String image,
            Build build,
            String user,
            List<String> ports,
            Map<String, String> environment,
            @JsonProperty("depends_on") Map<String, Map<String, String>> dependsOn,
            @JsonProperty("read_only") boolean readOnly,
            List<String> tmpfs,
            List<String> command,
            Map<String, Object> healthcheck,
            List<String> volumes,
            @JsonProperty("cap_drop") List<String> capDrop,
            @JsonProperty("security_opt") List<String> securityOpt,
            @JsonProperty("mem_limit") String memLimit,
            @JsonProperty("stop_grace_period") String stopGracePeriod) {}

    private record Build(String context, String dockerfile) {}

    private final Compose compose = read();
    private final ComposeService mintmark = compose.services().get("mintmark");
    private final ComposeService valkey = compose.services().get("valkey");

    @Test
    void everyVariableIsASettingAndTheStoreIsAServiceOfTheFile() throws IOException {
        QuarkusSettings quarkus = QuarkusSettings.load();
        Map<String, String> settings = mintmark.environment();
        assertThat(SettingNames.unknownVariables(settings.keySet())).isEmpty();
        assertThat(settings.keySet())
                .filteredOn(variable -> !variable.startsWith("MINTMARK_"))
                .isNotEmpty()
                .allMatch(quarkus::has);
        assertThat(settings).containsEntry("MINTMARK_REVOCATIONS", "redis");
        URI store = URI.create(settings.get("QUARKUS_REDIS_HOSTS"));
        assertThat(compose.services()).containsOnlyKeys("mintmark", store.getHost());
        assertThat(store.getPort()).isEqualTo(6379);
        assertThat(mintmark.dependsOn()).containsOnlyKeys(store.getHost());
        assertThat(mintmark.dependsOn().get(store.getHost())).containsEntry("condition", "service_healthy");
    }

    @Test
    void theImageIsTheOneOfTheDockerfileAndOfTheCluster() throws IOException {
        Path dockerfile = Path.of(mintmark.build().context(), mintmark.build().dockerfile());
        assertThat(dockerfile)
                .content()
                .contains("-f " + mintmark.build().dockerfile() + " -t " + mintmark.image() + " .");
        assertThat(mintmark.image())
                .isEqualTo(container("base/deployment.yaml", "mintmark").getImage());
    }

    /** Every client that reaches the port can mint tokens, so it is published on loopback only. */
    @Test
    void thePortsOfTheImageArePublishedOnLoopback() throws IOException {
        assertThat(mintmark.ports())
                .containsExactlyElementsOf(Stream.of(Image.read().only("EXPOSE").split(" "))
                        .map(port -> "127.0.0.1:" + port + ":" + port)
                        .toList());
        assertThat(URI.create(mintmark.environment().get("MINTMARK_ISSUER")))
                .hasScheme("http")
                .hasHost("localhost")
                .hasPort(8080);
        assertThat(valkey.ports()).isNull();
    }

    @Test
    void containersAreAsConfinedAsThePods() throws IOException {
        assertThat(compose.services().values()).allSatisfy(service -> {
            assertThat(service.readOnly()).isTrue();
            assertThat(service.capDrop()).containsExactly("ALL");
            assertThat(service.securityOpt()).containsExactly("no-new-privileges:true");
        });
        assertThat(mintmark.tmpfs())
                .as("native crypto is executed from there")
                .hasSize(1)
                .allMatch(mount -> mount.matches("/tmp:exec,.*"));
        assertThat(mintmark.memLimit()).isEqualTo(memory(container("base/deployment.yaml", "mintmark")));
        Duration grace = new DurationConverter().convert(mintmark.stopGracePeriod());
        assertThat(grace.toSeconds())
                .isEqualTo(pod("base/deployment.yaml", "mintmark").getTerminationGracePeriodSeconds());
    }

    @Test
    void valkeyIsTheOneOfTheCluster() throws IOException {
        PodSpec pod = pod("overlays/replicated/valkey.yaml", "mintmark-valkey");
        Container container = pod.getContainers().get(0);
        PodSecurityContext security = pod.getSecurityContext();
        assertThat(valkey.image()).isEqualTo(container.getImage());
        assertThat(valkey.command()).isEqualTo(container.getCommand());
        assertThat(valkey.user()).isEqualTo(security.getRunAsUser() + ":" + security.getRunAsGroup());
        assertThat(valkey.memLimit()).isEqualTo(memory(container));
        assertThat(valkey.volumes())
                .containsExactly("valkey:" + container.getVolumeMounts().get(0).getMountPath());
        assertThat(compose.volumes()).containsOnlyKeys("valkey");
        assertThat(valkey.healthcheck().get("test"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactlyElementsOf(
                        Stream.concat(Stream.of("CMD"), container.getReadinessProbe().getExec().getCommand().stream())
                                .toList());
    }

    @Test
    void composeItselfAcceptsTheFile() throws Exception {
        boolean isInstalled = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "docker-compose")));
        assumeTrue(isInstalled, "docker-compose is needed to render compose.yaml");
        Path output = Files.createTempFile("compose", ".yaml");
        Process process = new ProcessBuilder("docker-compose", "-f", FILE.toString(), "config", "--quiet")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }

    private static Compose read() {
        try {
            return JsonMapper.builder(new YAMLFactory())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(FILE.toFile(), Compose.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PodSpec pod(String file, String name) throws IOException {
        return Manifests.parse(Manifests.ROOT.resolve(file))
                .named(Deployment.class, name)
                .getSpec()
                .getTemplate()
                .getSpec();
    }

    private static Container container(String file, String name) throws IOException {
        return pod(file, name).getContainers().get(0);
    }

    /** As Compose writes it. */
    private static String memory(Container container) {
        return container.getResources().getLimits().get("memory").toString().replace("Mi", "m");
    }
}
