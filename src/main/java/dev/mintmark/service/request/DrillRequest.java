package dev.mintmark.service.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/**
 * A request for a suite of drills: the body of {@code POST /drills}.
 *
 * @param audience the {@code aud} that the service under test expects
 * @param issuer the {@code iss} that it trusts; the root issuer if absent
 * @param scope the scope that it requires, a string with spaces or an array; without it, no drill is about scope
 * @param subject the {@code sub}; {@code user-1} if absent
 * @param clientId the {@code client_id}; {@code client-1} if absent
 * @param claims further claims of every token
 * @param type {@code at+jwt} (the default) or {@code JWT}
 * @param skew the leeway of the service under test, a duration; 60 s if absent
 * @param algorithms the algorithms that it accepts; RS256 and ES256 if absent
 * @param include ids and groups; all if absent
 * @param exclude ids and groups
 * @param dos whether to make tokens that may exhaust a weak service; false if absent
 * @param key the public key or JWK Set of a service that does not use this issuer
 */
public record DrillRequest(
        Optional<@Size(max = RequestLimits.TEXT) String> audience,
        Optional<@Size(max = RequestLimits.TEXT) String> issuer,
        Optional<JsonNode> scope,
        Optional<@Size(max = RequestLimits.TEXT) String> subject,
        Optional<@Size(max = RequestLimits.TEXT) String> clientId,
        Optional<ObjectNode> claims,
        Optional<@Size(max = RequestLimits.NAME) String> type,
        Optional<JsonNode> skew,
        Optional<List<@NotNull @Size(max = RequestLimits.NAME) String>> algorithms,
        Optional<List<@NotNull @Size(max = RequestLimits.NAME) String>> include,
        Optional<List<@NotNull @Size(max = RequestLimits.NAME) String>> exclude,
        Optional<Boolean> dos,
        Optional<JsonNode> key) {

    /** Omits the members, which may be claims about a person. */
    @Override
    public String toString() {
        return "DrillRequest[redacted]";
    }
}
