package dev.mintmark.http.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.service.request.MintOrder;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** The body of {@code POST /tokens}; every member may be absent. */
public record MintRequest(
        Optional<@Size(max = Bodies.NAME) String> type,
        Optional<@Size(max = Bodies.NAME) String> algorithm,
        Optional<@Size(max = Bodies.NAME) String> keyId,
        Optional<@Size(max = Bodies.TEXT) String> issuer,
        Optional<@Size(max = Bodies.TEXT) String> subject,
        Optional<JsonNode> audience,
        Optional<JsonNode> expiresIn,
        Optional<JsonNode> expiresAt,
        Optional<JsonNode> notBefore,
        Optional<JsonNode> issuedAt,
        Optional<JsonNode> scope,
        Optional<List<@NotNull @Size(max = Bodies.TEXT) String>> roles,
        Optional<List<@NotNull @Size(max = Bodies.TEXT) String>> permissions,
        Optional<List<@NotNull @Size(max = Bodies.TEXT) String>> groups,
        Optional<@Size(max = Bodies.TEXT) String> tenant,
        Optional<@Size(max = Bodies.TEXT) String> clientId,
        Optional<ObjectNode> claims,
        Optional<ObjectNode> headers,
        Optional<JsonNode> key,
        Optional<@Size(max = Bodies.SECRET) String> secret,
        Optional<@Size(max = Bodies.NAME) String> secretEncoding,
        Optional<Boolean> refresh,
        Optional<Boolean> advise,
        Optional<Boolean> explain)
        implements MintOrder {

    @Override
    public String toString() {
        return "MintRequest[redacted]";
    }
}
