package dev.mintmark.tokens.verify;

import com.fasterxml.jackson.core.JsonPointer;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.TokenType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The expectations of a verifier beyond a valid signature and valid dates. Empty members are not checked.
 *
 * @param issuers the trusted issuers, of which {@code iss} must be one
 * @param audience accepted audiences; the token's {@code aud} must contain at least one
 * @param type the type of the token
 * @param algorithms accepted algorithms
 * @param subject the {@code sub}
 * @param scope required scope values
 * @param roles required roles
 * @param rolesClaim the claim that holds the roles; empty for the usual ones of identity providers
 * @param permissions required permissions
 * @param requiredClaims claims that must be present and not null
 * @param leeway tolerance for clock skew, 0 to 600 s
 * @param maxAge the longest accepted time since {@code iat}
 * @param keyBinding the demands on the key-binding JWT of an SD-JWT, which must then be present
 */
public record Expectations(
        List<Issuer> issuers,
        List<String> audience,
        Optional<TokenType> type,
        Set<Algorithm> algorithms,
        Optional<String> subject,
        List<String> scope,
        List<String> roles,
        Optional<JsonPointer> rolesClaim,
        List<String> permissions,
        List<String> requiredClaims,
        Duration leeway,
        Optional<Duration> maxAge,
        Optional<KeyBinding> keyBinding) {

    /**
     * What a verifier demands of a key-binding JWT (RFC 9901 section 7.3).
     *
     * @param audience accepted values of its {@code aud}; empty if any passes
     * @param nonce its {@code nonce}; empty if any passes
     * @param maxAge the longest accepted time since its {@code iat}
     */
    public record KeyBinding(List<String> audience, Optional<String> nonce, Optional<Duration> maxAge) {
        public KeyBinding {
            audience = List.copyOf(audience);
        }
    }

    /** The default leeway. */
    public static final Duration DEFAULT_LEEWAY = Duration.ofMinutes(1);

    /** The largest leeway. A larger one would defeat short lifetimes. */
    public static final Duration MAX_LEEWAY = Duration.ofMinutes(10);

    /** Expects nothing beyond a valid signature and valid dates. */
    public static final Expectations NONE = of(Optional.empty());

    public Expectations {
        issuers = List.copyOf(issuers);
        audience = List.copyOf(audience);
        algorithms = Set.copyOf(algorithms);
        scope = List.copyOf(scope);
        roles = List.copyOf(roles);
        permissions = List.copyOf(permissions);
        requiredClaims = List.copyOf(requiredClaims);
    }

    /** The expectations of the dates of a key-binding JWT: the same leeway, and a maximum age of its own. */
    Expectations forKeyBinding(Optional<Duration> maximum) {
        return new Expectations(
                List.of(),
                List.of(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                leeway,
                maximum);
    }

    /** Expectations without demands on a key-binding JWT. */
    public Expectations(
            List<Issuer> issuers,
            List<String> audience,
            Optional<TokenType> type,
            Set<Algorithm> algorithms,
            Optional<String> subject,
            List<String> scope,
            List<String> roles,
            Optional<JsonPointer> rolesClaim,
            List<String> permissions,
            List<String> requiredClaims,
            Duration leeway,
            Optional<Duration> maxAge) {
        this(
                issuers,
                audience,
                type,
                algorithms,
                subject,
                scope,
                roles,
                rolesClaim,
                permissions,
                requiredClaims,
                leeway,
                maxAge,
                Optional.empty());
    }

    /** Expects only this type. */
    public static Expectations of(Optional<TokenType> type) {
        return new Expectations(
                List.of(),
                List.of(),
                type,
                Set.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                DEFAULT_LEEWAY,
                Optional.empty());
    }
}
