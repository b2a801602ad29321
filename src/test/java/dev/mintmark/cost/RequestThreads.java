package dev.mintmark.cost;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The CPU time of the threads that handle requests in a process of Linux: those of the server and of the service, not those
 * of the JIT compilers and of garbage collection.
 *
 * @param pid the process id of the service
 */
record RequestThreads(long pid) {
    /** The kernel keeps 15 characters of the name of a thread. */
    private static final List<String> NAMES = List.of("executor-thread", "vert.x-", "mintmark-secret");

    private static final String BATCH = "mintmark-batch";

    /**
     * CPU times in nanoseconds.
     *
     * @param request of the threads that read, answer and advise
     * @param batch of the threads that mint the tokens of batches
     */
    record Used(long request, long batch) {
        Used since(Used earlier) {
            return new Used(request - earlier.request, batch - earlier.batch);
        }
    }

    /** Whether this system tells the CPU time of threads. */
    static boolean areMeasurable() {
        return Files.isReadable(Path.of("/proc/self/schedstat"));
    }

    Used used() {
        Map<String, Long> sums = new HashMap<>();
        for (Path thread : threads()) {
            try {
                String name = Files.readString(thread.resolve("comm"));
                String[] times = Files.readString(thread.resolve("schedstat")).split(" ", 2);
                sums.merge(group(name), Long.parseLong(times[0]), Long::sum);
            } catch (IOException e) {
                // The thread has ended since it was listed.
                continue;
            }
        }
        return new Used(sums.getOrDefault("request", 0L), sums.getOrDefault("batch", 0L));
    }

    private static String group(String name) {
        if (name.startsWith(BATCH)) {
            return "batch";
        }
        return NAMES.stream().anyMatch(name::startsWith) ? "request" : "other";
    }

    private List<Path> threads() {
        List<Path> threads = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
            all.forEach(threads::add);
        } catch (IOException e) {
            throw new IllegalStateException("There is no process " + pid, e);
        }
        return threads;
    }
}
