package dev.mintmark.app;

import dev.mintmark.advice.Advisor;
import dev.mintmark.advice.Catalogue;
import dev.mintmark.advice.glossary.Glossary;
import dev.mintmark.advice.rules.AllRules;
import dev.mintmark.advice.secrets.SecretScan;
import dev.mintmark.advice.secrets.WellKnownSecrets;
import dev.mintmark.app.settings.CryptoProvider;
import dev.mintmark.app.settings.MintmarkSettings;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.service.AdviceService;
import dev.mintmark.service.TokenEvents;
import dev.mintmark.service.TokenOperations;
import dev.mintmark.service.TokenService;
import dev.mintmark.service.batch.BatchMinter;
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
    TokenDefaults tokenDefaults() {
        Algorithm algorithm = Algorithm.parse(settings.algorithm())
                .orElseThrow(
                        () -> new IllegalArgumentException("mintmark.algorithm is not an algorithm of the service"));
        Map<TokenType, Duration> lifetimes = Map.of(
                TokenType.ACCESS, settings.lifetime().access(),
                TokenType.ID, settings.lifetime().id(),
                TokenType.REFRESH, settings.lifetime().refresh(),
                TokenType.GENERIC, settings.lifetime().generic());
        return new TokenDefaults(
                new Issuer(settings.issuer()),
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
    KeyRings keyRings(CryptoSetup crypto) {
        Optional<Path> directory = directory(settings.keys().directory());
        if (directory.isPresent() || settings.crypto() == CryptoProvider.NATIVE) {
            crypto.make();
        }
        return directory
                .map(path -> KeyRings.load(path, settings.keys().announce(), SmallRyeSigner.ENGINE))
                .orElseGet(() -> KeyRings.ephemeral(TIMEOUT, SmallRyeSigner.ENGINE));
    }

    /** The key directory: the setting, or the default path if it exists; empty for ephemeral keys. */
    public static Optional<Path> directory(Optional<String> setting) {
        return setting.map(Path::of).or(() -> Optional.of(DEFAULT_DIRECTORY).filter(Files::exists));
    }

    @Produces
    @Singleton
    WellKnownSecrets wellKnownSecrets() {
        return WellKnownSecrets.load(settings.advice().secretsFile().map(Path::of));
    }

    @Produces
    @Singleton
    Catalogue catalogue() {
        return new Catalogue(AllRules.list());
    }

    @Produces
    @Singleton
    SecretScan secretScan(WellKnownSecrets secrets) {
        return new SecretScan(secrets, SecretScan.DEFAULT_TIMEOUT);
    }

    void close(@Disposes SecretScan scan) {
        scan.close();
    }

    /** Creates these beans at start-up: an unreadable list or a store without an address stops it, and metrics start at zero. */
    void startUp(@Observes StartupEvent event, WellKnownSecrets secrets, Revocations revocations, TokenEvents events) {
        LOG.debugf("%d forms of well-known secrets are known", secrets.size());
        LOG.debugf(
                "Revocations are kept by %s, metrics by %s",
                settings.revocations().store(), events.getClass());
    }

    @Produces
    @Singleton
    TokenOperations operations(TokenDefaults defaults, Revocations revocations, Clock clock) {
        RefreshPolicy refresh = new RefreshPolicy(
                settings.refresh().familyLifetime(), settings.refresh().grace(), maxTokenLength());
        return TokenOperations.of(
                defaults, refresh, revocations, settings.revocations().onOutage(), clock);
    }

    @Produces
    @Singleton
    MeteredRevocations revocations(Clock clock, Instance<RedisAPI> redis, MeterRegistry metrics) {
        Revocations store = switch (settings.revocations().store()) {
            case MEMORY -> new MemoryRevocations(clock, settings.revocations().maximum());
            case REDIS -> RedisRevocations.connect(redis.get(), clock);
        };
        return new MeteredRevocations(store, metrics);
    }

    @Produces
    @Singleton
    TokenEvents events(MeterRegistry metrics, Catalogue catalogue) {
        return new TokenMetrics(metrics, catalogue);
    }

    @Produces
    @Singleton
    TokenService tokenService(
            TokenOperations operations,
            TokenDefaults defaults,
            KeyRings keyRings,
            Clock clock,
            Catalogue catalogue,
            WellKnownSecrets secrets,
            SecretScan scan,
            TokenEvents events) {
        Duration keyRetention = keyRings.isEphemeral() ? Duration.ZERO : defaults.maxDefaultLifetime();
        return new TokenService(
                operations,
                new AdviceService(new Advisor(catalogue, secrets, scan), new Glossary(), clock, events, keyRetention),
                defaults,
                clock,
                keyRings,
                maxTokenLength(),
                events);
    }

    @Produces
    @Singleton
    BatchMinter batchMinter(
            TokenOperations operations, TokenDefaults defaults, KeyRings keyRings, Clock clock, TokenEvents events) {
        return new BatchMinter(
                operations, defaults, clock, keyRings, settings.batch().maximum(), events);
    }

    private int maxTokenLength() {
        return Math.toIntExact(settings.limits().token().asLongValue());
    }
}
