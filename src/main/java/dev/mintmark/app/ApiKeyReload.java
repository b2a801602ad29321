package dev.mintmark.app;

import dev.mintmark.app.settings.MintmarkSettings;
import dev.mintmark.http.guard.Guard;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Polls the API key file as often as the key directory, and reports changes in the log and in metrics. */
@Singleton
@Startup
final class ApiKeyReload {
    private static final Logger LOG = Logger.getLogger("dev.mintmark.guard");

    private final Guard guard;
    private final Duration pollInterval;
    private final Counter reloads;
    private final Counter errors;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(new DaemonThreadFactory("mintmark-guard"));

    ApiKeyReload(Guard guard, MintmarkSettings settings, MeterRegistry metrics) {
        this.guard = guard;
        this.pollInterval = settings.keys().pollInterval();
        this.reloads = Counter.builder("mintmark.guard.reloads")
                .description("API key files loaded after start-up")
                .register(metrics);
        this.errors = Counter.builder("mintmark.guard.reload.failures")
                .description("Polls that found the API key file invalid; the last valid callers stay")
                .register(metrics);
    }

    @PostConstruct
    void start() {
        if (guard.isOpen()) {
            LOG.warnf(
                    "API key authentication is off: every client that reaches the port can mint and revoke. Set %s.",
                    Guard.SETTING);
            return;
        }
        LOG.infof("API keys are loaded: %d callers can mint and revoke", guard.callers());
        long millis = pollInterval.toMillis();
        // The future is not needed: the task runs until stop and reports its own failures.
        var unused = thread.scheduleWithFixedDelay(this::poll, millis, millis, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    /** Must not throw: the executor would silently stop the schedule. */
    private void poll() {
        try {
            Optional<String> before = guard.lastError();
            report(guard.poll(), before);
        } catch (RuntimeException e) {
            errors.increment();
            LOG.errorf("Polling the API keys failed: %s", e.getClass().getName());
        }
    }

    private void report(Guard.Outcome outcome, Optional<String> before) {
        switch (outcome) {
            case TAKEN -> {
                reloads.increment();
                LOG.infof("API keys are reloaded: %d callers can mint and revoke", guard.callers());
            }
            case REFUSED -> {
                errors.increment();
                if (!guard.lastError().equals(before)) {
                    LOG.errorf(
                            "The new API keys are refused, the last valid ones stay: %s",
                            guard.lastError().orElse(""));
                }
            }
            case UNCHANGED -> {
                if (before.isPresent()) {
                    LOG.info("The API key file is valid again");
                }
            }
        }
    }
}
