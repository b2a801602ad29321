package dev.mintmark.app.settings;

import dev.mintmark.tokens.verify.RevocationCheck;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All settings of {@code mintmark.*} (environment {@code MINTMARK_*}) with their defaults. Durations are written as in
 * requests ({@code 15m}, {@code PT15M}, seconds) and sizes as {@code 64K}.
 */
@ConfigMapping(prefix = "mintmark")
public interface MintmarkSettings {
    /** The algorithm that signs by default, unless it is set. */
    String ALGORITHM = "RS256";

    /** The {@code iss} of tokens; never taken from the Host header. */
    @WithDefault("http://localhost:8080")
    String issuer();

    /** Signs when neither algorithm nor key is asked for. */
    @WithDefault(ALGORITHM)
    String algorithm();

    AccessToken accessToken();

    Lifetime lifetime();

    /** The {@code sub} where none is asked for. */
    Optional<String> subject();

    /** The {@code aud} where none is asked for. */
    Optional<List<String>> audience();

    /** The {@code client_id} of access tokens where none is asked for. */
    Optional<String> clientId();

    Refresh refresh();

    Revoking revocations();

    Keys keys();

    Limits limits();

    Batch batch();

    Guard guard();

    Advice advice();

    /** Whose code signs and verifies, chosen once at the start. */
    @WithDefault("auto")
    CryptoProvider crypto();

    /** Access tokens. */
    interface AccessToken {
        /** The {@code typ}; {@code at+jwt} is better, {@code JWT} is what every verifier takes. */
        @WithDefault("JWT")
        String typ();
    }

    /** Lives from {@code iat} to {@code exp}. */
    interface Lifetime {
        @WithDefault("15m")
        @WithConverter(DurationConverter.class)
        Duration access();

        @WithDefault("15m")
        @WithConverter(DurationConverter.class)
        Duration id();

        @WithDefault("15m")
        @WithConverter(DurationConverter.class)
        Duration generic();

        @WithDefault("30d")
        @WithConverter(DurationConverter.class)
        Duration refresh();

        /** Above this a request is refused with 422: ten years. */
        @WithDefault("3650d")
        @WithConverter(DurationConverter.class)
        Duration maximum();
    }

    /** Families of access and refresh tokens. */
    interface Refresh {
        /** From the first token of a family to the end of its last refresh token. */
        @WithDefault("30d")
        @WithConverter(DurationConverter.class)
        Duration familyLifetime();

        /** Within it a refresh token that is redeemed again gives the same successor, and ends no family. */
        @WithDefault("0s")
        @WithConverter(DurationConverter.class)
        Duration grace();
    }

    /** Where revocations are remembered. */
    interface Revoking {
        /** {@code mintmark.revocations} itself. */
        @WithParentName
        @WithDefault("memory")
        Store store();

        /** What becomes of verifications while the store cannot be asked. */
        @WithDefault("refuse")
        RevocationCheck.OnOutage onOutage();

        /** Above so many in memory a new one is refused with 503. */
        @WithConverter(MinimumConverters.One.class)
        @WithDefault("1000000")
        int maximum();

        /** The stores there are. */
        enum Store {
            /** This process alone. */
            MEMORY,
            /** Redis or Valkey at {@code quarkus.redis.hosts}, for all replicas. */
            REDIS
        }
    }

    /** The service's keys. */
    interface Keys {
        /** Where the keys are mounted; without it the default path is used if it exists, else ephemeral keys. */
        Optional<String> directory();

        /** How often the directory is looked at, at least a second apart. */
        @WithDefault("5s")
        @WithConverter(MinimumConverters.Second.class)
        Duration pollInterval();

        /** How many polls a key is announced that is first seen when it is to sign. */
        @WithConverter(MinimumConverters.Zero.class)
        @WithDefault("2")
        int announce();

        /** How long caches may keep the JWKS. */
        @WithDefault("60s")
        @WithConverter(DurationConverter.class)
        Duration jwksMaxAge();
    }

    /** Bounds on what is read. */
    interface Limits {
        /** Request body; above it 413. */
        @WithDefault("256K")
        MemorySize body();

        /** Compact token at decode and verify. */
        @WithDefault("64K")
        MemorySize token();

        /** Requests under way at once; above it 503. */
        @WithConverter(MinimumConverters.One.class)
        @WithDefault("1000")
        int concurrent();
    }

    /** Who may mint and revoke. */
    interface Guard {
        /** A caller a line, {@code name:sha256-hex} of its key; without it everybody may. */
        Optional<String> apiKeysFile();
    }

    /** Many tokens by one request. */
    interface Batch {
        /** Tokens in one batch; above it 400. */
        @WithConverter(MinimumConverters.One.class)
        @WithDefault("100000")
        int maximum();
    }

    /** Advisories. */
    interface Advice {
        /** A further list of well-known secrets, one a line; named but unreadable, it stops the start. */
        Optional<String> secretsFile();
    }
}
