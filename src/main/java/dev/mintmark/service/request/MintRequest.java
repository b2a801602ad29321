package dev.mintmark.service.request;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/**
 * A request for a token: the body of {@code POST /tokens}. Every member may be absent.
 *
 * @param type {@code access} (the default), {@code id}, {@code refresh} or {@code generic}
 * @param algorithm the {@code alg}
 * @param keyId the key of the service that signs
 * @param issuer the {@code iss}
 * @param subject the {@code sub}
 * @param audience the {@code aud}, a string or an array of strings
 * @param expiresIn the lifetime, a duration
 * @param expiresAt the {@code exp}, an instant
 * @param notBefore the {@code nbf}, an instant
 * @param issuedAt the {@code iat}, an instant
 * @param scope a string with spaces, or an array of strings
 * @param claims further claims; null removes a default
 * @param headers header parameters; null removes a default
 * @param refresh whether to add a refresh token; false if absent
 * @param advise whether to add advice; true if absent
 * @param explain whether to add explanations; false if absent
 */
public record MintRequest(
        Optional<@Size(max = RequestLimits.NAME) String> type,
        Optional<@Size(max = RequestLimits.NAME) String> algorithm,
        Optional<@Size(max = RequestLimits.NAME) String> keyId,
        Optional<@Size(max = RequestLimits.TEXT) String> issuer,
        Optional<@Size(max = RequestLimits.TEXT) String> subject,
        Optional<JsonNode> audience,
        Optional<JsonNode> expiresIn,
        Optional<JsonNode> expiresAt,
        Optional<JsonNode> notBefore,
        Optional<JsonNode> issuedAt,
        Optional<JsonNode> scope,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        Optional<List<@NotNull @Size(max = RequestLimits.TEXT) String>> roles,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        Optional<List<@NotNull @Size(max = RequestLimits.TEXT) String>> permissions,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        Optional<List<@NotNull @Size(max = RequestLimits.TEXT) String>> groups,

        Optional<@Size(max = RequestLimits.TEXT) String> tenant,
        Optional<@Size(max = RequestLimits.TEXT) String> clientId,
        Optional<ObjectNode> claims,
        Optional<ObjectNode> headers,
        Optional<JsonNode> key,
        Optional<@Size(max = RequestLimits.SECRET) String> secret,
        Optional<@Size(max = RequestLimits.NAME) String> secretEncoding,
        Optional<Boolean> refresh,
        Optional<Boolean> advise,
        Optional<Boolean> explain)
        implements KeyMaterialRequest {

    /** A request for a token with nothing but defaults. */
    public static final MintRequest DEFAULT = builder().build();

    public static MintRequestBuilder builder() {
        return new MintRequestBuilder();
    }

    /** Omits the members, which may be secrets. */
    @Override
    public String toString() {
        return "MintRequest[redacted]";
    }
}
