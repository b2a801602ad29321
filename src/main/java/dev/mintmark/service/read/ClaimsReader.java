package dev.mintmark.service.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.service.request.MintRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges the named members and the free claims of a mint request. A claim given twice must have the same value. */
public final class ClaimsReader {
    private static final Set<String> TEXTS = Set.of("iss", "sub", "jti");
    private static final Set<String> DATES = Set.of("exp", "nbf", "iat");

    private final Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    private final Instants instants;

    private ClaimsReader(Instants instants) {
        this.instants = instants;
    }

    /**
     * Reads the claims of the request; null removes a default claim.
     *
     * @throws MalformedRequestException for a claim given twice with different values, or a registered claim of the
     *     wrong type (RFC 7519 section 4.1)
     */
    static Map<String, @Nullable Object> read(MintRequest request, Instants instants) {
        request.claims().ifPresent(free -> checkTypes("/claims", free, instants));
        return readUnchecked(request, instants);
    }

    /**
     * Reads the claims without checking the types of registered claims, for advice.
     *
     * @throws MalformedRequestException for a claim given twice with different values
     */
    static Map<String, @Nullable Object> readUnchecked(MintRequest request, Instants instants) {
        ClaimsReader reader = new ClaimsReader(instants);
        request.claims().ifPresent(free -> reader.claims.putAll(StrictJson.map(free)));
        reader.readNamed(request);
        return reader.claims;
    }

    /**
     * Checks the types of registered claims.
     *
     * @param pointer to the claims
     * @throws MalformedRequestException for a wrong type (RFC 7519 section 4.1)
     */
    public static void checkTypes(String pointer, ObjectNode claims, Instants instants) {
        claims.properties()
                .forEach(
                        claim -> checkType(pointer + "/" + claim.getKey(), claim.getKey(), claim.getValue(), instants));
    }

    private static void checkType(String pointer, String name, JsonNode value, Instants instants) {
        if (value.isNull()) {
            return;
        }
        if (TEXTS.contains(name) && !value.isTextual()) {
            throw new MalformedRequestException(pointer, name + " must be a string (RFC 7519 4.1)");
        }
        if (DATES.contains(name) && !value.isIntegralNumber()) {
            throw new MalformedRequestException(pointer, name + " must be whole seconds since 1970 (RFC 7519 2)");
        }
        if (DATES.contains(name)) {
            instants.parse(pointer, value);
        }
        if (name.equals("aud")) {
            StringMembers.list(pointer, value);
        }
    }

    private void readNamed(MintRequest request) {
        put("iss", request.issuer());
        put("sub", request.subject());
        put("aud", StringMembers.present(request.audience()).map(value -> {
            List<String> audience = StringMembers.list("/audience", value);
            return value.isTextual() ? audience.get(0) : audience;
        }));
        put("iat", instant("/issued_at", request.issuedAt()));
        put("nbf", instant("/not_before", request.notBefore()));
        put("exp", instant("/expires_at", request.expiresAt()));
        put(
                "scope",
                StringMembers.present(request.scope())
                        .map(value -> String.join(" ", StringMembers.scope("/scope", value)))
                        .filter(scope -> !scope.isEmpty()));
        put("roles", request.roles());
        put("permissions", request.permissions());
        put("groups", request.groups());
        put("tenant", request.tenant());
        put("client_id", request.clientId());
    }

    private Optional<Long> instant(String pointer, Optional<JsonNode> value) {
        return StringMembers.present(value)
                .map(node -> instants.parse(pointer, node))
                .map(Instant::getEpochSecond);
    }

    private void put(String name, Optional<?> named) {
        if (named.isEmpty()) {
            return;
        }
        if (claims.containsKey(name) && !same(claims.get(name), named.get())) {
            throw new MalformedRequestException(
                    "/claims/" + name, name + " is given twice, here and by its own member, with different values");
        }
        claims.put(name, named.get());
    }

    private static boolean same(@Nullable Object free, Object named) {
        if (free instanceof Number number && named instanceof Number other) {
            return number.longValue() == other.longValue();
        }
        return Objects.equals(free, named);
    }
}
