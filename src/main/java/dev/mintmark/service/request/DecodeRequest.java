package dev.mintmark.service.request;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/**
 * A request to decode a token: the body of {@code POST /tokens/decode}.
 *
 * @param token any token
 * @param explain whether to add explanations; true if absent
 * @param advise whether to add advice; true if absent
 */
public record DecodeRequest(@NotNull String token, Optional<Boolean> explain, Optional<Boolean> advise) {

    /** A request with explanations and advice. */
    public static DecodeRequest of(String token) {
        return new DecodeRequest(token, Optional.empty(), Optional.empty());
    }

    /** Omits the token. */
    @Override
    public String toString() {
        return "DecodeRequest[redacted]";
    }
}
