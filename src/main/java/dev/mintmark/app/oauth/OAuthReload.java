package dev.mintmark.app.oauth;

import dev.mintmark.app.DaemonThreadFactory;
import dev.mintmark.app.settings.MintmarkSettings;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.oauth.OAuthIssuers;
import dev.mintmark.oauth.config.OAuthConfig;
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

/** Reloads the file of users and clients from start-up on, as often as keys are read. Reports to the log and to metrics. */
@Singleton
@Startup
final class OAuthReload {
    private static final Logger LOG = Logger.getLogger("dev.mintmark.oauth");

    private final OAuthFile file;
    private final OAuthIssuers issuers;
    private final boolean isEphemeral;
    private final Duration pollInterval;
    private final Counter reloads;
    private final Counter errors;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(new DaemonThreadFactory("mintmark-oauth"));

    OAuthReload(
            OAuthFile file, OAuthIssuers issuers, KeyRings keyRings, MintmarkSettings settings, MeterRegistry metrics) {
        this.file = file;
        this.issuers = issuers;
        this.isEphemeral = keyRings.isEphemeral();
        this.pollInterval = settings.keys().pollInterval();
        this.reloads = Counter.builder("mintmark.oauth.reloads")
                .description("Files of users and clients loaded after start-up")
                .register(metrics);
        this.errors = Counter.builder("mintmark.oauth.reload.failures")
                .description("Polls that found the file of users and clients invalid; the last valid one stays")
                .register(metrics);
    }

    @PostConstruct
    void start() {
        if (!issuers.areServed()) {
            LOG.info("OAuth is off: mintmark.oauth.enabled is false, or mintmark.issuer is not an http or https URL");
            return;
        }
        OAuthConfig config = file.configs().get();
        LOG.infof(
                "OAuth issuers are served: %d users and %d clients are known%s",
                config.users().size(),
                config.clients().size(),
                isEphemeral ? "; with keys of this process alone, replicas cannot share logins" : "");
        if (file.isGiven()) {
            long millis = pollInterval.toMillis();
            // The future is not needed: the task runs until stop and reports its own failures.
            var unused = thread.scheduleWithFixedDelay(this::poll, millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    /** A scheduled task must not throw: the schedule would stop silently. */
    private void poll() {
        try {
            Optional<String> before = file.lastError();
            report(file.poll(), before);
        } catch (RuntimeException e) {
            errors.increment();
            LOG.errorf("Polling %s failed: %s", OAuthFile.SETTING, e.getClass().getName());
        }
    }

    private void report(OAuthFile.Outcome outcome, Optional<String> before) {
        switch (outcome) {
            case LOADED -> {
                reloads.increment();
                OAuthConfig config = file.configs().get();
                LOG.infof(
                        "Users and clients are reloaded: %d users, %d clients",
                        config.users().size(), config.clients().size());
            }
            case REJECTED -> {
                errors.increment();
                if (!file.lastError().equals(before)) {
                    LOG.errorf(
                            "The new file of users and clients is rejected, the last valid one stays: %s",
                            file.lastError().orElse(""));
                }
            }
            case UNCHANGED -> {
                if (before.isPresent()) {
                    LOG.info("The file of users and clients is valid again");
                }
            }
        }
    }
}
