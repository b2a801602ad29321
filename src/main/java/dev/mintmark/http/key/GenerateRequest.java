package dev.mintmark.http.key;

import dev.mintmark.http.wire.BodyLimits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The body of {@code POST /keys/generate}. */
record GenerateRequest(@NotNull @Size(max = BodyLimits.NAME) String algorithm) {}
