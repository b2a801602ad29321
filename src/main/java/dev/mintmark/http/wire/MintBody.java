package dev.mintmark.http.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.service.request.MintRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** The body of {@code POST /tokens}; every member is optional. */
public record MintBody(
        Optional<@Size(max = BodyLimits.NAME) String> type,
        Optional<@Size(max = BodyLimits.NAME) String> algorithm,
        Optional<@Size(max = BodyLimits.NAME) String> keyId,
        Optional<@Size(max = BodyLimits.TEXT) String> issuer,
        Optional<@Size(max = BodyLimits.TEXT) String> subject,
        Optional<JsonNode> audience,
        Optional<JsonNode> expiresIn,
        Optional<JsonNode> expiresAt,
        Optional<JsonNode> notBefore,
        Optional<JsonNode> issuedAt,
        Optional<JsonNode> scope,
        Optional<List<@NotNull @Size(max = BodyLimits.TEXT) String>> roles,
        Optional<List<@NotNull @Size(max = BodyLimits.TEXT) String>> permissions,
        Optional<List<@NotNull @Size(max = BodyLimits.TEXT) String>> groups,
        Optional<@Size(max = BodyLimits.TEXT) String> tenant,
        Optional<@Size(max = BodyLimits.TEXT) String> clientId,
        Optional<ObjectNode> claims,
        Optional<ObjectNode> headers,
        Optional<JsonNode> key,
        Optional<@Size(max = BodyLimits.SECRET) String> secret,
        Optional<@Size(max = BodyLimits.NAME) String> secretEncoding,
        Optional<Boolean> refresh,
        Optional<Boolean> advise,
        Optional<Boolean> explain)
        implements MintRequest {

    @Override
    public String toString() {
        return "MintRequest[redacted]";
    }
}
