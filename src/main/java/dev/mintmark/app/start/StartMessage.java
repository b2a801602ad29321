package dev.mintmark.app.start;

import dev.mintmark.app.settings.MintmarkSettings;
import dev.mintmark.app.settings.RootIssuer;
import dev.mintmark.issuer.Issuers;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Logs one line when the API listens: where the page is, the issuer, the keys, and whether clients need an API key. */
@Singleton
final class StartMessage {
    private static final Logger LOG = Logger.getLogger("dev.mintmark");
    private static final Set<String> ALL_ADDRESSES = Set.of("0.0.0.0", "::", "[::]");

    private final MintmarkSettings settings;
    private final RootIssuer issuer;
    private final Issuers issuers;

    StartMessage(MintmarkSettings settings, RootIssuer issuer, Issuers issuers) {
        this.settings = settings;
        this.issuer = issuer;
        this.issuers = issuers;
    }

    void http(@ObservesAsync HttpServerStart start) {
        log("http", start.options());
    }

    /** With plain HTTP too, that is the line. */
    void https(@ObservesAsync HttpsServerStart start) {
        if (RootIssuer.isHttpsOnly(ConfigProvider.getConfig())) {
            log("https", start.options());
        }
    }

    private void log(String scheme, HttpServerOptions options) {
        int port = Math.max(0, options.getPort());
        LOG.info(line(scheme, options.getHost(), port));
        // Tests listen on a port of their own.
        if (LaunchMode.current() != LaunchMode.TEST) {
            issuer.warning(port).ifPresent(LOG::warn);
        }
    }

    String line(String scheme, String host, int port) {
        String name = ALL_ADDRESSES.contains(host) ? "localhost" : host;
        // The port is unknown if it is chosen at the start; the line of Quarkus has it.
        String address = scheme + "://" + name + (port == 0 ? "" : ":" + port) + '/';
        String source = issuers.root().keyRings().isEphemeral()
                ? "ephemeral"
                : settings.keys().directory().orElse("from the default directory");
        return "Mintmark is ready: page and API at " + address + ", issuer "
                + issuer.value() + ", keys " + source + ", API key authentication "
                + (settings.guard().apiKeysFile().isPresent() ? "on" : "off");
    }
}
