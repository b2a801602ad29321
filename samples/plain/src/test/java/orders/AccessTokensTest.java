package orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.mintmark.testing.Drill;
import dev.mintmark.testing.Mintmark;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verifies good and bad tokens of an issuer in this JVM. */
class AccessTokensTest {
    @RegisterExtension
    static final Mintmark mintmark = Mintmark.inProcess();

    private static final String AUDIENCE = "https://orders.example";
    private static AccessTokens tokens;

    @BeforeAll
    static void trust() throws MalformedURLException {
        tokens = new AccessTokens(URI.create(mintmark.jwksUri()), mintmark.issuer(), AUDIENCE);
    }

    static Stream<Drill> jwt() {
        return mintmark.drills(AUDIENCE);
    }

    static Stream<Drill> atJwt() {
        return mintmark.drills().audience(AUDIENCE).type("at+jwt").stream();
    }

    @ParameterizedTest
    @MethodSource({"jwt", "atJwt"})
    void answersAsItMust(Drill drill) throws Exception {
        if (drill.httpStatus().contains(200)) {
            assertEquals("user-1", tokens.verify(drill.token()).getSubject());
        } else {
            assertThrows(BadJOSEException.class, () -> tokens.verify(drill.token()));
        }
    }

    @Test
    void readsTheSubject() throws Exception {
        String token = mintmark.token().subject("alice").audience(AUDIENCE).sign();
        assertEquals("alice", tokens.verify(token).getSubject(), mintmark.explain(token));
    }

    /** The processor alone. The list is that of docs/resource-servers.md. */
    @Test
    void theProcessorAloneAcceptsExactlyWhatIsListed() throws Exception {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        URI.create(mintmark.jwksUri()).toURL(), new DefaultResourceRetriever(10_000, 10_000))
                .build();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), keys));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                AUDIENCE, new JWTClaimsSet.Builder().issuer(mintmark.issuer()).build(), Set.of("sub", "exp")));
        Set<String> accepted = new TreeSet<>();
        for (Drill drill : jwt().skip(1).toList()) {
            if (isAccepted(processor, drill.token())) {
                accepted.add(drill.name());
            }
        }
        assertEquals(
                new TreeSet<>(Set.of(
                        "crit-malformed (empty)",
                        "crit-malformed (null)",
                        "dpop-bound-without-proof",
                        "exp-null-bool (null)",
                        "mtls-bound-without-cert")),
                accepted);
    }

    private static boolean isAccepted(DefaultJWTProcessor<SecurityContext> processor, String token) {
        try {
            processor.process(token, null);
            return true;
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return false;
        }
    }
}
