package dev.mintmark.mcp.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.draft.Draft;
import dev.mintmark.draft.Understood;
import dev.mintmark.service.DraftResult;
import dev.mintmark.service.DraftService;
import dev.mintmark.service.request.DraftRequest;
import java.util.List;

/** {@code draft_token}: a sentence becomes the arguments of {@code mint_token}. */
final class DraftTool {
    private static final String IGNORED = "ignored";
    private static final String ASSUMED = "assumed";

    private DraftTool() {}

    static Tool of(ContractSchemas contract, DraftService drafts) {
        return new Tool(
                "draft_token",
                "Draft a token",
                "Turns an English sentence into arguments of mint_token, by fixed rules, and lists what was ignored or"
                        + " assumed. Mints nothing.",
                Tool.Effect.READ,
                contract.input("DraftRequest", List.of("sentence")),
                Outputs.of(contract.output("DraftResponse", List.of("spec", "complete", IGNORED)))
                        .member(ASSUMED, "array")
                        .require("spec", "complete"),
                (arguments, caller) -> answer(drafts.draft(Arguments.bind(arguments, DraftRequest.class))));
    }

    private static ObjectNode answer(DraftResult result) {
        Draft draft = result.draft();
        return Answer.of(result.proposal().summary())
                .set("spec", draft.spec())
                .put("complete", draft.isComplete())
                .set(IGNORED, ignored(draft))
                .set(ASSUMED, assumed(draft))
                .fit(Answer.SUMMARY, ASSUMED, IGNORED);
    }

    private static ArrayNode ignored(Draft draft) {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        draft.ignored().forEach(it -> {
            ObjectNode entry = entries.addObject();
            it.text().ifPresent(text -> entry.put("text", Answer.cut(text)));
            entry.put("code", it.code().wireName()).put("message", it.message());
        });
        return entries;
    }

    private static ArrayNode assumed(Draft draft) {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        draft.understood().stream()
                .filter(it -> it.how() == Understood.How.ASSUMED)
                .forEach(it -> entries.addObject().put("pointer", it.pointer()).put("why", it.why()));
        return entries;
    }
}
