package dev.mintmark.service.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.JwkSet;
import dev.mintmark.jose.KeyRejectedException;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.service.request.VerifyRequest;
import dev.mintmark.tokens.verify.TrustedKeys;
import java.util.Optional;

/** Reads whose keys are trusted: the caller's, in one of three forms, or else the ring's. */
public final class TrustedKeysReader {
    private TrustedKeysReader() {}

    /**
     * Reads the keys. Keys that are understood but unfit make a verdict and not an error, so that the caller reads the
     * reason beside the other checks.
     *
     * @throws MalformedRequestException if there is more than one source, or a key makes no sense
     */
    public static TrustedKeys read(VerifyRequest request, KeyRings keyRings) {
        Optional<JsonNode> jwks = StringMembers.present(request.jwks());
        boolean own = CallerKey.isGiven(request);
        if (jwks.isPresent() && own) {
            throw new MalformedRequestException("/jwks", "Give one of jwks, key and secret, not more");
        }
        String pointer = jwks.isPresent() ? "/jwks" : request.secret().isPresent() ? "/secret" : "/key";
        try {
            if (jwks.isPresent()) {
                return TrustedKeys.of(JwkSet.read(jwks.get()));
            }
            return CallerKey.read(request)
                    .map(key -> TrustedKeys.single(key.jwk()))
                    .orElseGet(() -> own(keyRings));
        } catch (KeyRejectedException e) {
            if (e.reason().isPolicy()) {
                return TrustedKeys.refused(e);
            }
            throw new MalformedRequestException(pointer, e.detail());
        }
    }

    /** The keys of the service itself. */
    public static TrustedKeys own(KeyRings keyRings) {
        return TrustedKeys.own(keyRings.require().verificationKeys());
    }
}
