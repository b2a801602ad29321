package dev.mintmark.tokens.verify;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.TokenType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a verifier demands beyond a valid signature and sound dates; what is empty is not checked.
 *
 * @param issuer the one {@code iss} that is trusted
 * @param audience of these the token's {@code aud} must name at least one
 * @param type what the token must be
 * @param algorithms the algorithms that may have signed
 * @param subject the {@code sub}
 * @param scope every value of it must be granted
 * @param roles every one must be held
 * @param permissions every one must be held
 * @param requiredClaims must be there and not null
 * @param leeway for clocks that differ, 0 to 600 s
 * @param maxAge since {@code iat}
 */
public record Expectations(
        Optional<Issuer> issuer,
        List<String> audience,
        Optional<TokenType> type,
        Set<Algorithm> algorithms,
        Optional<String> subject,
        List<String> scope,
        List<String> roles,
        List<String> permissions,
        List<String> requiredClaims,
        Duration leeway,
        Optional<Duration> maxAge) {

    /** What clocks may differ by unless something else is asked. */
    public static final Duration DEFAULT_LEEWAY = Duration.ofMinutes(1);

    /** The largest leeway: above it a short-lived token is no longer one. */
    public static final Duration MAX_LEEWAY = Duration.ofMinutes(10);

    /** Nothing beyond a valid signature and sound dates. */
    public static final Expectations NONE = of(Optional.empty());

    public Expectations {
        audience = List.copyOf(audience);
        algorithms = Set.copyOf(algorithms);
        scope = List.copyOf(scope);
        roles = List.copyOf(roles);
        permissions = List.copyOf(permissions);
        requiredClaims = List.copyOf(requiredClaims);
    }

    /** Nothing but that the token is of this type. */
    public static Expectations of(Optional<TokenType> type) {
        return new Expectations(
                Optional.empty(),
                List.of(),
                type,
                Set.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                DEFAULT_LEEWAY,
                Optional.empty());
    }
}
