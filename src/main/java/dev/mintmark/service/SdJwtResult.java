package dev.mintmark.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.DisclosedClaims;
import dev.mintmark.jose.DisclosedClaims.Placed;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.jose.SdJwt;
import dev.mintmark.jose.UnverifiedToken;
import java.util.List;
import java.util.Optional;

/**
 * The parts of an SD-JWT behind the signed JWT (RFC 9901). None of it is verified.
 *
 * @param disclosures the disclosed values with their places; empty if the disclosures do not fit the token
 * @param keyBinding the key-binding JWT, if it can be decoded
 */
public record SdJwtResult(List<Placed> disclosures, Optional<UnverifiedToken> keyBinding) {
    static SdJwtResult of(SdJwt sdJwt, UnverifiedToken token) {
        return new SdJwtResult(disclosures(sdJwt, token), sdJwt.keyBinding().flatMap(SdJwtResult::decoded));
    }

    private static List<Placed> disclosures(SdJwt sdJwt, UnverifiedToken token) {
        if (!(token.payload().orElse(null) instanceof ObjectNode payload)) {
            return List.of();
        }
        try {
            return DisclosedClaims.of(sdJwt, payload).disclosures();
        } catch (MalformedTokenException e) {
            // The advisory token-malformed gives the reason.
            return List.of();
        }
    }

    private static Optional<UnverifiedToken> decoded(String text) {
        try {
            return Optional.of(UnverifiedToken.read(text));
        } catch (MalformedTokenException e) {
            return Optional.empty();
        }
    }
}
