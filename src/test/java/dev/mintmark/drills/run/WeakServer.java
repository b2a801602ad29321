package dev.mintmark.drills.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mintmark.drills.generate.Suites;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.HmacSha256;
import dev.mintmark.jose.PublicKeySecrets;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.revoke.MemoryRevocations;
import dev.mintmark.tokens.verify.Check;
import dev.mintmark.tokens.verify.CheckResult;
import dev.mintmark.tokens.verify.Expectations;
import dev.mintmark.tokens.verify.RevocationCheck;
import dev.mintmark.tokens.verify.TokenVerifier;
import dev.mintmark.tokens.verify.TrustedKeys;
import dev.mintmark.tokens.verify.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A resource server that is correct but for one weakness. */
final class WeakServer implements AutoCloseable {
    private static final Clock CLOCK = Clock.fixed(Suites.NOW, ZoneOffset.UTC);

    enum Weakness {
        NOTHING,
        DECODES_WITHOUT_VERIFYING,
        ACCEPTS_NONE,
        TAKES_THE_PUBLIC_KEY_AS_SECRET,
        IGNORES_EXP,
        IGNORES_AUD,
        IGNORES_ISS,
        IGNORES_TYP,
        REFUSES_EVERYTHING
    }

    private final HttpServer server;
    private final Weakness weakness;
    private final TokenVerifier verifier = new TokenVerifier(
            CLOCK, 65_536, new RevocationCheck(new MemoryRevocations(CLOCK, 1), RevocationCheck.OnOutage.REFUSE));

    WeakServer(Weakness weakness) throws IOException {
        this.weakness = weakness;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/orders");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String field = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        exchange.sendResponseHeaders(status(field.substring("Bearer ".length())), -1);
        exchange.close();
    }

    private int status(String token) {
        if (weakness == Weakness.REFUSES_EVERYTHING) {
            return 401;
        }
        if (isForgery(token)) {
            return 200;
        }
        Verdict verdict = verify(token);
        EnumSet<Check> failed = EnumSet.noneOf(Check.class);
        verdict.checks().stream().filter(CheckResult::isFailed).forEach(check -> failed.add(check.check()));
        failed.removeAll(ignored());
        if (failed.isEmpty()) {
            return isBound(token) ? 401 : 200;
        }
        return failed.equals(Set.of(Check.SCOPE)) ? 403 : 401;
    }

    private boolean isForgery(String token) {
        String header = decoded(token, 0);
        if (weakness == Weakness.ACCEPTS_NONE) {
            return header.contains("\"alg\":\"none\"");
        }
        if (weakness != Weakness.TAKES_THE_PUBLIC_KEY_AS_SECRET || !header.contains("HS256")) {
            return false;
        }
        byte[] pem = PublicKeySecrets.insecureOf(Suites.RING
                        .find(Suites.RING
                                .signer(Algorithm.RS256)
                                .orElseThrow()
                                .keyId()
                                .orElseThrow())
                        .orElseThrow()
                        .jwk())
                .pem();
        int dot = token.lastIndexOf('.');
        byte[] mac = HmacSha256.insecureSignature(pem, token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        return Arrays.equals(mac, Base64Url.decode(token.substring(dot + 1)));
    }

    private Set<Check> ignored() {
        return switch (weakness) {
            case DECODES_WITHOUT_VERIFYING ->
                Set.of(Check.ALGORITHM, Check.KEY, Check.SIGNATURE, Check.CRITICAL_HEADERS);
            case IGNORES_EXP -> Set.of(Check.EXPIRY);
            case IGNORES_AUD -> Set.of(Check.AUDIENCE);
            case IGNORES_ISS -> Set.of(Check.ISSUER);
            case IGNORES_TYP -> Set.of(Check.TYPE);
            default -> Set.of();
        };
    }

    private static boolean isBound(String token) {
        return decoded(token, 1).contains("\"cnf\"");
    }

    private static String decoded(String token, int part) {
        try {
            return new String(Base64Url.decode(token.split("\\.", -1)[part]), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return "";
        }
    }

    private Verdict verify(String token) {
        Expectations expected = new Expectations(
                List.of(new Issuer(Suites.ISSUER)),
                List.of(Suites.AUDIENCE),
                Optional.of(TokenType.ACCESS),
                Set.of(Algorithm.RS256, Algorithm.ES256),
                Optional.empty(),
                List.of("read:items"),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of("sub"),
                Duration.ofMinutes(1),
                Optional.empty());
        TrustedKeys keys = TrustedKeys.own(Suites.RING.verificationKeys());
        return verifier.verify(token, keys, expected, TokenVerifier.Mode.FULL);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
