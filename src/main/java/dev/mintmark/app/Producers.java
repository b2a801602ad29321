package dev.mintmark.app;

import dev.mintmark.advice.Catalogue;
import dev.mintmark.app.settings.CryptoProvider;
import dev.mintmark.app.settings.MintmarkSettings;
import dev.mintmark.app.settings.RootIssuer;
import dev.mintmark.assembly.Ports;
import dev.mintmark.assembly.ServiceSettings;
import dev.mintmark.assembly.Services;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.service.TokenService;
import dev.mintmark.service.batch.BatchMinter;
import dev.mintmark.service.read.RequestChecks;
import dev.mintmark.smallrye.SmallRyeSigner;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.Revocations;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.mint.TokenDefaults;
import dev.mintmark.tokens.refresh.RefreshPolicy;
import dev.mintmark.tokens.revoke.MemoryRevocations;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Produces the application-scoped objects from the settings. */
@Dependent
public final class Producers {
    /** The conventional mount path of the Kubernetes Secret; it may be absent. */
    static final Path DEFAULT_DIRECTORY = Path.of("/etc/mintmark/keys");

    /** Ephemeral keys take a second or two. A request waits this long for them and then gets a 503. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger("dev.mintmark.advice");
    private final MintmarkSettings settings;

    Producers(MintmarkSettings settings) {
        this.settings = settings;
    }

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    RootIssuer rootIssuer() {
        return RootIssuer.of(settings.issuer(), ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    TokenDefaults tokenDefaults(RootIssuer issuer) {
        Algorithm algorithm = Algorithm.parse(settings.algorithm())
                .orElseThrow(
                        () -> new IllegalArgumentException("mintmark.algorithm is not an algorithm of the service"));
        Map<TokenType, Duration> lifetimes = Map.of(
                TokenType.ACCESS, settings.lifetime().access(),
                TokenType.ID, settings.lifetime().id(),
                TokenType.REFRESH, settings.lifetime().refresh(),
                TokenType.GENERIC, settings.lifetime().generic());
        return new TokenDefaults(
                new Issuer(issuer.value()),
                algorithm,
                settings.accessToken().typ(),
                lifetimes,
                settings.lifetime().maximum(),
                settings.subject(),
                settings.audience().orElse(List.of()),
                settings.clientId());
    }

    /** Chooses the crypto provider first, because it loads the keys; for ephemeral keys the choice is made when they are generated. */
    @Produces
    @Singleton
    Issuers issuers(CryptoSetup crypto, TokenDefaults defaults) {
        Optional<Path> directory = directory(settings.keys().directory());
        if (directory.isPresent() || settings.crypto() == CryptoProvider.NATIVE) {
            crypto.make();
        }
        KeyRings keyRings = directory
                .map(path -> KeyRings.load(path, settings.keys().announce(), SmallRyeSigner.ENGINE))
                .orElseGet(() -> KeyRings.ephemeral(TIMEOUT, SmallRyeSigner.ENGINE));
        return new Issuers(keyRings, defaults);
    }

    /** The key directory: the setting, or the default path if it exists; empty for ephemeral keys. */
    public static Optional<Path> directory(Optional<String> setting) {
        return setting.map(Path::of).or(() -> Optional.of(DEFAULT_DIRECTORY).filter(Files::exists));
    }

    /** Composed during start-up: a list of secrets that cannot be read, or a store without an address, stops it. */
    void startUp(@Observes StartupEvent event, Services services) {
        LOG.debugf(
                "%d rules, revocations in %s",
                services.catalogue().rules().size(), settings.revocations().store());
    }

    @Produces
    @Singleton
    ServiceSettings serviceSettings() {
        RefreshPolicy refresh = new RefreshPolicy(
                settings.refresh().familyLifetime(),
                settings.refresh().grace(),
                Math.toIntExact(settings.limits().token().asLongValue()));
        return new ServiceSettings(
                refresh,
                settings.revocations().onOutage(),
                settings.batch().maximum(),
                settings.advice().secretsFile().map(Path::of));
    }

    @Produces
    @Singleton
    Ports ports(Issuers issuers, Revocations revocations, MeterRegistry metrics, Clock clock) {
        return new Ports(clock, issuers, revocations, catalogue -> new TokenMetrics(metrics, catalogue));
    }

    @Produces
    @Singleton
    Services services(ServiceSettings service, Ports ports) {
        return Services.of(service, ports);
    }

    void close(@Disposes Services services) {
        services.close();
    }

    @Produces
    @Singleton
    Catalogue catalogue(Services services) {
        return services.catalogue();
    }

    @Produces
    @Singleton
    TokenService tokenService(Services services) {
        return services.tokens();
    }

    @Produces
    @Singleton
    RequestChecks requestChecks(Issuers issuers, Clock clock) {
        return new RequestChecks(issuers, clock);
    }

    @Produces
    @Singleton
    BatchMinter batchMinter(Services services) {
        return services.batches();
    }

    @Produces
    @Singleton
    MeteredRevocations revocations(Clock clock, Instance<RedisAPI> redis, MeterRegistry metrics) {
        Revocations store = switch (settings.revocations().store()) {
            case MEMORY -> new MemoryRevocations(clock, settings.revocations().maximum());
            case REDIS ->
                RedisRevocations.connect(
                        redis.get(), clock, settings.revocations().maximum());
        };
        return new MeteredRevocations(store, metrics);
    }
}
