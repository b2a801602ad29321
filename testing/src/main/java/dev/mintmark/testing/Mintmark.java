package dev.mintmark.testing;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.keys.RotatingKeys;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.service.request.VerifyRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * An issuer inside this JVM: an OpenID Connect provider on a loopback port whose discovery document, JWK Set, tokens and
 * logins a service under test can use by its issuer URL alone. Thread-safe.
 */
public class Mintmark implements AutoCloseable {
    private static final Duration KEY_TIMEOUT = Duration.ofSeconds(30);

    private final TestClock clock = new TestClock();
    private final TestKeys keys;
    private final IssuerServer server;
    private final TestServices services;
    private final AtomicBoolean closed = new AtomicBoolean();

    Mintmark(MintmarkOptions options) {
        RotatingKeys rotating = new RotatingKeys(KEY_TIMEOUT, JwsEngine.PLAIN);
        this.keys = new TestKeys(rotating, options.algorithm());
        Thread first = new Thread(() -> rotating.require(options.algorithm()), "mintmark-key");
        first.setDaemon(true);
        first.start();
        this.server = new IssuerServer(options.port());
        this.services = new TestServices(server.url(), options, rotating.rings(), clock);
        server.start(new IssuerEndpoints(services::oauth, rotating.rings()));
    }

    /** Starts an issuer on a free port. Close it after use. */
    public static Mintmark start() {
        return options().start();
    }

    /** Starts an issuer as a JUnit extension, for a field with {@code @RegisterExtension}. */
    public static MintmarkExtension inProcess() {
        return options().inProcess();
    }

    /** Options, to start an issuer with. */
    public static MintmarkOptions options() {
        return new MintmarkOptions();
    }

    /** The issuer URL, which is the {@code iss} of tokens, for example {@code http://localhost:41234}. */
    public String issuer() {
        return server.url();
    }

    /**
     * The URL of a further issuer, with its own discovery document and logins and the same keys.
     *
     * @param name 1 to 4 segments, for example {@code tenant-a}
     */
    public String issuer(String name) {
        return server.url() + "/issuers/" + name;
    }

    /** The URL of the JWK Set. */
    public String jwksUri() {
        return server.url() + "/keys/jwks";
    }

    /**
     * Properties that make a resource server trust this issuer.
     *
     * @param framework {@code spring}, {@code quarkus-oidc} or {@code smallrye-jwt}
     * @throws IllegalArgumentException for another one
     */
    public Map<String, String> properties(String framework) {
        return switch (framework) {
            case "spring" ->
                Map.of(
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri", issuer(),
                        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri", jwksUri());
            case "quarkus-oidc" -> Map.of("quarkus.oidc.auth-server-url", issuer());
            case "smallrye-jwt" ->
                Map.of("mp.jwt.verify.issuer", issuer(), "mp.jwt.verify.publickey.location", jwksUri());
            default -> throw new IllegalArgumentException("Use spring, quarkus-oidc or smallrye-jwt");
        };
    }

    /**
     * A new token, to be completed and signed.
     *
     * @throws IllegalStateException if this issuer is closed
     */
    public TokenBuilder token() {
        requireOpen();
        return new TokenBuilder(clock, this::sign);
    }

    private String sign(MintRequest request) {
        request.algorithm().flatMap(Algorithm::parse).ifPresent(keys::require);
        return services.sign(request);
    }

    /**
     * The tokens that every resource server with this audience must refuse, after a good one as a control.
     *
     * @throws IllegalStateException if this issuer is closed
     */
    public Stream<Drill> drills(String audience) {
        return drills().audience(audience).stream();
    }

    /**
     * Bad tokens, to be chosen.
     *
     * @throws IllegalStateException if this issuer is closed
     */
    public DrillBuilder drills() {
        requireOpen();
        return new DrillBuilder(services::drills);
    }

    /** The clock of the issuer. */
    public TestClock clock() {
        return clock;
    }

    /** The keys of the issuer. */
    public TestKeys keys() {
        return keys;
    }

    /**
     * Describes a token in plain words: what it is, and which checks it fails. For messages of assertions; the claims are
     * quoted, the signature is not.
     *
     * @throws IllegalStateException if this issuer is closed
     */
    public String explain(String token) {
        requireOpen();
        return Explanation.of(services.tokens().verify(VerifyRequest.of(token)), token);
    }

    /** Stops the server. A second call does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.close();
            services.close();
        }
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("This issuer is closed. Start another one");
        }
    }

    @Override
    public String toString() {
        return "Mintmark[" + issuer() + "]";
    }
}
