package dev.mintmark.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.Pem;
import dev.mintmark.service.read.CallerKey;
import java.util.List;

/** {@code convert_key}: a public key in its other form. */
final class ConvertTool {
    private static final String KEY = "key";

    private ConvertTool() {}

    static Tool of(ContractSchemas contract) {
        return new Tool(
                "convert_key",
                "Convert a public key",
                "Converts a public key: a JWK to PEM, and PEM, a certificate or an SSH key to a JWK. Never send a private"
                        + " key.",
                Tool.Effect.READ,
                Inputs.describe(contract.input("ConvertRequest", List.of(KEY)), KEY, "A public key"),
                Outputs.of(contract.output("ConvertResponse", List.of("algorithm", "public_jwk", "public_pem")))
                        .member("thumbprint", "string")
                        .require("thumbprint"),
                (arguments, caller) -> answer(arguments.path(KEY)));
    }

    private static ObjectNode answer(JsonNode given) {
        PublicKeys.require("/key", given);
        Jwk key = CallerKey.readToShow(given);
        if (key.isPrivate() || key.isSecret()) {
            throw PublicKeys.refused("/key");
        }
        boolean isJwk = given.isObject() || given.asText().strip().startsWith("{");
        Answer answer = Answer.of("A public " + key.facts().type() + " key of "
                        + key.facts().bits() + " bits.")
                .put("algorithm", key.algorithmName().map(Answer::cut))
                .put("thumbprint", key.thumbprint());
        return (isJwk
                        ? answer.put("public_pem", Pem.publicText(key))
                        : answer.set("public_jwk", key.publicJsonAsGiven()))
                .fit();
    }
}
