package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** k8s/components/oauth, used as the documentation says, mounts the file and names both origins. */
class OAuthComponentTest {
    private static final Pattern FENCE =
            Pattern.compile("```yaml\n(resources:\n- \\.\\./mintmark/k8s/.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"dev", "replicated"})
    void theFileIsThatOfTheSecretAndBothNamesAreSet(String overlay) throws Exception {
        Manifests manifests = rendered(overlay);
        PodSpec pod = manifests
                .named(Deployment.class, "mintmark")
                .getSpec()
                .getTemplate()
                .getSpec();
        Map<String, String> settings = manifests
                .named(
                        ConfigMap.class,
                        pod.getContainers()
                                .get(0)
                                .getEnvFrom()
                                .get(0)
                                .getConfigMapRef()
                                .getName())
                .getData();
        assertThat(settings)
                .containsEntry("MINTMARK_ISSUER", "https://auth.example")
                .containsEntry("MINTMARK_OAUTH_ORIGINS", "http://mintmark.${POD_NAMESPACE}.svc:8080");
        Path file = Path.of(settings.get("MINTMARK_OAUTH_FILE"));
        VolumeMount mount = pod.getContainers().get(0).getVolumeMounts().stream()
                .filter(each -> each.getMountPath().equals(file.getParent().toString()))
                .findFirst()
                .orElseThrow();
        assertThat(mount.getReadOnly()).isTrue();
        assertThat(mount.getSubPath()).as("would never change again").isNull();
        Volume volume = pod.getVolumes().stream()
                .filter(each -> each.getName().equals(mount.getName()))
                .findFirst()
                .orElseThrow();
        assertThat(volume.getSecret().getOptional())
                .as("or every client is accepted")
                .isNull();
        assertThat(Path.of("docs", "oauth.md"))
                .content()
                .contains("create secret generic " + volume.getSecret().getSecretName() + " --from-file="
                        + file.getFileName());
        NetworkPolicy policy = manifests.named(NetworkPolicy.class, "mintmark-login");
        assertThat(policy.getSpec().getPodSelector())
                .isEqualTo(manifests
                        .named(NetworkPolicy.class, "mintmark")
                        .getSpec()
                        .getPodSelector());
    }

    private static Manifests rendered(String overlay) throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl"))),
                "kubectl is needed to render the overlays");
        Matcher fence = FENCE.matcher(Files.readString(Path.of("docs", "oauth.md")));
        assertThat(fence.find()).isTrue();
        Path directory = Files.createDirectories(Path.of("target", "oauth-" + overlay));
        Files.writeString(
                directory.resolve("kustomization.yaml"),
                fence.group(1).replace("../mintmark/", "../../").replace("overlays/replicated", "overlays/" + overlay));
        return Manifests.rendered(directory);
    }
}
