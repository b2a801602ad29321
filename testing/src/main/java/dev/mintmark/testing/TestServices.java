package dev.mintmark.testing;

import dev.mintmark.assembly.OAuthServices;
import dev.mintmark.assembly.Ports;
import dev.mintmark.assembly.ServiceSettings;
import dev.mintmark.assembly.Services;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.oauth.OAuthSettings;
import dev.mintmark.oauth.RedirectHosts;
import dev.mintmark.oauth.config.OAuthConfigs;
import dev.mintmark.service.TokenEvents;
import dev.mintmark.service.TokenService;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.PolicyViolationException;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.mint.TokenDefaults;
import dev.mintmark.tokens.refresh.RefreshPolicy;
import dev.mintmark.tokens.revoke.MemoryRevocations;
import dev.mintmark.tokens.verify.RevocationCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The services of the issuer, with the defaults of the service. */
final class TestServices implements AutoCloseable {
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final Duration REFRESH_LIFETIME = Duration.ofHours(8);
    private static final Duration MAX_LIFETIME = Duration.ofDays(3650);
    private static final int MAX_TOKEN_LENGTH = 65_536;
    private static final int MAX_REVOCATIONS = 100_000;
    private static final int MAX_BATCH = 1000;

    private final Services services;
    private final OAuthServices oauth;

    TestServices(String issuer, MintmarkOptions options, KeyRings keys, Clock clock) {
        TokenDefaults defaults = new TokenDefaults(
                new Issuer(issuer),
                options.algorithm(),
                "JWT",
                Map.of(
                        TokenType.ACCESS, LIFETIME,
                        TokenType.ID, LIFETIME,
                        TokenType.GENERIC, LIFETIME,
                        TokenType.REFRESH, REFRESH_LIFETIME),
                MAX_LIFETIME,
                Optional.empty(),
                List.of(),
                Optional.empty());
        ServiceSettings settings = new ServiceSettings(
                defaults,
                new RefreshPolicy(REFRESH_LIFETIME, Duration.ZERO, MAX_TOKEN_LENGTH),
                RevocationCheck.OnOutage.REFUSE,
                MAX_BATCH,
                Optional.empty());
        Ports ports =
                new Ports(clock, keys, new MemoryRevocations(clock, MAX_REVOCATIONS), catalogue -> TokenEvents.NONE);
        this.services = Services.of(settings, ports);
        OAuthSettings forLogins = new OAuthSettings(
                true, issuer, List.of(), false, new RedirectHosts(List.of("loopback")), true, true, false);
        this.oauth = OAuthServices.of(forLogins, new OAuthConfigs(options.config()), services, settings, ports);
    }

    String sign(MintRequest request) {
        try {
            return services.tokens().mint(request).token().token();
        } catch (MalformedRequestException e) {
            throw new IllegalArgumentException(e.pointer() + ": " + e.detail(), e);
        } catch (PolicyViolationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    TokenService tokens() {
        return services.tokens();
    }

    OAuthServices oauth() {
        return oauth;
    }

    @Override
    public void close() {
        services.close();
    }
}
