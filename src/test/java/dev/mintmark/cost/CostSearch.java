package dev.mintmark.cost;

import dev.mintmark.contract.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Searches for the request of each operation that costs a running service the most CPU time: random bodies from the schemas
 * of openapi.yaml, and changes of the most expensive ones so far. See docs/benchmarks.md.
 */
final class CostSearch {
    private static final int KEPT = 8;
    /** A cheaper request need not be measured again. */
    private static final Duration SUSPICIOUS = Duration.ofMillis(50);
    /** What is read of a batch, whose tokens are not bounded together. */
    private static final int MAX_READ = 512 * 1024;

    private final URI service;
    private final RequestThreads threads;
    private final Random random;
    private final HostileBodies bodies;
    private final Mutation mutation;
    private int tries;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    /**
     * A measured request.
     *
     * @param cost the CPU time, in a batch for each token; the least of several runs
     */
    record Cost(Attempt attempt, Duration cost, int status) {
        @Override
        public String toString() {
            return "%7.1f ms  %d  %,d bytes  %s".formatted(cost.toNanos() / 1e6, status, attempt.size(), attempt);
        }
    }

    /** @param seed makes the same requests again */
    CostSearch(URI service, long pid, long seed) {
        this.service = service;
        this.threads = new RequestThreads(pid);
        this.random = new Random(seed);
        this.bodies = new HostileBodies(random);
        this.mutation = new Mutation(random);
    }

    /**
     * {@code CostSearch URL PID SECONDS [PATH]} prints the most expensive request found for each operation, in so many
     * seconds for each.
     */
    public static void main(String... args) throws IOException, InterruptedException {
        CostSearch search = new CostSearch(URI.create(args[0]), Long.parseLong(args[1]), System.nanoTime());
        Duration time = Duration.ofSeconds(Long.parseLong(args[2]));
        for (Target target : Target.of(Contract.load())) {
            if (args.length < 4 || target.path().equals(args[3])) {
                long end = System.nanoTime() + time.toNanos();
                Cost worst = search.worst(target, tried -> System.nanoTime() < end);
                System.out.printf("%,7d requests  %s%n", search.tries, worst);
                save(target, worst);
            }
        }
    }

    /** The printed values are shortened, so the whole body goes to a file. */
    private static void save(Target target, Cost worst) throws IOException {
        Path directory = Files.createDirectories(Path.of("target/worst"));
        String name = target.method() + target.path().replace('/', '-') + (target.isQuery() ? "-query" : "");
        Files.write(directory.resolve(name), worst.attempt().bytes());
    }

    /** Decides after each try whether the search goes on. */
    interface Limit {
        boolean goesOn(int tried);
    }

    Cost worst(Target target, Limit limit) throws IOException, InterruptedException {
        List<Cost> kept = new ArrayList<>();
        tries = 0;
        for (int tried = 0; kept.isEmpty() || limit.goesOn(tried); tried++) {
            boolean isNew = kept.isEmpty() || random.nextInt(3) == 0;
            Attempt attempt = isNew
                    ? bodies.of(target)
                    : mutation.of(kept.get(random.nextInt(kept.size())).attempt());
            if (!attempt.isWithinLimits()) {
                continue;
            }
            Cost cost = measure(attempt);
            if (kept.size() < KEPT || cost.cost().compareTo(kept.get(KEPT - 1).cost()) > 0) {
                kept.add(least(cost));
                kept.sort(Comparator.comparing(Cost::cost).reversed());
                kept.subList(Math.min(KEPT, kept.size()), kept.size()).clear();
            }
        }
        return least(kept.get(0));
    }

    /** The first run may compile code, load classes or wait for a page of memory, so an expensive request is repeated. */
    private Cost least(Cost first) throws IOException, InterruptedException {
        Cost least = first;
        for (int i = 0; i < 3 && least.cost().compareTo(SUSPICIOUS) > 0; i++) {
            Cost again = measure(first.attempt());
            least = again.cost().compareTo(least.cost()) < 0 ? again : least;
        }
        return least;
    }

    private Cost measure(Attempt attempt) throws IOException, InterruptedException {
        tries++;
        Attempt sent = new Attempt(attempt.target(), new GenuineTokens(service, client).replace(attempt.members()));
        RequestThreads.Used before = threads.used();
        HttpResponse<InputStream> response;
        int lines = 0;
        try {
            response = client.send(sent.request(service), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] read = body.readNBytes(MAX_READ);
                for (byte each : read) {
                    lines += each == '\n' ? 1 : 0;
                }
            }
        } catch (IOException e) {
            // The service closes the connection of a request that it does not read.
            return new Cost(attempt, Duration.ZERO, 0);
        }
        RequestThreads.Used used = threads.used().since(before);
        Duration cost = Duration.ofNanos(used.request() + used.batch() / Math.max(1, lines));
        if (response.statusCode() >= 500 && response.statusCode() != 503) {
            System.out.println(String.format(Locale.ROOT, "Status %d: %s", response.statusCode(), attempt));
        }
        return new Cost(attempt, cost, response.statusCode());
    }
}
