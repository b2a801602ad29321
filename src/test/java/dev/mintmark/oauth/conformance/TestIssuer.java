package dev.mintmark.oauth.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import dev.mintmark.FixedClock;
import dev.mintmark.assembly.OAuthServices;
import dev.mintmark.assembly.Ports;
import dev.mintmark.assembly.ServiceSettings;
import dev.mintmark.assembly.Services;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.oauth.IssuerName;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.OAuthSettings;
import dev.mintmark.oauth.RedirectHosts;
import dev.mintmark.oauth.config.OAuthConfigReader;
import dev.mintmark.oauth.config.OAuthConfigs;
import dev.mintmark.service.TokenEvents;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.mint.TokenDefaults;
import dev.mintmark.tokens.refresh.RefreshPolicy;
import dev.mintmark.tokens.revoke.MemoryRevocations;
import dev.mintmark.tokens.verify.RevocationCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An OpenID Provider without HTTP, whose clock a test sets. */
final class TestIssuer {
    static final String BASE = "http://localhost:8080";
    private static final Duration LIFE = Duration.ofMinutes(15);

    /** Without claims of scopes in ID tokens, which the suite warns of. */
    private static final OAuthSettings SETTINGS = new OAuthSettings(
            true,
            BASE,
            List.of("http://mintmark.svc:8080"),
            false,
            new RedirectHosts(List.of("loopback")),
            false,
            true,
            false,
            true);

    /** RSA keys take long to make. */
    private static final KeyRings KEYS = keys();

    final FixedClock clock = new FixedClock(Instant.parse("2026-12-01T10:00:00Z"));
    final OAuthServices services;
    private final OAuthSettings settings;

    private static final TokenDefaults DEFAULTS = new TokenDefaults(
            new Issuer(BASE),
            Algorithm.RS256,
            "JWT",
            Map.of(TokenType.ACCESS, LIFE, TokenType.ID, LIFE, TokenType.REFRESH, LIFE, TokenType.GENERIC, LIFE),
            Duration.ofDays(30),
            Optional.empty(),
            List.of(),
            Optional.empty());

    TestIssuer(String yaml) {
        this(yaml, settings -> settings);
    }

    TestIssuer(String yaml, UnaryOperator<OAuthSettings> change) {
        this.settings = change.apply(SETTINGS);
        ServiceSettings service = new ServiceSettings(
                new RefreshPolicy(Duration.ofDays(1), Duration.ZERO, 65_536),
                RevocationCheck.OnOutage.REFUSE,
                10,
                Optional.empty());
        Ports ports = new Ports(
                clock, new Issuers(KEYS, DEFAULTS), new MemoryRevocations(clock, 1000), catalogue -> TokenEvents.NONE);
        this.services =
                OAuthServices.of(settings, new OAuthConfigs(config(yaml)), Services.of(service, ports), service, ports);
    }

    private static KeyRings keys() {
        KeyRings rings = KeyRings.ephemeral(Duration.ofMinutes(1), JwsEngine.PLAIN);
        rings.makeEphemeralKeys(Algorithm.RS256);
        return rings;
    }

    private static dev.mintmark.oauth.config.OAuthConfig config(String yaml) {
        try {
            return new OAuthConfigReader((name, value) -> Duration.parse("PT" + value.asText()))
                    .read(new ObjectMapper(new YAMLFactory()).readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The issuer of this name, seen by its canonical name. */
    OAuthIssuer named(String name) {
        return at(name, BASE);
    }

    OAuthIssuer at(String name, String origin) {
        return services.issuers().resolve(IssuerName.parse(name).orElseThrow(), origin);
    }

    /** Whether another library verifies the signature with the key that the header names. */
    static boolean isGenuine(String token) {
        try {
            JWKSet keys = JWKSet.parse(new String(KEYS.requireComplete().jwks(), StandardCharsets.UTF_8));
            JWSObject jws = JWSObject.parse(token);
            return jws.verify(new RSASSAVerifier(
                    keys.getKeyByKeyId(jws.getHeader().getKeyID()).toRSAKey()));
        } catch (ParseException | JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
