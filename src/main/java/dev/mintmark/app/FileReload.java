package dev.mintmark.app;

import dev.mintmark.app.settings.MintmarkSettings;
import dev.mintmark.keys.PollResult;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Polls the files that the service reloads, and reports changes in the log and in metrics. A target reads and checks its
 * file as a whole, swaps one reference, and keeps the last valid content. Polls run on a thread of their own, so that a
 * reload does not wait for the worker threads of requests.
 */
@Singleton
public final class FileReload {
    private final Scheduler scheduler;
    private final Duration interval;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(new DaemonThreadFactory("mintmark-reload"));

    /**
     * What is reloaded.
     *
     * @param content the plural noun for the content in log lines, for example {@code keys}
     * @param source the noun for the file or directory in log lines
     * @param log the category of log lines
     * @param poll reads the source once
     * @param swapped reports new content
     * @param refused counts a poll that found the source invalid
     */
    public record Target(
            String content,
            String source,
            Logger log,
            Supplier<PollResult> poll,
            Consumer<PollResult> swapped,
            Runnable refused) {}

    FileReload(Scheduler scheduler, MintmarkSettings settings) {
        this.scheduler = scheduler;
        this.interval = settings.keys().pollInterval();
    }

    /** Polls the target until the service stops. */
    public void schedule(Target target) {
        var unused = scheduler
                .newJob("reload " + target.content())
                .setInterval(interval.toString())
                .setDelayed(interval.toString())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setAsyncTask(execution -> Uni.createFrom()
                        .item(target)
                        .invoke(FileReload::poll)
                        .runSubscriptionOn(thread)
                        .replaceWithVoid())
                .schedule();
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    private static void poll(Target target) {
        try {
            report(target, target.poll().get());
        } catch (RuntimeException e) {
            target.refused().run();
            target.log()
                    .errorf(
                            "Polling the %s failed: %s",
                            target.source(), e.getClass().getName());
        }
    }

    private static void report(Target target, PollResult poll) {
        switch (poll.outcome()) {
            case SWAPPED -> target.swapped().accept(poll);
            case REFUSED -> {
                target.refused().run();
                if (poll.isNews()) {
                    target.log()
                            .errorf(
                                    "The new %s are refused, the last valid ones stay: %s",
                                    target.content(), poll.error().orElse(""));
                }
            }
            case UNCHANGED -> {
                if (poll.isNews()) {
                    target.log().infof("The %s is valid again", target.source());
                }
            }
        }
    }
}
