package dev.mintmark.app;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Pem;
import dev.mintmark.keys.KubeletMount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Two packaged services whose keys are one Secret with RSA keys, which two kubelets mount. */
final class MountedReplicas {
    /** How much later the second kubelet writes an edit. */
    private static final Duration LAG = Duration.ofMillis(700);

    private final Map<String, byte[]> secret = new LinkedHashMap<>();
    private final List<KubeletMount> mounts = new ArrayList<>();
    private final List<Replica> replicas = new ArrayList<>();

    /** @param redis the URL of the store that both share */
    MountedReplicas(Path directory, String redis) throws Exception {
        addKey("a.pem");
        secret.put("active", "a.pem".getBytes(US_ASCII));
        for (String name : List.of("one", "other")) {
            Path mounted = Files.createDirectory(directory.resolve(name));
            mounts.add(new KubeletMount(mounted));
            mounts.get(mounts.size() - 1).write(secret);
            replicas.add(new Replica(
                    directory,
                    mounted,
                    Map.of(
                            // Each has its own port here, which the issuer would follow.
                            "MINTMARK_ISSUER", "http://localhost:8080",
                            "MINTMARK_ALGORITHM", "RS256",
                            "MINTMARK_REVOCATIONS", "redis",
                            "QUARKUS_REDIS_HOSTS", redis,
                            "MINTMARK_KEYS_POLL_INTERVAL", "1s",
                            "MINTMARK_KEYS_JWKS_MAX_AGE", "1s")));
        }
        for (Replica replica : replicas) {
            replica.awaitReady();
        }
    }

    /** A replica; any number names one of the two. */
    Replica get(int number) {
        return replicas.get(number % replicas.size());
    }

    private void addKey(String name) {
        secret.put(
                name, Pem.insecurePrivateText(GeneratedKey.of(Algorithm.RS256)).getBytes(US_ASCII));
    }

    /** Announces another key, and returns when both know it. */
    void announce(String key) throws Exception {
        addKey(key);
        mount(key, "announced");
    }

    /** Has another key sign, and returns when both do so. */
    void activate(String key) throws Exception {
        secret.put("active", key.getBytes(US_ASCII));
        mount(key, "active");
    }

    private void mount(String key, String state) throws Exception {
        for (KubeletMount mount : mounts) {
            mount.write(secret);
            TimeUnit.MILLISECONDS.sleep(LAG.toMillis());
        }
        for (Replica replica : replicas) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() ->
                            state.equals(replica.get("/keys").path("keys.find { it.file == '" + key + "' }?.state")));
        }
    }

    void stop() throws InterruptedException {
        for (Replica replica : replicas) {
            replica.kill();
        }
    }
}
