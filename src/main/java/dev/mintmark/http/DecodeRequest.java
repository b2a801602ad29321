package dev.mintmark.http;

import jakarta.validation.constraints.NotNull;

/** The body of {@code POST /tokens/decode}. */
record DecodeRequest(@NotNull String token) {
    @Override
    public String toString() {
        return "DecodeRequest[redacted]";
    }
}
