package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** k8s/components/guard, used as in docs/cluster.md, adds only a mounted API key file to an overlay. */
@Tag("slow")
class GuardedClusterTest {
    private static final Pattern FENCE =
            Pattern.compile("```yaml\n(resources:\n- \\.\\./mintmark/k8s/.*?)```", Pattern.DOTALL);
    private static final String VARIABLE = "MINTMARK_GUARD_API_KEYS_FILE";

    @ParameterizedTest
    @ValueSource(strings = {"dev", "replicated"})
    void theSettingNamesTheFileInTheSecretOfTheDocumentation(String overlay) throws Exception {
        Manifests guarded = guarded(overlay);
        Path file = Path.of(settings(guarded).get(VARIABLE));
        VolumeMount mount = pod(guarded).getContainers().get(0).getVolumeMounts().stream()
                .filter(each -> each.getMountPath().equals(file.getParent().toString()))
                .findFirst()
                .orElseThrow();
        assertThat(mount.getReadOnly()).isTrue();
        assertThat(mount.getSubPath()).as("would never change again").isNull();
        Volume volume = pod(guarded).getVolumes().stream()
                .filter(each -> each.getName().equals(mount.getName()))
                .findFirst()
                .orElseThrow();
        assertThat(volume.getSecret().getDefaultMode()).isEqualTo(0440);
        assertThat(volume.getSecret().getOptional()).as("or everybody may mint").isNull();
        assertThat(Path.of("docs", "cluster.md"))
                .content()
                .contains("create secret generic " + volume.getSecret().getSecretName() + " --from-file="
                        + file.getFileName() + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "replicated"})
    void everythingElseIsUnchanged(String overlay) throws Exception {
        Manifests open = Manifests.rendered(overlay);
        Manifests guarded = guarded(overlay);
        Map<String, String> settings = new HashMap<>(settings(guarded));
        assertThat(settings.remove(VARIABLE)).isNotNull();
        assertThat(settings).isEqualTo(settings(open));
        assertThat(others(guarded)).isEqualTo(others(open));

        PodSpec pod = pod(guarded);
        List<Volume> volumes = new ArrayList<>(pod.getVolumes());
        List<VolumeMount> mounts = new ArrayList<>(pod.getContainers().get(0).getVolumeMounts());
        assertThat(volumes.removeIf(volume -> volume.getName().equals("api-keys")))
                .isTrue();
        assertThat(mounts.removeIf(mount -> mount.getName().equals("api-keys"))).isTrue();
        pod.setVolumes(volumes);
        pod.getContainers().get(0).setVolumeMounts(mounts);
        // Its name contains a hash of its content.
        pod.getContainers().get(0).setEnvFrom(pod(open).getContainers().get(0).getEnvFrom());
        assertThat(pod).isEqualTo(pod(open));
    }

    private static Manifests guarded(String overlay) throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl"))),
                "kubectl is needed to render the overlays");
        Matcher fence = FENCE.matcher(Files.readString(Path.of("docs", "cluster.md")));
        assertThat(fence.find()).isTrue();
        Path directory = Files.createDirectories(Path.of("target", "guarded-" + overlay));
        Files.writeString(
                directory.resolve("kustomization.yaml"),
                fence.group(1).replace("../mintmark/", "../../").replace("overlays/dev", "overlays/" + overlay));
        return Manifests.rendered(directory);
    }

    private static List<HasMetadata> others(Manifests manifests) {
        return manifests.objects().stream()
                .filter(object -> !(object instanceof ConfigMap))
                .filter(object -> !(object instanceof Deployment)
                        || !object.getMetadata().getName().equals("mintmark"))
                .toList();
    }

    private static PodSpec pod(Manifests manifests) {
        return manifests
                .named(Deployment.class, "mintmark")
                .getSpec()
                .getTemplate()
                .getSpec();
    }

    private static Map<String, String> settings(Manifests manifests) {
        String name = pod(manifests)
                .getContainers()
                .get(0)
                .getEnvFrom()
                .get(0)
                .getConfigMapRef()
                .getName();
        return manifests.named(ConfigMap.class, name).getData();
    }
}
