package dev.mintmark.tokens.mint;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.TokenType;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The defaults of tokens and the limit of their lifetime.
 *
 * @param issuer the {@code iss}
 * @param algorithm the signing algorithm if the request chooses neither algorithm nor key
 * @param accessTokenTyp the {@code typ} of access tokens; ID and generic tokens have {@code JWT}
 * @param lifetimes the lifetime of each type, from {@code iat} to {@code exp}
 * @param maxLifetime the longest lifetime a request may ask for
 * @param subject the {@code sub}, if any
 * @param audience the {@code aud}, if any
 * @param clientId the {@code client_id} of access tokens, if any
 */
public record TokenDefaults(
        Issuer issuer,
        Algorithm algorithm,
        String accessTokenTyp,
        Map<TokenType, Duration> lifetimes,
        Duration maxLifetime,
        Optional<String> subject,
        List<String> audience,
        Optional<String> clientId) {

    /** @throws IllegalArgumentException for defaults that the policy would reject on every request */
    public TokenDefaults {
        lifetimes = Map.copyOf(lifetimes);
        audience = List.copyOf(audience);
        if (accessTokenTyp.isBlank() || TokenPolicy.isReserved(accessTokenTyp)) {
            throw new IllegalArgumentException("The typ of access tokens must not be blank or refresh+jwt");
        }
        for (Duration lifetime : lifetimes.values()) {
            if (lifetime.compareTo(maxLifetime) > 0) {
                throw new IllegalArgumentException("A default lifetime is over the maximum");
            }
        }
    }

    /** The same defaults under another issuer. */
    public TokenDefaults withIssuer(Issuer other) {
        return new TokenDefaults(other, algorithm, accessTokenTyp, lifetimes, maxLifetime, subject, audience, clientId);
    }

    /**
     * Returns the default lifetime of a token of this type.
     *
     * @throws IllegalArgumentException if the type has none
     */
    public Duration lifetime(TokenType type) {
        Duration lifetime = lifetimes.get(type);
        if (lifetime == null) {
            throw new IllegalArgumentException("No lifetime for " + type);
        }
        return lifetime;
    }

    /** Returns the longest default lifetime. A key is needed this long after it last signed. */
    public Duration maxDefaultLifetime() {
        return Collections.max(lifetimes.values());
    }

    String typ(TokenType type) {
        return switch (type) {
            case ACCESS -> accessTokenTyp;
            case REFRESH -> TokenType.REFRESH_TYPE;
            case ID, GENERIC -> "JWT";
        };
    }
}
