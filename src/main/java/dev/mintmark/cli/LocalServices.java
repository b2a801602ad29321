package dev.mintmark.cli;

import dev.mintmark.assembly.Ports;
import dev.mintmark.assembly.ServiceSettings;
import dev.mintmark.assembly.Services;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.service.TokenEvents;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.mint.TokenDefaults;
import dev.mintmark.tokens.refresh.RefreshPolicy;
import dev.mintmark.tokens.revoke.MemoryRevocations;
import dev.mintmark.tokens.verify.RevocationCheck;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The services in this process, with the defaults of the service and the keys that {@code --keys} names. */
final class LocalServices {
    /** The defaults of the settings {@code mintmark.*}; a test compares the two. */
    static final TokenDefaults DEFAULTS = new TokenDefaults(
            new Issuer("http://localhost:8080"),
            Algorithm.RS256,
            "JWT",
            Map.of(
                    TokenType.ACCESS, Duration.ofMinutes(15),
                    TokenType.ID, Duration.ofMinutes(15),
                    TokenType.GENERIC, Duration.ofMinutes(15),
                    TokenType.REFRESH, Duration.ofDays(30)),
            Duration.ofDays(3650),
            Optional.empty(),
            List.of(),
            Optional.empty());

    static final ServiceSettings SETTINGS = new ServiceSettings(
            new RefreshPolicy(Duration.ofDays(30), Duration.ZERO, 64 * 1024),
            RevocationCheck.OnOutage.REFUSE,
            100_000,
            Optional.empty());

    /** How long a call waits for a key that is being made. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "A key directory of the service. Without it, a new key signs and is lost afterwards.")
    private Optional<Path> keys = Optional.empty();

    /** Whether the caller named a key directory. */
    boolean hasKeys() {
        return keys.isPresent();
    }

    /** Services with the keys of the directory, or with one new key of the algorithm. */
    Services withKeys(Clock clock, Algorithm algorithm) {
        if (keys.isPresent()) {
            return of(clock, KeyRings.load(keys.get(), 0, JwsEngine.PLAIN));
        }
        KeyRings rings = KeyRings.ephemeral(Duration.ZERO, JwsEngine.PLAIN);
        rings.makeFirstKey(algorithm, () -> GeneratedKey.of(algorithm));
        return of(clock, rings);
    }

    /** Services for a long run. New keys are made on a thread of its own; calls wait for those that they need. */
    Services withAllKeys(Clock clock) {
        if (keys.isPresent()) {
            return of(clock, KeyRings.load(keys.get(), 0, JwsEngine.PLAIN));
        }
        KeyRings rings = KeyRings.ephemeral(TIMEOUT, JwsEngine.PLAIN);
        Thread maker = new Thread(() -> rings.makeEphemeralKeys(Algorithm.RS256), "mintmark-keys");
        maker.setDaemon(true);
        maker.start();
        return of(clock, rings);
    }

    /** Services that do not sign, for which no key is generated. */
    Services withoutNewKey(Clock clock) {
        return keys.isPresent()
                ? of(clock, KeyRings.load(keys.get(), 0, JwsEngine.PLAIN))
                : of(clock, KeyRings.ephemeral(Duration.ZERO, JwsEngine.PLAIN));
    }

    private static Services of(Clock clock, KeyRings rings) {
        Ports ports = new Ports(
                clock, new Issuers(rings, DEFAULTS), new MemoryRevocations(clock, 1000), catalogue -> TokenEvents.NONE);
        return Services.of(SETTINGS, ports);
    }
}
