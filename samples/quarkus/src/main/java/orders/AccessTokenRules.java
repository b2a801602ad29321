package orders;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Refuses what the properties alone accept: a token of another kind (RFC 8725 section 3.11), one with {@code crit} or
 * {@code b64}, which has no place in a JWT (RFC 7797 section 7), and one that is bound to a key that a Bearer request does not
 * prove (RFC 8705, RFC 9449).
 */
@ApplicationScoped
public class AccessTokenRules implements SecurityIdentityAugmentor {
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    @ConfigProperty(name = "orders.access-token-rules", defaultValue = "true")
    boolean isActive;

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (isActive && identity.getPrincipal() instanceof JsonWebToken token && !isAccessToken(token)) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return Uni.createFrom().item(identity);
    }

    private static boolean isAccessToken(JsonWebToken token) {
        String raw = token.getRawToken();
        byte[] header = Base64.getUrlDecoder().decode(raw.substring(0, raw.indexOf('.')));
        try {
            JsonObject json = new JsonObject(new String(header, StandardCharsets.UTF_8));
            return json.getValue("typ") instanceof String type
                    && TYPES.contains(type.toLowerCase(Locale.ROOT))
                    && !json.containsKey("crit")
                    && !json.containsKey("b64")
                    && !token.containsClaim("cnf");
        } catch (DecodeException e) {
            return false;
        }
    }
}
