package dev.mintmark.http.key;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;

/** The body of {@code POST /keys/convert}. */
record ConvertRequest(@NotNull JsonNode key) {
    @Override
    public String toString() {
        return "ConvertRequest[redacted]";
    }
}
