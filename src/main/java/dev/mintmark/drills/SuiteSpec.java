package dev.mintmark.drills;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.json.JsonMembers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the tokens of a suite have in common.
 *
 * @param issuer the {@code iss} that the service under test trusts
 * @param audience the {@code aud} of the service under test
 * @param scope the scope that it requires; empty if none is known, and then no drill is about scope
 * @param claims further claims of every token, with {@code sub} and {@code client_id}
 * @param typ the {@code typ} of good tokens
 * @param skew the leeway of the service under test
 * @param algorithms the algorithms that it accepts; the first with a key signs the base token
 * @param selection which drills to make
 * @param key the public key of a service that does not use this issuer, for key confusion and encryption
 */
public record SuiteSpec(
        String issuer,
        String audience,
        List<String> scope,
        JsonMembers claims,
        String typ,
        Duration skew,
        List<Algorithm> algorithms,
        DrillSelection selection,
        Optional<Jwk> key) {
    /** The {@code typ} of access tokens (RFC 9068 section 2.1). */
    public static final String ACCESS_TOKEN = "at+jwt";

    public SuiteSpec {
        scope = List.copyOf(scope);
        algorithms = List.copyOf(algorithms);
    }

    /** Whether good tokens are typed as access tokens, so that an untyped token is wrong. */
    public boolean isTyped() {
        return typ.equals(ACCESS_TOKEN);
    }
}
