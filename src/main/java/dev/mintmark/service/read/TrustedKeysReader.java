package dev.mintmark.service.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.issuer.IssuerContext;
import dev.mintmark.jose.JwkSet;
import dev.mintmark.jose.KeyRejectedException;
import dev.mintmark.service.request.RequestLimits;
import dev.mintmark.service.request.VerifyRequest;
import dev.mintmark.tokens.verify.TrustedKeys;
import java.util.Optional;

/** Reads the trusted keys: the caller's key, secret or key set, or by default the service's keys. */
public final class TrustedKeysReader {
    private TrustedKeysReader() {}

    /**
     * Reads the keys. A well-formed but unsuitable key results in a failed check, not in an error.
     *
     * @throws MalformedRequestException if there is more than one source, or a key is malformed
     */
    public static TrustedKeys read(VerifyRequest request, IssuerContext issuer) {
        Optional<JsonNode> jwks = StringMembers.present(request.jwks());
        boolean own = CallerKey.isGiven(request);
        if (jwks.isPresent() && own) {
            throw new MalformedRequestException("/jwks", "Give at most one of jwks, key and secret");
        }
        String pointer = jwks.isPresent() ? "/jwks" : request.secret().isPresent() ? "/secret" : "/key";
        try {
            if (jwks.isPresent()) {
                return TrustedKeys.of(JwkSet.read(bounded("/jwks", jwks.get())));
            }
            return CallerKey.read(request)
                    .map(key -> TrustedKeys.single(key.jwk()))
                    .orElseGet(() -> own(issuer));
        } catch (KeyRejectedException e) {
            if (e.reason().isPolicy()) {
                return TrustedKeys.rejected(e);
            }
            throw new MalformedRequestException(pointer, e.detail());
        }
    }

    /**
     * Checks the size of a key set.
     *
     * @throws MalformedRequestException if it has more keys than {@link RequestLimits#KEYS}
     */
    static JsonNode bounded(String pointer, JsonNode jwks) {
        if (jwks.path("keys").size() > RequestLimits.KEYS) {
            throw new MalformedRequestException(
                    pointer + "/keys", "A key set must have at most " + RequestLimits.KEYS + " keys");
        }
        return jwks;
    }

    /** Returns the service's own keys. */
    public static TrustedKeys own(IssuerContext issuer) {
        return TrustedKeys.own(issuer.keyRings().require().verificationKeys());
    }
}
