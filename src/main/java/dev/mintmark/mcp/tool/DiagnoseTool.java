package dev.mintmark.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.service.TokenService;
import dev.mintmark.service.VerifyResult;
import dev.mintmark.service.request.VerifyRequest;
import dev.mintmark.service.summary.Sentence;
import dev.mintmark.tokens.verify.CheckResult;
import java.util.List;
import java.util.Optional;

/** {@code diagnose_token}: why a token is refused, and what to change. */
final class DiagnoseTool {
    private static final String EXPECT = "expect";
    private static final String FAILED = "failed";

    /** The longest value of a check and the longest expectations in an answer, in bytes of JSON. */
    private static final int MAX_VALUE = 120;

    private static final int MAX_EXPECT = 400;

    private final TokenService tokens;

    private DiagnoseTool(TokenService tokens) {
        this.tokens = tokens;
    }

    static Tool of(ContractSchemas contract, TokenService tokens) {
        DiagnoseTool tool = new DiagnoseTool(tokens);
        return new Tool(
                "diagnose_token",
                "Find out why a token is refused",
                "Verifies a token and lists the failed checks alone, each with its fix. Without jwks it trusts the keys of"
                        + " this service.",
                Tool.Effect.READ,
                Inputs.describe(
                        contract.input("VerifyRequest", List.of("token", EXPECT, "jwks")),
                        "token",
                        "A token, or pasted text that contains it"),
                Outputs.of(contract.output("VerifyResponse", List.of("valid")))
                        .member(FAILED, "array")
                        .member(EXPECT, "object")
                        .require("valid", FAILED),
                (arguments, caller) -> tool.answer(arguments));
    }

    private ObjectNode answer(ObjectNode arguments) {
        PublicKeys.require("/jwks", arguments.path("jwks"));
        VerifyResult result = verify(arguments);
        List<CheckResult> failed =
                result.verdict().checks().stream().filter(CheckResult::isFailed).toList();
        Answer answer = Answer.of(result.summary().stream().map(Sentence::text).toArray(String[]::new))
                .put("valid", failed.isEmpty())
                .set(FAILED, failures(failed));
        passing(arguments, failed).ifPresent(expect -> answer.set(EXPECT, expect));
        return answer.fit(Answer.SUMMARY, FAILED);
    }

    private VerifyResult verify(ObjectNode arguments) {
        ObjectNode request = arguments.deepCopy().put("unwrap", true).put("advise", false);
        return tokens.verify(Arguments.bind(request, VerifyRequest.class));
    }

    private static JsonNode failures(List<CheckResult> failed) {
        var entries = JsonNodeFactory.instance.arrayNode();
        for (CheckResult check : failed) {
            ObjectNode entry =
                    entries.addObject().put("check", check.check().wireName()).put("message", check.message());
            check.expected().flatMap(DiagnoseTool::value).ifPresent(value -> entry.set("expected", value));
            check.actual().flatMap(DiagnoseTool::value).ifPresent(value -> entry.set("actual", value));
            entry.put("fix", Fixes.of(check));
        }
        return entries;
    }

    /** A value as JSON, if it is short and no credential. */
    private static Optional<JsonNode> value(Object value) {
        byte[] json = StrictJson.bytes(value);
        return json.length > MAX_VALUE
                ? Optional.empty()
                : Optional.of(StrictJson.parse(json))
                        .map(node ->
                                node.isTextual() ? JsonNodeFactory.instance.textNode(Answer.cut(node.asText())) : node);
    }

    /** Expectations that this token meets, verified once more; empty if it is valid, or none would help. */
    private Optional<ObjectNode> passing(ObjectNode arguments, List<CheckResult> failed) {
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        return RelaxedExpectations.of(arguments.path(EXPECT), failed)
                .filter(expect -> StrictJson.bytes(expect).length <= MAX_EXPECT)
                .filter(expect -> verify(arguments.deepCopy().<ObjectNode>set(EXPECT, expect))
                        .verdict()
                        .isValid());
    }
}
