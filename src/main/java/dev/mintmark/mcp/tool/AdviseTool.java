package dev.mintmark.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.advice.Advisory;
import dev.mintmark.advice.Report;
import dev.mintmark.advice.Severity;
import dev.mintmark.service.TokenService;
import dev.mintmark.service.request.AdviceRequest;
import java.util.List;
import java.util.stream.Collectors;

/** {@code advise}: security advice on a token, a token request or a key set. */
final class AdviseTool {
    private static final String SPEC = "spec";
    private static final List<String> SUBJECTS = List.of(SPEC, "token", "jwks");

    private AdviseTool() {}

    static Tool of(ContractSchemas contract, TokenService tokens) {
        ObjectNode spec = contract.input("MintRequest", MintTool.members(contract));
        return new Tool(
                "advise",
                "Give security advice",
                "Lists what is dangerous or unwise about exactly one of spec (arguments of mint_token), token and jwks.",
                Tool.Effect.READ,
                Inputs.describe(contract.input("AdviceRequest", SUBJECTS), SPEC, "Arguments of mint_token"),
                Outputs.of(contract.output("AdviceReport", List.of("highest", "counts", Answer.ADVISORIES)))
                        .require("counts", Answer.ADVISORIES),
                (arguments, caller) -> {
                    if (SUBJECTS.stream().filter(arguments::hasNonNull).count() != 1) {
                        throw new ToolException("Give exactly one of spec, token and jwks.");
                    }
                    PublicKeys.require("/jwks", arguments.path("jwks"));
                    if (arguments.path(SPEC) instanceof ObjectNode members) {
                        Arguments.check(members, spec);
                    }
                    return answer(tokens.advise(Arguments.bind(arguments, AdviceRequest.class)));
                });
    }

    private static ObjectNode answer(Report report) {
        ObjectNode counts = JsonNodeFactory.instance.objectNode();
        report.counts().forEach((severity, count) -> counts.put(severity.wireName(), count));
        return Answer.of(summary(report))
                .set("highest", highest(report))
                .set("counts", counts)
                .set(Answer.ADVISORIES, advisories(report.advisories()))
                .fit(Answer.ADVISORIES);
    }

    private static String summary(Report report) {
        String found = report.counts().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey().wireName())
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? "Nothing to object to." : "Advisories: " + found + '.';
    }

    private static JsonNode highest(Report report) {
        return report.highest()
                .map(Severity::wireName)
                .<JsonNode>map(JsonNodeFactory.instance::textNode)
                .orElse(JsonNodeFactory.instance.nullNode());
    }

    private static ArrayNode advisories(List<Advisory> advisories) {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        advisories.forEach(it -> entries.addObject()
                .put("rule", it.rule().id())
                .put("severity", it.severity().wireName())
                .put("where", Answer.cut(it.where()))
                .put("message", Answer.cut(it.message()))
                .put("fix", Answer.cut(it.fix())));
        return entries;
    }
}
