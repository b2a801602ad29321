package dev.mintmark.http.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.service.request.VerifyRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** The body of {@code POST /tokens/verify}. */
record VerifyBody(
        @NotNull String token,
        Optional<JsonNode> jwks,
        Optional<JsonNode> key,
        Optional<@Size(max = BodyLimits.SECRET) String> secret,
        Optional<@Size(max = BodyLimits.NAME) String> secretEncoding,
        Optional<@Size(max = BodyLimits.NAME) String> mode,
        Optional<Boolean> unwrap,
        Optional<@Valid Expectation> expect)
        implements VerifyRequest {

    /** The member {@code expect}. */
    record Expectation(
            Optional<JsonNode> issuer,
            Optional<JsonNode> audience,
            Optional<@Size(max = BodyLimits.NAME) String> type,
            Optional<List<@NotNull @Size(max = BodyLimits.NAME) String>> algorithms,
            Optional<@Size(max = BodyLimits.TEXT) String> subject,
            Optional<JsonNode> scope,
            Optional<List<@NotNull @Size(max = BodyLimits.TEXT) String>> roles,
            Optional<@Size(max = BodyLimits.NAME) String> rolesClaim,
            Optional<List<@NotNull @Size(max = BodyLimits.TEXT) String>> permissions,
            Optional<List<@NotNull @Size(max = BodyLimits.TEXT) String>> requiredClaims,
            Optional<JsonNode> leeway,
            Optional<JsonNode> maxAge)
            implements VerifyRequest.Expect {}

    @Override
    public String toString() {
        return "VerifyRequest[redacted]";
    }
}
