package dev.mintmark.app.oauth;

import dev.mintmark.app.FileReload;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.oauth.OAuthIssuers;
import dev.mintmark.oauth.config.OAuthConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Reloads the file of users and clients from start-up on. Reports to the log and to metrics. */
@Singleton
@Startup
final class OAuthReload {
    private static final Logger LOG = Logger.getLogger("dev.mintmark.oauth");

    private final OAuthFile file;
    private final OAuthIssuers issuers;
    private final boolean isEphemeral;
    private final FileReload files;
    private final Counter reloads;
    private final Counter errors;

    OAuthReload(OAuthFile file, OAuthIssuers issuers, Issuers keys, FileReload files, MeterRegistry metrics) {
        this.file = file;
        this.issuers = issuers;
        this.isEphemeral = keys.root().keyRings().isEphemeral();
        this.files = files;
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
        LOG.infof(
                "OAuth issuers are served: %s are known%s",
                content(), isEphemeral ? "; with keys of this process alone, replicas cannot share logins" : "");
        if (file.isGiven()) {
            files.schedule(new FileReload.Target(
                    "users and clients",
                    "file of users and clients",
                    LOG,
                    file::poll,
                    swapped -> {
                        reloads.increment();
                        LOG.infof("Users and clients are reloaded: %s", content());
                    },
                    errors::increment));
        }
    }

    private String content() {
        OAuthConfig config = file.configs().get();
        return config.users().size() + " users and " + config.clients().size() + " clients";
    }
}
