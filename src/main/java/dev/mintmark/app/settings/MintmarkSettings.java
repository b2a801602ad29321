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
    /** The default of {@link #algorithm()}. */
    String ALGORITHM = "RS256";

    /** The {@code iss} of tokens; never taken from the Host header. {@link RootIssuer} has the default. */
    Optional<String> issuer();

    /** The signing algorithm of requests without algorithm and key. */
    @WithDefault(ALGORITHM)
    String algorithm();

    AccessToken accessToken();

    Lifetime lifetime();

    /** The {@code sub} of requests without subject. */
    Optional<String> subject();

    /** The {@code aud} of requests without audience. */
    Optional<List<String>> audience();

    /** The {@code client_id} of access tokens of requests without client_id. */
    Optional<String> clientId();

    Refresh refresh();

    Revoking revocations();

    Keys keys();

    Limits limits();

    Batch batch();

    Guard guard();

    Http http();

    AdviceOptions advice();

    DrillOptions drills();

    OAuthOptions oauth();

    McpOptions mcp();

    DraftOptions draft();

    /** The crypto provider, chosen once at start-up. */
    @WithDefault("auto")
    CryptoProvider crypto();

    /** Settings of access tokens. */
    interface AccessToken {
        /** The {@code typ}; {@code at+jwt} is safer (RFC 9068), {@code JWT} is accepted by every verifier. */
        @WithDefault("JWT")
        String typ();
    }

    /** Lifetimes, from {@code iat} to {@code exp}. */
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

        /** The maximum lifetime; a longer one gets a 422. */
        @WithDefault("3650d")
        @WithConverter(DurationConverter.class)
        Duration maximum();
    }

    /** Families of access and refresh tokens. */
    interface Refresh {
        /** The time from the first token of a family to the expiry of its last refresh token. */
        @WithDefault("30d")
        @WithConverter(DurationConverter.class)
        Duration familyLifetime();

        /** Within this time a reused refresh token returns the same successor and does not revoke its family. */
        @WithDefault("0s")
        @WithConverter(DurationConverter.class)
        Duration grace();
    }

    /** Where revocations are stored. */
    interface Revoking {
        /** {@code mintmark.revocations} itself. */
        @WithParentName
        @WithDefault("memory")
        Store store();

        /** What verification does while the store does not answer. */
        @WithDefault("refuse")
        RevocationCheck.OnOutage onOutage();

        /**
         * The maximum number of entries in memory; a further one gets a 503. Half of it is the maximum of revocations by
         * subject and id, also in a Redis without {@code maxmemory}.
         */
        @WithConverter(MinimumConverters.One.class)
        @WithDefault("1000000")
        int maximum();

        /** The available stores. */
        enum Store {
            /** In the memory of this process. */
            MEMORY,
            /** In Redis or Valkey at {@code quarkus.redis.hosts}, shared by all replicas. */
            REDIS
        }
    }

    /** The service's keys. */
    interface Keys {
        /** The key directory; without it, the default path if it exists, else ephemeral keys. */
        Optional<String> directory();

        /** The interval between polls of the directory, at least one second. */
        @WithDefault("5s")
        @WithConverter(MinimumConverters.Second.class)
        Duration pollInterval();

        /** The number of polls for which a key that is new and active is announced before it signs. */
        @WithConverter(MinimumConverters.Zero.class)
        @WithDefault("2")
        int announce();

        /** The {@code max-age} of the JWKS. */
        @WithDefault("60s")
        @WithConverter(DurationConverter.class)
        Duration jwksMaxAge();
    }

    /** Limits of requests. */
    interface Limits {
        /** The maximum size of a request body; a larger one gets a 413. */
        @WithDefault("256K")
        MemorySize body();

        /** The maximum size of a compact token in requests. */
        @WithDefault("64K")
        MemorySize token();

        /** The maximum number of requests in progress at once; a further one gets a 503. */
        @WithConverter(MinimumConverters.One.class)
        @WithDefault("1000")
        int concurrent();
    }

    /** API key authentication. */
    interface Guard {
        /** A file with one {@code name:sha256-hex} per line; without it, no API key is required. */
        Optional<String> apiKeysFile();
    }

    /** The HTTP interface. */
    interface Http {
        /** Hosts of the public DNS under which browsers reach the service's pages. */
        Optional<List<String>> hosts();
    }

    /** Batches. */
    interface Batch {
        /** The maximum number of tokens in a batch; a larger number gets a 400. */
        @WithConverter(MinimumConverters.One.class)
        @WithDefault("100000")
        int maximum();
    }
}
