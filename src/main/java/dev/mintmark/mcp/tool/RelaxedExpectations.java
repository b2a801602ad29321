package dev.mintmark.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.tokens.verify.Check;
import dev.mintmark.tokens.verify.CheckResult;
import dev.mintmark.tokens.verify.Expectations;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes expectations so that checks that failed may pass: to the value of the token, or to no expectation. */
final class RelaxedExpectations {
    /** Checks whose failure no expectation can change. */
    private static final Set<Check> FINAL =
            Set.of(Check.FORM, Check.KEY, Check.SIGNATURE, Check.CRITICAL_HEADERS, Check.KEY_BINDING, Check.REVOCATION);

    private RelaxedExpectations() {}

    /** Empty if a check failed that no expectation can change. */
    static Optional<ObjectNode> of(JsonNode given, List<CheckResult> failed) {
        if (failed.stream().map(CheckResult::check).anyMatch(FINAL::contains)) {
            return Optional.empty();
        }
        ObjectNode expect =
                given instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        failed.forEach(check -> relax(expect, check));
        return Optional.of(expect);
    }

    private static void relax(ObjectNode expect, CheckResult failed) {
        switch (failed.check()) {
            case EXPIRY, NOT_BEFORE -> expect.put("leeway", Expectations.MAX_LEEWAY.toSeconds());
            case ISSUED_AT -> {
                expect.remove("max_age");
                expect.put("leeway", Expectations.MAX_LEEWAY.toSeconds());
            }
            case ALGORITHM -> expect.remove("algorithms");
            default -> replace(expect, failed.check().wireName(), failed.actual());
        }
    }

    private static void replace(ObjectNode expect, String member, Optional<Object> actual) {
        JsonNode value =
                actual.map(it -> StrictJson.parse(StrictJson.bytes(it))).orElse(JsonNodeFactory.instance.missingNode());
        boolean isUsable = value.isTextual() ? !value.asText().isEmpty() : value.isArray() && !value.isEmpty();
        if (isUsable) {
            expect.set(member, value);
        } else {
            expect.remove(member);
        }
    }
}
