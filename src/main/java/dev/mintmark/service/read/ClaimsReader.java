package dev.mintmark.service.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.service.request.RequestLimits;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Merges the named members and the free claims of a mint request. A claim given twice must have the same value. */
public final class ClaimsReader {
    private static final Set<String> TEXTS = Set.of("iss", "sub", "jti");
    private static final Set<String> DATES = Set.of("exp", "nbf", "iat");

    private final JsonMembers.Builder claims;
    private final JsonMembers free;
    private final Instants instants;
    private final RequestErrors errors = new RequestErrors();

    private ClaimsReader(JsonMembers free, Instants instants) {
        this.free = free;
        this.claims = free.toBuilder();
        this.instants = instants;
    }

    /**
     * Reads the claims of the request; null removes a default claim.
     *
     * @throws MalformedRequestException for a claim given twice with different values, or a registered claim of the
     *     wrong type (RFC 7519 section 4.1)
     */
    static JsonMembers read(MintRequest request, Instants instants) {
        RequestErrors errors = new RequestErrors();
        errors.check(() -> request.claims().ifPresent(free -> checkTypes("/claims", free, instants)));
        JsonMembers claims = errors.read(JsonMembers.EMPTY, () -> readUnchecked(request, instants));
        errors.report();
        return claims;
    }

    /**
     * Reads the claims without checking the types of registered claims, for advice.
     *
     * @throws MalformedRequestException for a claim given twice with different values
     */
    static JsonMembers readUnchecked(MintRequest request, Instants instants) {
        ClaimsReader reader =
                new ClaimsReader(request.claims().map(JsonMembers::of).orElse(JsonMembers.EMPTY), instants);
        reader.readNamed(request);
        reader.errors.report();
        return reader.claims.build();
    }

    /**
     * Checks the types of registered claims.
     *
     * @param pointer to the claims
     * @throws MalformedRequestException for a wrong type (RFC 7519 section 4.1)
     */
    public static void checkTypes(String pointer, ObjectNode claims, Instants instants) {
        RequestErrors errors = new RequestErrors();
        claims.properties()
                .forEach(claim -> errors.check(
                        () -> checkType(pointer + "/" + claim.getKey(), claim.getKey(), claim.getValue(), instants)));
        errors.report();
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
        put("iss", () -> text("/issuer", request.issuer()));
        put("sub", () -> text("/subject", request.subject()));
        put(
                "aud",
                () -> StringMembers.present(request.audience()).map(value -> {
                    List<String> audience = StringMembers.list("/audience", value);
                    return value.isTextual() ? TextNode.valueOf(audience.get(0)) : array(audience);
                }));
        put("iat", () -> instant("/issued_at", request.issuedAt()));
        put("nbf", () -> instant("/not_before", request.notBefore()));
        put("exp", () -> instant("/expires_at", request.expiresAt()));
        put(
                "scope",
                () -> StringMembers.present(request.scope())
                        .map(value -> String.join(" ", StringMembers.scope("/scope", value)))
                        .filter(scope -> !scope.isEmpty())
                        .map(TextNode::valueOf));
        put("roles", () -> array("/roles", request.roles()));
        put("permissions", () -> array("/permissions", request.permissions()));
        put("groups", () -> array("/groups", request.groups()));
        put("tenant", () -> text("/tenant", request.tenant()));
        put("client_id", () -> text("/client_id", request.clientId()));
    }

    private Optional<JsonNode> instant(String pointer, Optional<JsonNode> value) {
        return StringMembers.present(value)
                .map(node -> instants.parse(pointer, node))
                .map(instant -> LongNode.valueOf(instant.getEpochSecond()));
    }

    private static Optional<JsonNode> text(String pointer, Optional<String> value) {
        return StringMembers.bounded(pointer, value, RequestLimits.TEXT).map(TextNode::valueOf);
    }

    private static Optional<JsonNode> array(String pointer, Optional<List<String>> values) {
        return values.map(list -> array(StringMembers.bounded(pointer, list)));
    }

    private static JsonNode array(List<String> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(values.size());
        values.forEach(array::add);
        return array;
    }

    private void put(String name, Supplier<Optional<JsonNode>> named) {
        errors.check(() -> put(name, named.get()));
    }

    private void put(String name, Optional<JsonNode> named) {
        if (named.isEmpty()) {
            return;
        }
        if (free.value(name).filter(value -> !same(value, named.get())).isPresent()) {
            throw new MalformedRequestException(
                    "/claims/" + name, name + " is given twice, here and by its own member, with different values");
        }
        claims.put(name, named.get());
    }

    private static boolean same(JsonNode free, JsonNode named) {
        if (free.isNumber() && named.isNumber()) {
            return free.longValue() == named.longValue();
        }
        return free.equals(named);
    }
}
