package dev.mintmark.service;

import dev.mintmark.assembly.Ports;
import dev.mintmark.assembly.ServiceSettings;
import dev.mintmark.assembly.Services;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.mint.TokenDefaults;
import dev.mintmark.tokens.refresh.RefreshPolicy;
import dev.mintmark.tokens.revoke.MemoryRevocations;
import dev.mintmark.tokens.verify.RevocationCheck.OnOutage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations in tests: ES256, lifetimes of 15 minutes and at most one day. */
public final class TestOperations {
    private static final Duration LIFE = Duration.ofMinutes(15);

    public static final TokenDefaults DEFAULTS = new TokenDefaults(
            new Issuer("https://issuer.example"),
            Algorithm.ES256,
            "JWT",
            Map.of(TokenType.ACCESS, LIFE, TokenType.ID, LIFE, TokenType.GENERIC, LIFE, TokenType.REFRESH, LIFE),
            Duration.ofDays(1),
            Optional.empty(),
            List.of(),
            Optional.empty());

    private TestOperations() {}

    /** All services with these keys, and an empty store of revocations. */
    public static Services services(Clock clock, KeyRings keyRings) {
        ServiceSettings settings = new ServiceSettings(
                new RefreshPolicy(Duration.ofHours(1), Duration.ZERO, 65_536), OnOutage.REFUSE, 10, Optional.empty());
        return Services.of(
                settings,
                new Ports(
                        clock,
                        new Issuers(keyRings, DEFAULTS),
                        new MemoryRevocations(clock, 100),
                        catalogue -> TokenEvents.NONE));
    }

    public static TokenOperations at(Clock clock) {
        return TokenOperations.of(
                DEFAULTS,
                new RefreshPolicy(LIFE, Duration.ZERO, 65_536),
                new MemoryRevocations(clock, 10),
                OnOutage.REFUSE,
                clock);
    }
}
