package orders;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Refuses what the properties alone accept: a token without {@code exp}, with any {@code crit} (an empty one is malformed,
 * RFC 7515 section 4.1.11), or bound to a key that a Bearer request does not prove (RFC 8705, RFC 9449). Spring Boot adds the
 * bean to its own validators.
 */
@Component
@Profile("!stock")
class AccessTokenRules implements OAuth2TokenValidator<Jwt> {
    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        boolean isRefused = token.getExpiresAt() == null || token.hasClaim("cnf") || header(token).containsKey("crit");
        return isRefused
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"))
                : OAuth2TokenValidatorResult.success();
    }

    /** The header as it was signed; the headers of {@link Jwt} lack an empty {@code crit}. */
    private static Map<String, Object> header(Jwt token) {
        String encoded = token.getTokenValue().substring(0, token.getTokenValue().indexOf('.'));
        try {
            return JSONObjectUtils.parse(new Base64URL(encoded).decodeToString());
        } catch (ParseException e) {
            return Map.of("crit", "");
        }
    }
}
