package dev.mintmark.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.advice.Catalogue;
import dev.mintmark.advice.Rule;
import dev.mintmark.advice.Severity;
import dev.mintmark.service.body.Suggestion;
import java.util.List;

/** {@code explain_rule}: why a rule of advice exists and what to do. */
final class RuleTool {
    private static final String RULE = "rule";
    private static final String REFERENCES = "references";
    private static final int MAX_NAME = 64;

    private RuleTool() {}

    static Tool of(ContractSchemas contract, Catalogue catalogue) {
        return new Tool(
                "explain_rule",
                "Explain a rule",
                "Explains one rule of security advice by the id that an advisory has, such as alg-none.",
                Tool.Effect.READ,
                Inputs.texts(RULE, "The id of the rule."),
                Outputs.of(contract.output("Rule", List.of(RULE, "trigger", "why", "fix", REFERENCES)))
                        .require(RULE, "why", "fix"),
                (arguments, caller) -> {
                    String id = Arguments.text(arguments, RULE, MAX_NAME).orElseThrow();
                    return answer(catalogue.rule(id).orElseThrow(() -> unknown(id, catalogue)));
                });
    }

    private static ToolException unknown(String id, Catalogue catalogue) {
        List<String> ids = catalogue.rules().stream().map(Rule::id).toList();
        return new ToolException("No rule has this id."
                + Suggestion.similar(id, ids)
                        .map(it -> " Did you mean " + it + '?')
                        .orElse(" The resource mintmark://rules lists the rules."));
    }

    private static ObjectNode answer(Rule rule) {
        String severities = String.join(
                " or ", rule.severities().stream().map(Severity::wireName).toList());
        return Answer.of(rule.title() + " (" + severities + ").")
                .put(RULE, rule.id())
                .put("trigger", rule.trigger())
                .put("why", rule.why())
                .put("fix", rule.fix())
                .texts(REFERENCES, rule.references())
                .fit(REFERENCES);
    }
}
