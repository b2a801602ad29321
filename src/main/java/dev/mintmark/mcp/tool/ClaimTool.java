package dev.mintmark.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.advice.glossary.Explanation;
import dev.mintmark.advice.glossary.Glossary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code explain_claim}: the meaning of a claim or header parameter. */
final class ClaimTool {
    private static final String NAME = "name";
    private static final int MAX_NAME = 256;

    private ClaimTool() {}

    static Tool of(ContractSchemas contract) {
        Glossary glossary = new Glossary();
        return new Tool(
                "explain_claim",
                "Explain a claim",
                "Explains a claim or header parameter by its name.",
                Tool.Effect.READ,
                Inputs.texts(NAME, "The name, such as azp."),
                Outputs.of(contract.output("Explanation", List.of(NAME, "registered", "reference")))
                        .member("claim", "string")
                        .member("header", "string")
                        .require(NAME),
                (arguments, caller) -> answer(
                        glossary, Arguments.text(arguments, NAME, MAX_NAME).orElseThrow()));
    }

    private static ObjectNode answer(Glossary glossary, String name) {
        JsonNode none = JsonNodeFactory.instance.objectNode();
        JsonNode one = JsonNodeFactory.instance.objectNode().set(name, JsonNodeFactory.instance.nullNode());
        Optional<Explanation> claim = glossary.explain(none, Optional.of(one), 0, Instant.EPOCH).stream()
                .findFirst();
        Optional<Explanation> header = glossary.explain(one, Optional.empty(), 0, Instant.EPOCH).stream()
                .filter(Explanation::registered)
                .findFirst();
        Optional<Explanation> registered =
                claim.filter(Explanation::registered).or(() -> header).or(() -> claim);
        return Answer.of(registered.map(Explanation::meaning).orElse("Nothing is known about this name."))
                .put(NAME, Answer.cut(name))
                .put("registered", registered.filter(Explanation::registered).isPresent())
                .put("claim", claim.map(Explanation::meaning))
                .put("header", header.map(Explanation::meaning))
                .put("reference", registered.flatMap(Explanation::reference))
                .fit();
    }
}
