package dev.mintmark.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.service.MintResult;
import dev.mintmark.service.TokenService;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.tokens.mint.MintedToken;
import java.util.List;
import java.util.Set;

/** {@code mint_token}: mints a test token. */
final class MintTool {
    /** Members that hold or choose key material, and those that answers have or lack in any case. */
    private static final Set<String> NOT_OFFERED =
            Set.of("key", "key_id", "secret", "secret_encoding", "advise", "explain");

    private static final String REFRESH_TOKEN = "refresh_token";

    private MintTool() {}

    /** The members of {@code POST /tokens} that assistants may use. */
    static List<String> members(ContractSchemas contract) {
        return contract.members("MintRequest").stream()
                .filter(name -> !NOT_OFFERED.contains(name))
                .toList();
    }

    static Tool of(ContractSchemas contract, TokenService tokens) {
        return new Tool(
                "mint_token",
                "Mint a test token",
                "Mints a signed JWT for tests with a key of this service. Production must not trust it.",
                Tool.Effect.MINT,
                contract.input("MintRequest", members(contract)),
                Outputs.of(contract.output(
                                "MintResponse",
                                List.of("token", REFRESH_TOKEN, "algorithm", "key_id", Answer.ADVISORIES)))
                        .member("note", "string")
                        .require("token", "note"),
                (arguments, caller) -> {
                    ObjectNode request = arguments.deepCopy().put("explain", true);
                    return answer(tokens.mint(Arguments.bind(request, MintRequest.class)));
                });
    }

    private static ObjectNode answer(MintResult result) {
        MintedToken minted = result.token();
        String end = minted.expiresAt().map(at -> "It ends at " + at + '.').orElse("It never ends.");
        Answer answer = Answer.of(result.summary().orElse(List.of()))
                .token("token", minted.token())
                .put("note", "A test token, signed by this service. " + end);
        result.refresh().ifPresent(refresh -> answer.token(REFRESH_TOKEN, refresh.token()));
        return answer.put("algorithm", minted.header().text("alg"))
                .put("key_id", minted.header().text("kid").map(Answer::cut))
                .advisories(result.advisories().orElse(List.of()))
                .fit(Answer.ADVISORIES, Answer.SUMMARY);
    }
}
