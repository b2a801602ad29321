package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mintmark.app.settings.DurationConverter;
import dev.mintmark.app.settings.QuarkusSettings;
import dev.mintmark.app.settings.SettingNames;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests in k8s/ fit Kubernetes, the program and the image. {@link ClusterIT} runs the program with their settings. */
@Tag("slow")
class ClusterTest {
    private static final String NAME = "mintmark";
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}:]+)}");

    @Test
    void everyFileUsesOnlyFieldsThatKubernetesDefines() throws IOException {
        List<Path> files = Manifests.files();
        assertThat(files).hasSizeGreaterThan(8);
        for (Path file : files) {
            assertThat(Manifests.parse(file).objects())
                    .as("%s", file)
                    .isNotEmpty()
                    .allSatisfy(object -> {
                        assertThat(object.getMetadata().getName()).startsWith(NAME);
                        assertThat(object.getMetadata().getNamespace())
                                .as("the namespace is the user's")
                                .isNull();
                    });
        }
    }

    @Test
    void theSettingsFileNamesExistingSettings() throws IOException {
        QuarkusSettings quarkus = QuarkusSettings.load();
        for (String file :
                List.of("base/settings.env", "overlays/replicated/settings.env", "components/guard/settings.env")) {
            Properties settings = new Properties();
            try (InputStream in = Files.newInputStream(Manifests.ROOT.resolve(file))) {
                settings.load(in);
            }
            demandSettings(settings.stringPropertyNames(), quarkus);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "replicated"})
    void everySettingExistsAndEveryExpressionHasItsVariable(String overlay) throws Exception {
        Manifests manifests = rendered(overlay);
        Container container = mintmark(manifests);
        Map<String, String> settings = settings(manifests);
        demandSettings(settings.keySet(), QuarkusSettings.load());
        List<String> variables =
                container.getEnv().stream().map(EnvVar::getName).toList();
        assertThat(String.join(" ", settings.values())).satisfies(values -> {
            Matcher expressions = EXPRESSION.matcher(values);
            assertThat(expressions.results().map(found -> found.group(1)))
                    .isNotEmpty()
                    .isSubsetOf(variables);
        });
        Service service = manifests.named(Service.class, NAME);
        assertThat(service.getSpec().getPorts())
                .extracting(ServicePort::getPort)
                .containsExactly(8080);
        assertThat(settings)
                .containsEntry(
                        "MINTMARK_ISSUER", "http://" + service.getMetadata().getName() + ".${POD_NAMESPACE}.svc:8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "replicated"})
    void portsAreThoseOfTheProgramAndTheImage(String overlay) throws Exception {
        Manifests manifests = rendered(overlay);
        Container container = mintmark(manifests);
        int http = QuarkusSettings.load().number("QUARKUS_HTTP_PORT");
        int management = Integer.parseInt(applicationProperties().getProperty("quarkus.management.port"));
        assertThat(applicationProperties()).doesNotContainKey("quarkus.http.port");
        assertThat(container.getPorts())
                .extracting(ContainerPort::getName, ContainerPort::getContainerPort)
                .containsExactly(tuple("http", http), tuple("management", management));
        assertThat(Image.read().only("EXPOSE")).isEqualTo(http + " " + management);
        assertThat(probes(container))
                .hasSize(3)
                .allSatisfy(probe -> assertThat(probe)
                        .extracting(p -> p.getPort().getStrVal())
                        .isEqualTo("management"));
        assertThat(manifests
                        .named(Deployment.class, NAME)
                        .getSpec()
                        .getTemplate()
                        .getMetadata()
                        .getAnnotations())
                .containsEntry("prometheus.io/port", Integer.toString(management));
        assertThat(manifests.named(NetworkPolicy.class, NAME).getSpec().getIngress().stream()
                        .flatMap(rule -> rule.getPorts().stream())
                        .map(ClusterTest::number))
                .containsExactly(http, management);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "replicated"})
    void everySelectorSelectsExactlyItsPods(String overlay) throws Exception {
        Manifests manifests = rendered(overlay);
        List<Deployment> deployments = manifests.all(Deployment.class);
        for (Deployment deployment : deployments) {
            assertThat(selected(manifests, deployment.getSpec().getSelector().getMatchLabels()))
                    .containsExactly(deployment);
        }
        for (Service service : manifests.all(Service.class)) {
            Deployment deployment =
                    selected(manifests, service.getSpec().getSelector()).get(0);
            assertThat(deployment.getMetadata().getName())
                    .isEqualTo(service.getMetadata().getName());
            assertThat(service.getSpec().getPorts())
                    .extracting(port -> port.getTargetPort().getStrVal())
                    .isSubsetOf(container(deployment).getPorts().stream()
                            .map(ContainerPort::getName)
                            .toList());
        }
        assertThat(manifests.all(NetworkPolicy.class)).hasSameSizeAs(deployments);
        for (NetworkPolicy policy : manifests.all(NetworkPolicy.class)) {
            demandOne(
                    manifests,
                    policy.getSpec().getPodSelector(),
                    policy.getMetadata().getName());
        }
        for (PodDisruptionBudget budget : manifests.all(PodDisruptionBudget.class)) {
            demandOne(
                    manifests,
                    budget.getSpec().getSelector(),
                    budget.getMetadata().getName());
        }
        assertThat(manifests.objects())
                .filteredOn(object -> !(object instanceof ConfigMap))
                .allSatisfy(object -> assertThat(object.getMetadata().getLabels())
                        .containsKeys("app.kubernetes.io/name", "app.kubernetes.io/component")
                        .containsEntry("app.kubernetes.io/part-of", NAME));
    }

    /** Includes everything that the pod security standard "restricted" requires. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "replicated"})
    void podsHaveNoPrivilegesThatTheyDoNotNeed(String overlay) throws Exception {
        for (Deployment deployment : rendered(overlay).all(Deployment.class)) {
            PodSpec pod = deployment.getSpec().getTemplate().getSpec();
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getEnableServiceLinks()).isFalse();
            assertThat(pod.getHostNetwork()).isNull();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getContainers()).hasSize(1).allSatisfy(container -> {
                assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                        .isFalse();
                assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                        .isTrue();
                assertThat(container.getSecurityContext().getCapabilities().getDrop())
                        .containsExactly("ALL");
                assertThat(container.getSecurityContext().getCapabilities().getAdd())
                        .isEmpty();
                assertThat(container.getResources().getRequests()).containsOnlyKeys("cpu", "memory");
                assertThat(container.getResources().getLimits())
                        .containsEntry(
                                "memory", container.getResources().getRequests().get("memory"));
                assertThat(container.getImage()).contains(":").doesNotEndWith(":latest");
                assertThat(container.getVolumeMounts())
                        .extracting(VolumeMount::getName)
                        .containsExactlyInAnyOrderElementsOf(
                                pod.getVolumes().stream().map(Volume::getName).toList());
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "replicated"})
    void theUserIsTheUserOfTheImage(String overlay) throws Exception {
        PodSpec pod = pod(rendered(overlay));
        String user = Image.read().only("USER");
        assertThat(user)
                .isEqualTo(pod.getSecurityContext().getRunAsUser() + ":"
                        + pod.getSecurityContext().getRunAsGroup());
        assertThat(pod.getSecurityContext().getFsGroup())
                .isEqualTo(pod.getSecurityContext().getRunAsGroup());
        assertThat(mintmark(rendered(overlay)).getVolumeMounts())
                .filteredOn(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                .extracting(VolumeMount::getMountPath)
                .containsExactly("/tmp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "replicated"})
    void aPodEndsOnlyAfterItsRequestsAreAnswered(String overlay) throws Exception {
        Manifests manifests = rendered(overlay);
        long sleep = mintmark(manifests).getLifecycle().getPreStop().getSleep().getSeconds();
        Duration requests = new DurationConverter().convert(settings(manifests).get("QUARKUS_SHUTDOWN_TIMEOUT"));
        assertThat(sleep).isPositive();
        assertThat(pod(manifests).getTerminationGracePeriodSeconds()).isGreaterThan(sleep + requests.toSeconds());
    }

    @Test
    void devUsesEphemeralKeysInOnePod() throws Exception {
        Manifests dev = rendered("dev");
        assertThat(mintmark(dev).getVolumeMounts())
                .extracting(VolumeMount::getMountPath)
                .doesNotContain(Producers.DEFAULT_DIRECTORY.toString());
        assertThat(dev.named(Deployment.class, NAME).getSpec().getReplicas()).isEqualTo(1);
        assertThat(dev.named(Deployment.class, NAME).getSpec().getStrategy().getType())
                .isEqualTo("Recreate");
        assertThat(settings(dev)).doesNotContainKey("MINTMARK_REVOCATIONS");
    }

    @Test
    void replicasReadTheirKeysFromTheSecretOfTheDocumentation() throws Exception {
        Manifests replicated = rendered("replicated");
        VolumeMount mount = mintmark(replicated).getVolumeMounts().stream()
                .filter(each -> each.getName().equals("keys"))
                .findFirst()
                .orElseThrow();
        assertThat(mount.getMountPath()).isEqualTo(Producers.DEFAULT_DIRECTORY.toString());
        assertThat(mount.getSubPath()).isNull();
        Volume volume = pod(replicated).getVolumes().stream()
                .filter(each -> each.getName().equals("keys"))
                .findFirst()
                .orElseThrow();
        assertThat(volume.getSecret().getDefaultMode()).isEqualTo(0440);
        assertThat(Path.of("docs", "cluster.md"))
                .content()
                .contains("create secret generic " + volume.getSecret().getSecretName() + " --from-file=keys\n");
    }

    @Test
    void atLeastThreeReplicasRunAndNoneStopsBeforeItsSuccessorIsReady() throws Exception {
        Manifests replicated = rendered("replicated");
        Deployment deployment = replicated.named(Deployment.class, NAME);
        HorizontalPodAutoscaler scaler = replicated.named(HorizontalPodAutoscaler.class, NAME);
        assertThat(scaler.getSpec().getScaleTargetRef().getName()).isEqualTo(NAME);
        assertThat(scaler.getSpec().getScaleTargetRef().getKind()).isEqualTo(deployment.getKind());
        assertThat(scaler.getSpec().getScaleTargetRef().getApiVersion()).isEqualTo(deployment.getApiVersion());
        assertThat(scaler.getSpec().getMinReplicas()).isEqualTo(3);
        assertThat(deployment.getSpec().getReplicas())
                .as("the autoscaler's business")
                .isNull();
        assertThat(deployment
                        .getSpec()
                        .getStrategy()
                        .getRollingUpdate()
                        .getMaxUnavailable()
                        .getIntVal())
                .isZero();
        assertThat(pod(replicated).getTopologySpreadConstraints())
                .hasSize(2)
                .allSatisfy(spread -> assertThat(
                                selected(replicated, spread.getLabelSelector().getMatchLabels()))
                        .containsExactly(deployment));
    }

    @Test
    void replicasReachValkeyThroughTheNetworkPolicy() throws Exception {
        Manifests replicated = rendered("replicated");
        Map<String, String> settings = settings(replicated);
        assertThat(settings).containsEntry("MINTMARK_REVOCATIONS", "redis");
        URI hosts = URI.create(settings.get("QUARKUS_REDIS_HOSTS"));
        Service valkey = replicated.named(Service.class, hosts.getHost());
        Deployment server = replicated.named(Deployment.class, hosts.getHost());
        assertThat(valkey.getSpec().getPorts()).extracting(ServicePort::getPort).containsExactly(hosts.getPort());
        assertThat(container(server).getPorts())
                .extracting(ContainerPort::getContainerPort)
                .containsExactly(hosts.getPort());

        var out = replicated.named(NetworkPolicy.class, NAME).getSpec().getEgress();
        assertThat(out.get(0).getPorts()).extracting(ClusterTest::number).containsExactly(hosts.getPort());
        assertThat(selected(
                        replicated, out.get(0).getTo().get(0).getPodSelector().getMatchLabels()))
                .containsExactly(server);
        assertThat(out.get(1).getPorts()).extracting(ClusterTest::number).containsExactly(53, 53);
        assertThat(out).hasSize(2);

        var in =
                replicated.named(NetworkPolicy.class, hosts.getHost()).getSpec().getIngress();
        assertThat(in).hasSize(1);
        assertThat(in.get(0).getPorts()).extracting(ClusterTest::number).containsExactly(hosts.getPort());
        assertThat(selected(
                        replicated, in.get(0).getFrom().get(0).getPodSelector().getMatchLabels()))
                .containsExactly(replicated.named(Deployment.class, NAME));

        String claim = server.getSpec()
                .getTemplate()
                .getSpec()
                .getVolumes()
                .get(0)
                .getPersistentVolumeClaim()
                .getClaimName();
        assertThat(replicated.named(PersistentVolumeClaim.class, claim)).isNotNull();
        assertThat(server.getSpec().getStrategy().getType())
                .as("two must not write one file")
                .isEqualTo("Recreate");
    }

    /** A single pod needs no other service. */
    @Test
    void devMayOpenNoConnection() throws Exception {
        NetworkPolicy policy = rendered("dev").named(NetworkPolicy.class, NAME);
        assertThat(policy.getSpec().getPolicyTypes()).contains("Egress");
        assertThat(policy.getSpec().getEgress()).isEmpty();
    }

    @Test
    void theImageCopiesOnlyWhatIsNotIgnored() throws IOException {
        List<String> admitted = Files.readAllLines(Path.of(".dockerignore")).stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1) + '/')
                .toList();
        assertThat(Image.read().sources())
                .isNotEmpty()
                .allMatch(source -> admitted.stream().anyMatch(source::startsWith));
    }

    private static Manifests rendered(String overlay) throws Exception {
        boolean isThere = Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
        assumeTrue(isThere, "kubectl is needed to render the overlays");
        return Manifests.rendered(overlay);
    }

    private static void demandSettings(Set<String> variables, QuarkusSettings quarkus) {
        assertThat(variables).isNotEmpty();
        assertThat(SettingNames.unknownVariables(variables)).isEmpty();
        assertThat(variables)
                .filteredOn(variable -> !variable.startsWith("MINTMARK_"))
                .allMatch(quarkus::has);
    }

    private static Map<String, String> settings(Manifests manifests) {
        String name = mintmark(manifests).getEnvFrom().get(0).getConfigMapRef().getName();
        return manifests.named(ConfigMap.class, name).getData();
    }

    private static PodSpec pod(Manifests manifests) {
        return manifests.named(Deployment.class, NAME).getSpec().getTemplate().getSpec();
    }

    private static Container mintmark(Manifests manifests) {
        return container(manifests.named(Deployment.class, NAME));
    }

    private static Container container(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
    }

    private static List<HTTPGetAction> probes(Container container) {
        return Stream.of(container.getStartupProbe(), container.getReadinessProbe(), container.getLivenessProbe())
                .map(Probe::getHttpGet)
                .toList();
    }

    private static List<Deployment> selected(Manifests manifests, Map<String, String> labels) {
        assertThat(labels).isNotEmpty();
        List<Deployment> found = new ArrayList<>();
        for (Deployment deployment : manifests.all(Deployment.class)) {
            PodTemplateSpec template = deployment.getSpec().getTemplate();
            if (template.getMetadata().getLabels().entrySet().containsAll(labels.entrySet())) {
                found.add(deployment);
            }
        }
        return found;
    }

    private static void demandOne(Manifests manifests, LabelSelector selector, String name) {
        assertThat(selected(manifests, selector.getMatchLabels()))
                .extracting(deployment -> deployment.getMetadata().getName())
                .containsExactly(name);
    }

    private static int number(NetworkPolicyPort port) {
        return port.getPort().getIntVal();
    }

    private static Properties applicationProperties() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            properties.load(in);
        }
        return properties;
    }
}
