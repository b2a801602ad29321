package dev.mintmark.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.Pem;
import dev.mintmark.keys.KubeletMount;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Secret is rotated under load: two packaged services see each edit at different times, as with two kubelets, and no token
 * fails at either. Times are scaled down. Runs one rotation by default; {@code bench/rotation} runs more.
 */
class RotationIT {
    private static final Duration GOES_ON = Duration.ofSeconds(Integer.getInteger("mintmark.rotation.seconds", 0));

    /** The delay between the two kubelets. */
    private static final Duration LAG = Duration.ofSeconds(1);

    private static final int CLIENTS = 2;

    @TempDir
    Path directory;

    private final Map<String, byte[]> secret = new LinkedHashMap<>();
    private final List<KubeletMount> mounts = new ArrayList<>();
    private final List<Replica> replicas = new ArrayList<>();
    private int rotations;

    @BeforeEach
    void start() throws Exception {
        RestAssured.replaceFiltersWith(List.of());
        addKeys(0);
        activate(0);
        for (String name : List.of("one", "other")) {
            Path mounted = Files.createDirectory(directory.resolve(name));
            mounts.add(new KubeletMount(mounted));
            mounts.get(mounts.size() - 1).write(secret);
            Map<String, String> settings =
                    Map.of("MINTMARK_KEYS_POLL_INTERVAL", "1s", "MINTMARK_KEYS_JWKS_MAX_AGE", "1s");
            replicas.add(new Replica(directory, mounted, settings));
        }
        for (Replica replica : replicas) {
            replica.awaitReady();
        }
    }

    @AfterEach
    void stop() throws Exception {
        for (Replica replica : replicas) {
            replica.kill();
        }
    }

    @Test
    void noTokenFailsWhileTheKeysOfAllAlgorithmsAreRotated() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        long end = System.nanoTime() + GOES_ON.toNanos();
        try {
            List<Future<RotationClient>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Replica issuer = replicas.get(i % 2);
                Replica verifier = replicas.get((i + 1) % 2);
                clients.add(threads.submit(new RotationClient(issuer, verifier, () -> !over.get())));
            }
            do {
                rotate(rotations, rotations + 1);
                rotations++;
            } while (System.nanoTime() < end && clients.stream().noneMatch(Future::isDone));
            over.set(true);
            report(clients);
        } finally {
            threads.shutdownNow();
        }
    }

    private void report(List<Future<RotationClient>> clients) throws Exception {
        int minted = 0;
        int verified = 0;
        int fetched = 0;
        TreeSet<String> keyIds = new TreeSet<>();
        for (Future<RotationClient> future : clients) {
            RotationClient client = future.get(30, TimeUnit.SECONDS);
            minted += client.minted;
            verified += client.verified;
            fetched += client.fetched;
            keyIds.addAll(client.keyIds);
        }
        System.out.printf(
                "%d rotations: %d tokens minted, %d verifications by JWKS and by the other service, %d JWKS fetched,"
                        + " %d keys signed, nothing failed%n",
                rotations, minted, verified, fetched, keyIds.size());
        assertThat(verified).isPositive();
        assertThat(keyIds).as("the keys that signed").hasSize((rotations + 1) * Algorithm.values().length);
    }

    private void rotate(int old, int next) throws Exception {
        addKeys(next);
        edit(next, "announced");
        pause(RotationClient.ANNOUNCED.plus(RotationClient.CACHED));

        activate(next);
        edit(next, "active");
        assertThat(states(replicas.get(0), old)).containsOnly("retired");
        refuseABrokenOne();
        pause(RotationClient.LIFE.plus(RotationClient.CACHED));

        secret.keySet().removeIf(name -> name.startsWith(prefix(old)));
        edit(old, null);
        for (Replica replica : replicas) {
            // Refresh tokens with the default lifetime of 30 days would outlive it.
            assertThat(replica.log()).contains("The key %shs256.secret was removed".formatted(prefix(old)));
        }
        pause(RotationClient.CACHED);
    }

    /** Edits both directories in turn; returns when both services have loaded the edit. */
    private void edit(int generation, String state) throws Exception {
        for (KubeletMount mount : mounts) {
            mount.write(secret);
            pause(LAG);
        }
        for (Replica replica : replicas) {
            await(() -> states(replica, generation).equals(state == null ? List.of() : allIn(state)));
        }
    }

    private void refuseABrokenOne() throws Exception {
        List<String> jwks = new ArrayList<>();
        for (Replica replica : replicas) {
            jwks.add(replica.get("/keys/jwks").asString());
        }
        String failures = "(?s).*mintmark_keys_reload_failures_total [1-9].*";
        Map<String, byte[]> broken = new LinkedHashMap<>(secret);
        broken.put("broken.pem", "-----BEGIN PRIVATE KEY-----\nhalf a k".getBytes(UTF_8));
        for (int i = 0; i < replicas.size(); i++) {
            Replica replica = replicas.get(i);
            mounts.get(i).write(broken);
            await(() -> replica.ready().asString().contains("broken.pem"));
            assertThat(replica.ready().statusCode()).isEqualTo(200);
            assertThat(replica.metrics()).matches(failures);
            assertThat(replica.log()).contains("The new keys are refused").doesNotContain("half a k");
            assertThat(replica.get("/keys/jwks").asString()).isEqualTo(jwks.get(i));
        }
        for (int i = 0; i < replicas.size(); i++) {
            Replica replica = replicas.get(i);
            mounts.get(i).write(secret);
            await(() -> !replica.ready().asString().contains("refused"));
        }
    }

    private static List<String> allIn(String state) {
        return List.of(Algorithm.values()).stream().map(algorithm -> state).toList();
    }

    private static List<String> states(Replica replica, int generation) {
        return replica.get("/keys").path("keys.findAll { it.file.startsWith('" + prefix(generation) + "') }.state");
    }

    private void addKeys(int generation) {
        for (Algorithm algorithm : Algorithm.values()) {
            Jwk key = GeneratedKey.of(algorithm);
            String name = prefix(generation) + algorithm.joseName().toLowerCase(java.util.Locale.ROOT);
            if (key.isSecret()) {
                secret.put(
                        name + ".secret",
                        key.insecurePrivateJson().path("k").textValue().getBytes(UTF_8));
            } else {
                secret.put(name + ".pem", Pem.insecurePrivateText(key).getBytes(UTF_8));
            }
        }
    }

    private void activate(int generation) {
        String names = String.join(
                "\n",
                secret.keySet().stream()
                        .filter(name -> name.startsWith(prefix(generation)))
                        .toList());
        secret.put("active", names.getBytes(UTF_8));
    }

    private static String prefix(int generation) {
        return "%04d.".formatted(generation);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    private static void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis());
    }
}
