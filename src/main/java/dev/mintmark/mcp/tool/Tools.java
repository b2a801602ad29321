package dev.mintmark.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.advice.Catalogue;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.service.DraftService;
import dev.mintmark.service.DrillService;
import dev.mintmark.service.TokenService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tools in the order of the list.
 *
 * @param list those that are offered
 * @param isMintingOff whether the tools that sign are left out by configuration
 */
public record Tools(List<Tool> list, boolean isMintingOff) {
    /** What a guarded tool answers a caller without API key. */
    static final String KEY_NEEDED =
            "This tool needs an API key. Add the header X-Api-Key (or Authorization: Bearer) with"
                    + " the key to the configuration of this MCP server.";

    private static final String MINTING_OFF =
            "Minting by assistants is off. The setting mintmark.mcp.mint turns it on, drills also need mintmark.drills.enabled.";

    public Tools {
        list = List.copyOf(list);
    }

    /**
     * Composes the tools. Reads {@code openapi.yaml}, which takes a moment.
     *
     * @param drills empty if drills are off
     * @param mint whether to offer the tools that sign
     */
    public static Tools of(
            TokenService tokens, Optional<DrillService> drills, Catalogue catalogue, Issuers issuers, boolean mint) {
        ContractSchemas contract = ContractSchemas.load();
        List<Tool> list = new ArrayList<>();
        list.add(DraftTool.of(contract, new DraftService(tokens)));
        list.add(MintTool.of(contract, tokens));
        list.add(ExplainTool.of(contract, tokens));
        list.add(DiagnoseTool.of(contract, tokens));
        list.add(AdviseTool.of(contract, tokens));
        list.add(RuleTool.of(contract, catalogue));
        list.add(ClaimTool.of(contract));
        list.add(ConvertTool.of(contract));
        list.add(SnippetTool.of(issuers));
        drills.ifPresent(service -> list.add(DrillTool.of(contract, service)));
        return new Tools(list.stream().filter(tool -> mint || !tool.mints()).toList(), !mint || drills.isEmpty());
    }

    /** Whether a name is that of a tool, offered or switched off. */
    public boolean isKnown(String name) {
        return find(name).isPresent() || isSwitchedOff(name);
    }

    private boolean isSwitchedOff(String name) {
        return isMintingOff && (name.equals("mint_token") || name.equals("mint_drill_tokens"));
    }

    private Optional<Tool> find(String name) {
        return list.stream().filter(tool -> tool.name().equals(name)).findFirst();
    }

    /**
     * Calls a known tool.
     *
     * @throws ToolException if it is switched off, needs an API key, or cannot use the arguments
     */
    public ObjectNode call(String name, ObjectNode arguments, Caller caller) {
        Tool tool = find(name).orElseThrow(() -> new ToolException(MINTING_OFF));
        if (tool.mints() && !caller.mayMint()) {
            throw new ToolException(KEY_NEEDED);
        }
        return Arguments.guard(() -> {
            Arguments.check(arguments, tool.input());
            return tool.call().answer(arguments, caller);
        });
    }
}
