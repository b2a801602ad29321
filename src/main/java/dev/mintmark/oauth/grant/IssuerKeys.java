package dev.mintmark.oauth.grant;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.keys.KeyRing;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.keys.KeysUnavailableException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Selects the keys that sign OAuth tokens: asymmetric ones only, since clients verify by the JWKS. */
public final class IssuerKeys {
    /** What stock clients accept without configuration; the others follow in the order of the enum. */
    private static final List<Algorithm> PREFERENCE = Stream.concat(
                    Stream.of(Algorithm.RS256),
                    Arrays.stream(Algorithm.values()).filter(algorithm -> algorithm.family() != Algorithm.Family.HMAC))
            .distinct()
            .toList();

    private IssuerKeys() {}

    /** The asymmetric algorithms of the ring, RS256 first. */
    public static List<Algorithm> algorithms(KeyRing ring) {
        return PREFERENCE.stream().filter(ring.algorithms()::contains).toList();
    }

    /**
     * The key of ID tokens: RS256 if the ring has one.
     *
     * @throws KeysUnavailableException if the ring has no asymmetric key
     */
    static SigningKey idTokenKey(KeyRings keyRings) {
        return signer(keyRings, Algorithm.RS256);
    }

    /**
     * The key of access tokens: the default algorithm's, or else that of ID tokens.
     *
     * @throws KeysUnavailableException if the ring has no asymmetric key
     */
    static SigningKey accessTokenKey(KeyRings keyRings, Algorithm byDefault) {
        return signer(keyRings, byDefault.family() == Algorithm.Family.HMAC ? Algorithm.RS256 : byDefault);
    }

    private static SigningKey signer(KeyRings keyRings, Algorithm preferred) {
        Optional<SigningKey> first = keyRings.require().signer(preferred);
        Function<KeyRing, Optional<SigningKey>> any =
                ring -> algorithms(ring).stream().findFirst().flatMap(ring::signer);
        return first.or(() -> {
                    KeyRing complete = keyRings.requireComplete();
                    return complete.signer(preferred).or(() -> any.apply(complete));
                })
                .orElseThrow(KeysUnavailableException::new);
    }
}
