package dev.mintmark.testing;

import dev.mintmark.assembly.OAuthServices;
import dev.mintmark.assembly.Ports;
import dev.mintmark.assembly.ServiceSettings;
import dev.mintmark.assembly.Services;
import dev.mintmark.drills.Suite;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.oauth.OAuthSettings;
import dev.mintmark.oauth.RedirectHosts;
import dev.mintmark.oauth.config.OAuthConfigs;
import dev.mintmark.service.TokenEvents;
import dev.mintmark.service.TokenOperations;
import dev.mintmark.service.TokenService;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.read.SpecReader;
import dev.mintmark.service.request.DrillRequest;
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
import java.util.function.Supplier;

/**
 * The services of the issuer, with the defaults of the service. Signing needs few classes; what answers requests and
 * explains tokens is composed when it is first used.
 */
final class TestServices implements AutoCloseable {
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final Duration REFRESH_LIFETIME = Duration.ofHours(8);
    private static final Duration MAX_LIFETIME = Duration.ofDays(3650);
    private static final int MAX_TOKEN_LENGTH = 65_536;
    private static final int MAX_REVOCATIONS = 100_000;
    private static final int MAX_BATCH = 1000;

    private final String issuer;
    private final MintmarkOptions options;
    private final ServiceSettings settings;
    private final Ports ports;
    private final TokenOperations operations;
    private final SpecReader specs;
    private Optional<Services> services = Optional.empty();
    private Optional<OAuthServices> oauth = Optional.empty();

    TestServices(String issuer, MintmarkOptions options, KeyRings keys, Clock clock) {
        this.issuer = issuer;
        this.options = options;
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
        Issuers issuers = new Issuers(keys, defaults);
        this.settings = new ServiceSettings(
                new RefreshPolicy(REFRESH_LIFETIME, Duration.ZERO, MAX_TOKEN_LENGTH),
                RevocationCheck.OnOutage.REFUSE,
                MAX_BATCH,
                Optional.empty());
        this.ports =
                new Ports(clock, issuers, new MemoryRevocations(clock, MAX_REVOCATIONS), catalogue -> TokenEvents.NONE);
        this.operations = TokenOperations.of(
                defaults, settings.refresh(), ports.revocations(), settings.onOutage(), ports.clock());
        this.specs = new SpecReader(issuers, clock);
    }

    String sign(MintRequest request) {
        return withMessages(
                () -> operations.minter().mint(specs.read(request).spec()).token());
    }

    /** The canary of a suite leads to this issuer, which does not serve it: a service that follows it gets a 404. */
    Suite drills(DrillRequest request) {
        return withMessages(
                () -> services().drills().make(request, Optional.of(issuer)).suite());
    }

    private static <T> T withMessages(Supplier<T> action) {
        try {
            return action.get();
        } catch (MalformedRequestException e) {
            throw new IllegalArgumentException(e.pointer() + ": " + e.detail(), e);
        } catch (PolicyViolationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    TokenService tokens() {
        return services().tokens();
    }

    private synchronized Services services() {
        Services current = services.orElseGet(() -> Services.of(settings, ports));
        services = Optional.of(current);
        return current;
    }

    synchronized OAuthServices oauth() {
        OAuthServices current = oauth.orElseGet(this::composeOAuth);
        oauth = Optional.of(current);
        return current;
    }

    private OAuthServices composeOAuth() {
        OAuthSettings forLogins = new OAuthSettings(
                true, issuer, List.of(), false, new RedirectHosts(List.of("loopback")), true, true, false, true);
        return OAuthServices.of(forLogins, new OAuthConfigs(options.config()), services(), settings, ports);
    }

    @Override
    public synchronized void close() {
        services.ifPresent(Services::close);
    }
}
