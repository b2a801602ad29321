package dev.mintmark.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bad tokens as cases of a test, against a verifier of nimbus-jose-jwt that is set up well. */
class DrillsTest {
    @RegisterExtension
    static final Mintmark MINTMARK = Mintmark.inProcess();

    private static final String AUDIENCE = "https://orders.example";
    private static final int TIMEOUT = 10_000;
    private static final DefaultJWTProcessor<SecurityContext> VERIFIER = new DefaultJWTProcessor<>();

    /** What a verifier of tokens alone cannot know: that a token is revoked, or what its holder must prove. */
    private static final String[] NOT_IN_THE_TOKEN = {"revoked", "dpop-bound-without-proof", "mtls-bound-without-cert"};

    @BeforeAll
    static void trust() throws Exception {
        // The default waits half a second, which a busy machine can exceed.
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        URI.create(MINTMARK.jwksUri()).toURL(), new DefaultResourceRetriever(TIMEOUT, TIMEOUT))
                .build();
        VERIFIER.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        VERIFIER.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                AUDIENCE, new JWTClaimsSet.Builder().issuer(MINTMARK.issuer()).build(), Set.of("sub", "exp")));
    }

    /** What nimbus-jose-jwt 10.9 accepts: a crit that is null or empty, and an exp that is null. */
    private static final String[] ACCEPTED = {"crit-malformed", "exp-null-bool"};

    static Stream<Drill> badTokens() {
        return MINTMARK.drills().audience(AUDIENCE).except(NOT_IN_THE_TOKEN).except(ACCEPTED).stream();
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void refuses(Drill drill) {
        assertThat(status(drill.token())).isIn(drill.httpStatus());
    }

    private static int status(String token) {
        try {
            VERIFIER.process(token, null);
            return 200;
        } catch (Exception e) {
            return 401;
        }
    }

    @Test
    void theFirstIsGoodAndTheOthersAreNamed() {
        List<Drill> drills = MINTMARK.drills(AUDIENCE).toList();
        assertThat(drills).hasSizeGreaterThan(60);
        assertThat(drills.get(0).httpStatus()).containsExactly(200);
        assertThat(drills.stream().skip(1)).allSatisfy(drill -> {
            assertThat(drill.httpStatus()).doesNotContain(200);
            assertThat(drill.toString()).startsWith(drill.id()).doesNotContain("eyJ");
        });
        assertThat(MINTMARK.drills().audience(AUDIENCE).withShould().stream()).hasSizeGreaterThan(drills.size());
        assertThat(MINTMARK.drills().audience(AUDIENCE).except("time").stream())
                .noneMatch(drill -> drill.id().equals("expired"));
        assertThat(MINTMARK.drills().audience(AUDIENCE).only("crit-malformed").stream())
                .extracting(Drill::name)
                .startsWith("ok-rs256", "crit-malformed (empty)")
                .hasSize(7);
    }

    @Test
    void aMistakeIsSaidAsOverHttp() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MINTMARK.drills().stream())
                .withMessageContaining("/audience");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MINTMARK.drills().audience(AUDIENCE).except("no-such-drill").stream())
                .withMessageContaining("/exclude");
    }
}
