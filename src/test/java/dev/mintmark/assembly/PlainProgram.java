package dev.mintmark.assembly;

import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.service.MintResult;
import dev.mintmark.service.TokenEvents;
import dev.mintmark.service.TokenService;
import dev.mintmark.service.VerifyResult;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.request.DecodeRequest;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.service.request.RefreshRequest;
import dev.mintmark.service.request.RevokeRequest;
import dev.mintmark.service.request.VerifyRequest;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.mint.TokenDefaults;
import dev.mintmark.tokens.refresh.RefreshPolicy;
import dev.mintmark.tokens.revoke.MemoryRevocations;
import dev.mintmark.tokens.verify.RevocationCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Uses every service without a container; {@link ServicesTest} runs it in a JVM of its own. */
final class PlainProgram {
    private static final Duration LIFE = Duration.ofMinutes(15);

    private PlainProgram() {}

    public static void main(String... args) {
        Clock clock = Clock.systemUTC();
        KeyRings keyRings = KeyRings.ephemeral(Duration.ofMinutes(1), JwsEngine.PLAIN);
        keyRings.makeEphemeralKeys(Algorithm.ES256);
        Ports ports = new Ports(
                clock,
                new Issuers(keyRings, defaults()),
                new MemoryRevocations(clock, 100),
                catalogue -> TokenEvents.NONE);
        try (Services services = Services.of(settings(), ports)) {
            use(services);
        }
        System.out.println("done");
    }

    private static TokenDefaults defaults() {
        return new TokenDefaults(
                new Issuer("https://issuer.example"),
                Algorithm.ES256,
                "JWT",
                Map.of(TokenType.ACCESS, LIFE, TokenType.ID, LIFE, TokenType.REFRESH, LIFE, TokenType.GENERIC, LIFE),
                Duration.ofDays(30),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static ServiceSettings settings() {
        return new ServiceSettings(
                new RefreshPolicy(Duration.ofHours(1), Duration.ZERO, 65_536),
                RevocationCheck.OnOutage.REFUSE,
                10,
                Optional.empty());
    }

    private static void use(Services services) {
        TokenService tokens = services.tokens();
        MintResult minted =
                tokens.mint(MintRequest.builder().subject("alice").refresh(true).build());
        String token = minted.token().token();
        expect(verify(tokens, token), "a minted token verifies");
        expect(!minted.advisories().orElseThrow().isEmpty(), "advice is given");
        expect(
                !tokens.decode(DecodeRequest.of(token))
                        .explanations()
                        .orElseThrow()
                        .isEmpty(),
                "fields are explained");
        String refreshToken = minted.refresh().orElseThrow().token();
        String next = tokens.refresh(RefreshRequest.of(refreshToken)).token().token();
        expect(verify(tokens, next), "a refreshed token verifies");
        tokens.revoke(RevokeRequest.ofToken(next));
        expect(!verify(tokens, next), "a revoked token does not verify");
        MintRequest tooMany =
                MintRequest.builder().roles(Collections.nCopies(1001, "r")).build();
        try {
            tokens.mint(tooMany);
            expect(false, "the limits hold");
        } catch (MalformedRequestException e) {
            expect(e.pointer().equals("/roles"), "the limits hold");
        }
    }

    private static boolean verify(TokenService tokens, String token) {
        VerifyResult result = tokens.verify(VerifyRequest.of(token));
        return result.verdict().isValid();
    }

    private static void expect(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
