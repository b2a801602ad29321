package dev.mintmark.http.token;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/** The body of {@code POST /tokens/decode}. */
record DecodeRequest(@NotNull String token, Optional<Boolean> explain) {
    @Override
    public String toString() {
        return "DecodeRequest[redacted]";
    }
}
