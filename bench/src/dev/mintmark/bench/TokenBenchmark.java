package dev.mintmark.bench;

import dev.mintmark.smallrye.SmallRyeSigner;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Claims;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.NativeCrypto;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.UnverifiedJws;
import dev.mintmark.jose.VerificationKey;
import dev.mintmark.jose.Verified;
import dev.mintmark.tokens.verify.Expectations;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.revoke.MemoryRevocations;
import dev.mintmark.tokens.mint.MintedToken;
import dev.mintmark.tokens.refresh.RefreshPolicy;
import dev.mintmark.tokens.verify.RevocationCheck.OnOutage;
import dev.mintmark.tokens.mint.TokenDefaults;
import dev.mintmark.tokens.mint.TokenSpec;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.verify.TokenVerifier;
import dev.mintmark.tokens.verify.TrustedKeys;
import dev.mintmark.tokens.verify.Verdict;
import dev.mintmark.service.TokenOperations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The cost of a token by algorithm: signing only, minting, parsing, checking the signature, full verification. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TokenBenchmark {
    @Param({"RS256", "PS256", "ES256", "EdDSA", "HS256"})
    public String algorithm;

    /** {@code native} or {@code jdk}. */
    @Param("native")
    public String crypto;

    private TokenOperations operations;
    private TokenSpec spec;
    private MintedToken minted;
    private SigningKey signer;
    private Algorithm signs;
    private VerificationKey key;
    private TrustedKeys trusted;

    @Setup
    public void makeKeys() {
        Optional<String> absence = crypto.equals("native") ? NativeCrypto.install() : Optional.empty();
        absence.ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        signs = Algorithm.parse(algorithm).orElseThrow();
        Jwk jwk = GeneratedKey.of(signs);
        signer = SigningKey.of(jwk, signs).by(SmallRyeSigner.ENGINE);
        key = VerificationKey.of(jwk);
        trusted = TrustedKeys.own(List.of(key));
        Duration life = Duration.ofMinutes(15);
        Issuer issuer = new Issuer("http://localhost:8080");
        TokenDefaults defaults = new TokenDefaults(issuer, signs, "JWT", Map.of(TokenType.ACCESS, life), life,
                Optional.empty(), List.of(), Optional.empty());
        Clock clock = Clock.systemUTC();
        operations = TokenOperations.of(defaults, new RefreshPolicy(life, Duration.ZERO, 65_536),
                new MemoryRevocations(clock, 10), OnOutage.REFUSE, clock);
        spec = TokenSpec.of(
                TokenType.ACCESS, issuer, signer, algorithm, Optional.empty(), JsonMembers.EMPTY, JsonMembers.EMPTY);
        minted = mint();
    }

    /** The minimum cost of a token: existing members are serialised and signed. */
    @Benchmark
    public String sign() {
        return signer.sign(minted.header(), minted.claims());
    }

    @Benchmark
    public MintedToken mint() {
        return operations.minter().mint(spec);
    }

    @Benchmark
    public Claims parse() {
        return Claims.parse(UnverifiedJws.parse(minted.token()).unverifiedPayload());
    }

    @Benchmark
    public Optional<Verified> checkSignature() {
        return UnverifiedJws.parse(minted.token()).verify(key, signs);
    }

    @Benchmark
    public Verdict verify() {
        return operations.verifier().verify(minted.token(), trusted, Expectations.NONE, TokenVerifier.Mode.FULL);
    }
}
