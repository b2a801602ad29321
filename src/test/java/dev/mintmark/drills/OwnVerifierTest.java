package dev.mintmark.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.drills.generate.Suites;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.Claims;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.revoke.MemoryRevocations;
import dev.mintmark.tokens.verify.CheckResult;
import dev.mintmark.tokens.verify.Expectations;
import dev.mintmark.tokens.verify.RevocationCheck;
import dev.mintmark.tokens.verify.TokenVerifier;
import dev.mintmark.tokens.verify.TrustedKeys;
import dev.mintmark.tokens.verify.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every drill against the service's own verifier: the verdict and the code of the catalogue. */
class OwnVerifierTest {
    private static final Clock CLOCK = Clock.fixed(Suites.NOW, ZoneOffset.UTC);

    /** What the verification of a token alone cannot refuse, and why. */
    private static final Map<String, String> ACCEPTED = Map.of(
            "lifetime-10y", "verification has no maximum lifetime; max_age bounds the age",
            "sub-missing empty",
                    "an empty string is a StringOrURI (RFC 7519 section 2), and required_claims asks for presence",
            "typ-missing", "most providers do not type their access tokens, so an untyped token is acceptable",
            "dpop-bound-without-proof", "the proof belongs to the request, which verification does not see",
            "mtls-bound-without-cert", "the certificate belongs to the connection, which verification does not see",
            "replayed-jti second", "verification does not redeem tokens");

    /** Genuine tokens of another kind differ in more than one claim. */
    private static final Set<String> SEVERAL = Set.of(
            "id-token-as-access",
            "logout-as-access",
            "refresh-as-access",
            "client-assertion-as-access",
            "exp-milliseconds");

    private final MemoryRevocations revocations = new MemoryRevocations(CLOCK, 10);
    private final TokenVerifier verifier =
            new TokenVerifier(CLOCK, 65_536, new RevocationCheck(revocations, RevocationCheck.OnOutage.REFUSE));
    private final Suite suite = Suites.generate(Suites.spec(Suites.WITH_DOS));

    @TestFactory
    Stream<DynamicTest> theVerdictIsThatOfTheCatalogue() {
        return suite.entries().stream()
                .map(entry -> DynamicTest.dynamicTest(name(entry), () -> {
                    if (entry.drill().id().equals("revoked")) {
                        revoke(entry);
                    }
                    Verdict verdict = verify(entry.token().token());
                    if (entry.expect() == Drill.Expect.ACCEPT || ACCEPTED.containsKey(name(entry))) {
                        assertThat(codes(verdict)).isEmpty();
                        return;
                    }
                    String code =
                            entry.token().code().or(() -> entry.drill().code()).orElseThrow();
                    assertThat(codes(verdict)).contains(code);
                }));
    }

    /** Exactly one thing is wrong with a token of dates or claims. */
    @Test
    void nothingElseIsWrong() {
        assertThat(suite.entries())
                .filteredOn(entry -> Set.of(DrillGroup.TIME, DrillGroup.CLAIMS)
                        .contains(entry.drill().group()))
                .filteredOn(entry -> !SEVERAL.contains(entry.drill().id()))
                .allSatisfy(entry -> assertThat(codes(verify(entry.token().token())))
                        .as(name(entry))
                        .hasSizeLessThanOrEqualTo(1));
    }

    private void revoke(Suite.Entry entry) {
        String payload = entry.token().token().split("\\.")[1];
        String id = Claims.parse(Base64Url.decode(payload)).text("jti").orElseThrow();
        RevocationKey key = RevocationKey.of(RevocationKey.Kind.TOKEN, Suites.ISSUER, id);
        revocations.revoke(key, Revocation.whole(Suites.NOW), Suites.NOW.plusSeconds(600));
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

    private static List<String> codes(Verdict verdict) {
        return verdict.checks().stream()
                .flatMap(check -> check.code().stream())
                .map(CheckResult.Code::wireName)
                .distinct()
                .toList();
    }

    private static String name(Suite.Entry entry) {
        return entry.drill().id()
                + entry.token().label().map(label -> " " + label).orElse("");
    }
}
