package dev.mintmark.service.request;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * The body of {@code POST /tokens/draft}.
 *
 * @param sentence in English, 1 to 1000 characters
 * @param engine what reads it: {@code rules} (the default) or {@code model}
 */
public record DraftRequest(
        @NotNull(message = "sentence is missing") @Size(min = 1, max = 1000)
        String sentence,

        Optional<@Size(max = RequestLimits.NAME) String> engine) {
    /** Omits the sentence, which may contain a secret. */
    @Override
    public String toString() {
        return "DraftRequest[redacted]";
    }
}
