package dev.mintmark.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.mintmark.service.request.BatchRequest;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.service.request.RefreshRequest;
import dev.mintmark.service.request.RevokeRequest;
import dev.mintmark.service.request.VerifyRequest;
import java.util.List;
import java.util.Optional;

/** Orders from JSON with the members of openapi.yaml, in single quotes so that a test reads like a request. */
public final class Requests {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private Requests() {}

    /** An order of {@code POST /tokens}; the arguments are put in as {@link String#format} does. */
    public static MintRequest mint(String json, Object... arguments) {
        return read(json.formatted(arguments), Mint.class);
    }

    /** An order of {@code POST /tokens/batch}. */
    public static BatchRequest batch(String json) {
        return read(json, Several.class);
    }

    /** An order of {@code POST /tokens/verify}. */
    public static VerifyRequest verify(String json, Object... arguments) {
        return read(json.formatted(arguments), Verify.class);
    }

    /** An order of {@code POST /tokens/verify} of which only the member {@code expect} matters. */
    static VerifyRequest expecting(String json) {
        return verify("{'token': '', 'expect': %s}", json);
    }

    /** A request of {@code POST /tokens/refresh}. */
    public static RefreshRequest refresh(String json) {
        return read(json, Refresh.class);
    }

    /** A request of {@code POST /tokens/revoke}. */
    public static RevokeRequest revoke(String json) {
        return read(json, Revoke.class);
    }

    public static JsonNode json(String json) {
        return read(json, JsonNode.class);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    record Refresh(String refreshToken, Optional<JsonNode> scope, Optional<JsonNode> audience)
            implements RefreshRequest {}

    record Revoke(
            Optional<String> token,
            Optional<String> id,
            Optional<String> subject,
            Optional<String> issuer,
            Optional<JsonNode> issuedBefore)
            implements RevokeRequest {}

    record Mint(
            Optional<String> type,
            Optional<String> algorithm,
            Optional<String> keyId,
            Optional<String> issuer,
            Optional<String> subject,
            Optional<JsonNode> audience,
            Optional<JsonNode> expiresIn,
            Optional<JsonNode> expiresAt,
            Optional<JsonNode> notBefore,
            Optional<JsonNode> issuedAt,
            Optional<JsonNode> scope,
            Optional<List<String>> roles,
            Optional<List<String>> permissions,
            Optional<List<String>> groups,
            Optional<String> tenant,
            Optional<String> clientId,
            Optional<ObjectNode> claims,
            Optional<ObjectNode> headers,
            Optional<JsonNode> key,
            Optional<String> secret,
            Optional<String> secretEncoding,
            Optional<Boolean> refresh,
            Optional<Boolean> advise,
            Optional<Boolean> explain)
            implements MintRequest {}

    record Verify(
            String token,
            Optional<JsonNode> jwks,
            Optional<JsonNode> key,
            Optional<String> secret,
            Optional<String> secretEncoding,
            Optional<String> mode,
            Optional<Boolean> unwrap,
            Optional<Expected> expect)
            implements VerifyRequest {}

    record Expected(
            Optional<JsonNode> issuer,
            Optional<JsonNode> audience,
            Optional<String> type,
            Optional<List<String>> algorithms,
            Optional<String> subject,
            Optional<JsonNode> scope,
            Optional<List<String>> roles,
            Optional<String> rolesClaim,
            Optional<List<String>> permissions,
            Optional<List<String>> requiredClaims,
            Optional<JsonNode> leeway,
            Optional<JsonNode> maxAge)
            implements VerifyRequest.Expect {}

    record Several(
            Optional<JsonNode> count,
            Optional<Mint> spec,
            Optional<Varying> vary,
            Optional<List<JsonNode>> specs,
            Optional<Boolean> compact)
            implements BatchRequest {}

    record Varying(Optional<String> subject, Optional<ObjectNode> claims) implements BatchRequest.Vary {}
}
