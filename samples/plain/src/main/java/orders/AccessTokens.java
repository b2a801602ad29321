package orders;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;

/** Verifies access tokens with nimbus-jose-jwt. Thread-safe. */
public final class AccessTokens {
    /** Milliseconds to wait for the keys; the default is half a second. */
    private static final int TIMEOUT = 5_000;

    private static final JOSEObjectType AT_JWT = new JOSEObjectType("at+jwt");
    private static final JOSEObjectType LONG_AT_JWT = new JOSEObjectType("application/at+jwt");

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /**
     * @param jwks the URL of the issuer's keys
     * @param issuer the {@code iss} of its tokens
     * @param audience of this service
     */
    public AccessTokens(URI jwks, String issuer, String audience) throws MalformedURLException {
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        jwks.toURL(), new DefaultResourceRetriever(TIMEOUT, TIMEOUT))
                .build();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), keys));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, AT_JWT, LONG_AT_JWT));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp")));
    }

    /**
     * The claims of a token.
     *
     * @throws BadJOSEException if the token is not valid here
     */
    public JWTClaimsSet verify(String token) throws BadJOSEException {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            checkRules(token, claims);
            return claims;
        } catch (ParseException | JOSEException e) {
            throw new BadJOSEException("The token is malformed", e);
        }
    }

    /**
     * Refuses what the processor accepts: an {@code exp} of null, a {@code crit} that is empty or null, and a token that is
     * bound to a key, which a Bearer request does not prove.
     */
    private static void checkRules(String token, JWTClaimsSet claims) throws BadJOSEException, ParseException {
        Map<String, Object> header =
                JSONObjectUtils.parse(new Base64URL(token.substring(0, token.indexOf('.'))).decodeToString());
        if (claims.getExpirationTime() == null || claims.getClaim("cnf") != null || header.containsKey("crit")) {
            throw new BadJOSEException("The token is not one that this service accepts");
        }
    }
}
