package dev.mintmark.tokens.verify;

import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.jose.SdJwt;
import dev.mintmark.jose.UnverifiedJws;
import java.util.Optional;

/**
 * A token after strict parsing, before verification.
 *
 * @param jws the token; empty if it is malformed
 * @param sdJwt the SD-JWT that the token belongs to, if any
 * @param error why it is malformed
 */
public record ParsedToken(Optional<UnverifiedJws> jws, Optional<SdJwt> sdJwt, Optional<MalformedTokenException> error) {

    /** The {@code kid} of the header, which is not verified. */
    public Optional<String> keyId() {
        return jws.flatMap(token -> token.header().keyId());
    }
}
