package dev.mintmark.app;

import dev.mintmark.http.guard.Guard;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Reloads the API key file. */
@Singleton
@Startup
final class ApiKeyReload {
    private static final Logger LOG = Logger.getLogger("dev.mintmark.guard");

    private final Guard guard;
    private final FileReload files;
    private final Counter reloads;
    private final Counter errors;

    ApiKeyReload(Guard guard, FileReload files, MeterRegistry metrics) {
        this.guard = guard;
        this.files = files;
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
        files.schedule(new FileReload.Target(
                "API keys",
                "API key file",
                LOG,
                guard::poll,
                swapped -> {
                    reloads.increment();
                    LOG.infof("API keys are reloaded: %d callers can mint and revoke", guard.callers());
                },
                errors::increment));
    }
}
