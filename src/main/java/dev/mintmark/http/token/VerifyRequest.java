package dev.mintmark.http.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.http.wire.Bodies;
import dev.mintmark.service.request.VerifyOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** The body of {@code POST /tokens/verify}. */
record VerifyRequest(
        @NotNull String token,
        Optional<JsonNode> jwks,
        Optional<JsonNode> key,
        Optional<@Size(max = Bodies.SECRET) String> secret,
        Optional<@Size(max = Bodies.NAME) String> secretEncoding,
        Optional<@Size(max = Bodies.NAME) String> mode,
        Optional<@Valid Expectation> expect)
        implements VerifyOrder {

    /** The member {@code expect}. */
    record Expectation(
            Optional<@Size(max = Bodies.TEXT) String> issuer,
            Optional<JsonNode> audience,
            Optional<@Size(max = Bodies.NAME) String> type,
            Optional<List<@NotNull @Size(max = Bodies.NAME) String>> algorithms,
            Optional<@Size(max = Bodies.TEXT) String> subject,
            Optional<JsonNode> scope,
            Optional<List<@NotNull @Size(max = Bodies.TEXT) String>> roles,
            Optional<List<@NotNull @Size(max = Bodies.TEXT) String>> permissions,
            Optional<List<@NotNull @Size(max = Bodies.TEXT) String>> requiredClaims,
            Optional<JsonNode> leeway,
            Optional<JsonNode> maxAge)
            implements VerifyOrder.Expect {}

    @Override
    public String toString() {
        return "VerifyRequest[redacted]";
    }
}
