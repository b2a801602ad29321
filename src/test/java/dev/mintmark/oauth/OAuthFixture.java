package dev.mintmark.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.mintmark.assembly.OAuthServices;
import dev.mintmark.assembly.Ports;
import dev.mintmark.assembly.ServiceSettings;
import dev.mintmark.assembly.Services;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.oauth.config.OAuthConfigReader;
import dev.mintmark.oauth.config.OAuthConfigs;
import dev.mintmark.service.TokenEvents;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.Revocations;
import dev.mintmark.tokens.RevocationsUnavailableException;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.mint.TokenDefaults;
import dev.mintmark.tokens.refresh.RefreshPolicy;
import dev.mintmark.tokens.revoke.MemoryRevocations;
import dev.mintmark.tokens.verify.RevocationCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All of OAuth without a container: a clock that a test sets, and a store of revocations that a test can lose. */
public final class OAuthFixture extends Clock {
    public static final String BASE = "http://localhost:8080";
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final KeyRings KEYS = keys();

    private Instant now = Instant.parse("2026-12-01T08:00:00Z");
    private boolean isStoreGone;
    public final Services services;
    public final OAuthServices oauth;

    private static final TokenDefaults DEFAULTS = new TokenDefaults(
            new Issuer(BASE),
            Algorithm.ES256,
            "JWT",
            Map.of(TokenType.ACCESS, LIFE, TokenType.ID, LIFE, TokenType.REFRESH, LIFE, TokenType.GENERIC, LIFE),
            Duration.ofDays(30),
            Optional.empty(),
            List.of(),
            Optional.empty());

    public OAuthFixture() {
        this(OAuthConfig.builtIn(), false, true);
    }

    public OAuthFixture(OAuthConfig config, boolean isGuarded, boolean hasFaults) {
        Issuers issuers = new Issuers(KEYS, DEFAULTS);
        Ports ports = new Ports(
                this,
                issuers,
                new LosableRevocations(new MemoryRevocations(this, 10_000)),
                catalogue -> TokenEvents.NONE);
        ServiceSettings settings = new ServiceSettings(
                new RefreshPolicy(Duration.ofHours(1), Duration.ZERO, 65_536),
                RevocationCheck.OnOutage.REFUSE,
                10,
                Optional.empty());
        this.services = Services.of(settings, ports);
        OAuthSettings oauthSettings = new OAuthSettings(
                true, BASE, List.of(), false, new RedirectHosts(List.of("loopback")), true, true, isGuarded, hasFaults);
        this.oauth = OAuthServices.of(oauthSettings, new OAuthConfigs(config), services, settings, ports);
    }

    private static KeyRings keys() {
        KeyRings keyRings = KeyRings.ephemeral(Duration.ofMinutes(1), JwsEngine.PLAIN);
        keyRings.makeEphemeralKeys(Algorithm.ES256);
        return keyRings;
    }

    /** A configuration as a file writes it. */
    public static OAuthConfig config(String yaml) {
        try {
            return new OAuthConfigReader((name, value) -> Duration.parse(value.asText()))
                    .read(new ObjectMapper(new YAMLFactory()).readTree(yaml));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public OAuthIssuer issuer(String name) {
        return oauth.issuers().resolve(name.isEmpty() ? IssuerName.ROOT : new IssuerName(name), BASE);
    }

    public String mint(MintRequest request) {
        return services.tokens().mint(request).token().token();
    }

    /** Claims of a token, unverified. */
    public static JsonNode claims(String token) {
        try {
            return new ObjectMapper()
                    .readTree(new String(Base64Url.decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Parameters by pairs of name and value. */
    public static Parameters form(String... pairs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return Parameters.of(values);
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public void loseTheStore() {
        isStoreGone = true;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    private final class LosableRevocations implements Revocations {
        private final Revocations store;

        LosableRevocations(Revocations store) {
            this.store = store;
        }

        private Revocations store() {
            if (isStoreGone) {
                throw new RevocationsUnavailableException("The store is gone");
            }
            return store;
        }

        @Override
        public Revocation revoke(RevocationKey key, Revocation revocation, Instant until) {
            return store().revoke(key, revocation, until);
        }

        @Override
        public Revocation revokeUnbound(RevocationKey key, Revocation revocation, Instant until) {
            return store().revokeUnbound(key, revocation, until);
        }

        @Override
        public List<Optional<Revocation>> isRevoked(List<RevocationKey> keys) {
            return store().isRevoked(keys);
        }

        @Override
        public Optional<Instant> redeemOnce(RevocationKey key, Instant now, Instant until) {
            return store().redeemOnce(key, now, until);
        }
    }
}
