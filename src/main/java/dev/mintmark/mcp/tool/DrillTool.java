package dev.mintmark.mcp.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.drills.Drill;
import dev.mintmark.drills.DrillCatalogue;
import dev.mintmark.drills.DrillSelection;
import dev.mintmark.drills.Suite;
import dev.mintmark.service.DrillService;
import dev.mintmark.service.request.DrillRequest;
import java.util.List;
import java.util.Set;

/** {@code mint_drill_tokens}: a few deliberately bad tokens. */
final class DrillTool {
    /** The most tokens of one answer. */
    static final int MAX_TOKENS = 8;

    /** What is made if the caller chooses nothing: a good token, and the mistakes that matter most. */
    static final List<String> USUAL = List.of(
            "ok-rs256", "sig-bit-flipped", "alg-none", "hs256-pem", "expired", "nbf-future", "aud-wrong", "iss-wrong");

    private static final int MAX_LENGTH = 8192;
    private static final String INCLUDE = "include";

    private DrillTool() {}

    static Tool of(ContractSchemas contract, DrillService drills) {
        return new Tool(
                "mint_drill_tokens",
                "Mint bad tokens for a test",
                "Mints up to 8 tokens, each with one thing wrong, and says what a correct API does with each. For tests"
                        + " of your own service.",
                Tool.Effect.MINT,
                Inputs.describe(
                        contract.input("DrillRequest", List.of("audience", INCLUDE)),
                        INCLUDE,
                        "Ids of drills or groups; the most important ones by default"),
                Outputs.of(contract.output("DrillSuite", List.of("issuer", "drills", "skipped")))
                        .require("issuer", "drills"),
                (arguments, caller) -> {
                    DrillRequest request = Arguments.bind(withUsual(arguments), DrillRequest.class);
                    requireFew(Set.copyOf(request.include().orElse(List.of())));
                    var result = drills.make(request, caller.base());
                    return answer(result.issuer(), result.suite());
                });
    }

    private static ObjectNode withUsual(ObjectNode arguments) {
        if (!arguments.path(INCLUDE).isMissingNode() && !arguments.path(INCLUDE).isEmpty()) {
            return arguments;
        }
        ObjectNode request = arguments.deepCopy();
        ArrayNode include = request.putArray(INCLUDE);
        USUAL.forEach(include::add);
        return request;
    }

    private static void requireFew(Set<String> include) {
        DrillSelection selection = new DrillSelection(include, Set.of(), false);
        List<String> selected = DrillCatalogue.get().drills().stream()
                .filter(drill -> selection.selects(drill) && !drill.isDos())
                .map(Drill::id)
                .toList();
        if (selected.size() > MAX_TOKENS) {
            throw new ToolException("These are " + selected.size() + " drills, and a call makes at most " + MAX_TOKENS
                    + ". Include some of: " + String.join(", ", selected));
        }
    }

    private static ObjectNode answer(String issuer, Suite suite) {
        ArrayNode drills = JsonNodeFactory.instance.arrayNode();
        ArrayNode skipped = JsonNodeFactory.instance.arrayNode();
        suite.skipped().forEach(it -> skip(skipped, it.drill(), it.reason()));
        Answer answer = Answer.of(
                        "Test tokens. Send each as a Bearer token: accept means 200, reject means 401 or 403.")
                .put("issuer", issuer)
                .set("drills", drills);
        for (Suite.Entry entry : suite.entries()) {
            String token = entry.token().token();
            if (drills.size() == MAX_TOKENS) {
                skip(skipped, entry.drill(), "A call makes at most " + MAX_TOKENS + " tokens");
            } else if (token.length() > MAX_LENGTH) {
                skip(skipped, entry.drill(), "The token is too long; POST /drills makes it");
            } else {
                ObjectNode drill = drills.addObject().put("id", entry.drill().id());
                entry.token().label().ifPresent(label -> drill.put("label", label));
                drill.put("expect", entry.expect().wireName()).put("token", token);
                answer.minted(token);
            }
        }
        if (!skipped.isEmpty()) {
            answer.set("skipped", skipped);
        }
        return answer.fit("skipped", "drills");
    }

    private static void skip(ArrayNode skipped, Drill drill, String reason) {
        skipped.addObject().put("id", drill.id()).put("reason", reason);
    }
}
