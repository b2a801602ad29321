package dev.mintmark.mcp;

import static dev.mintmark.mcp.McpFixture.call;
import static dev.mintmark.mcp.McpFixture.json;
import static dev.mintmark.mcp.McpFixture.mint;
import static dev.mintmark.mcp.McpFixture.object;
import static dev.mintmark.mcp.McpFixture.result;
import static dev.mintmark.mcp.McpFixture.structured;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.mintmark.contract.Contract;
import dev.mintmark.jose.json.StrictJson;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers and the list of tools cost an assistant little, and fit their schemas. */
class BudgetTest {
    private static final int ANSWER = 1200;
    private static final int SNIPPET = 2000;
    private static final int LIST = 10_000;
    private static final JsonNode TOOLS = result("tools/list", "{}").path("tools");

    /** An answer without the tokens that it minted. */
    private static int size(JsonNode answer) {
        int tokens = answer.findValuesAsText("token").stream()
                        .mapToInt(String::length)
                        .sum()
                + answer.path("refresh_token").asText().length();
        return StrictJson.bytes(answer).length - tokens;
    }

    private static void check(String tool, JsonNode answer) {
        assertThat(size(answer))
                .as("%s: %s", tool, answer)
                .isLessThanOrEqualTo(tool.equals("snippet") ? SNIPPET : ANSWER);
        JsonNode schema = tool(tool).path("outputSchema");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(answer))
                .as("%s: %s", tool, answer)
                .isEmpty();
        Set<String> described = new HashSet<>();
        schema.path("properties").fieldNames().forEachRemaining(described::add);
        described.add("left_out");
        answer.fieldNames()
                .forEachRemaining(name -> assertThat(described).as(tool).contains(name));
    }

    private static JsonNode tool(String name) {
        return TOOLS.valueStream()
                .filter(tool -> tool.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theListOfToolsIsSmall() {
        assertThat(TOOLS.valueStream().map(tool -> tool.path("name").asText()))
                .containsExactly(
                        "draft_token",
                        "mint_token",
                        "explain_token",
                        "diagnose_token",
                        "advise",
                        "explain_rule",
                        "explain_claim",
                        "convert_key",
                        "snippet",
                        "mint_drill_tokens");
        assertThat(StrictJson.bytes(TOOLS).length).isLessThanOrEqualTo(LIST);
    }

    @Test
    void everyToolSaysWhatItTakesAndDoes() {
        for (JsonNode tool : TOOLS) {
            assertThat(tool.at("/inputSchema/additionalProperties").asBoolean(true))
                    .as("%s", tool)
                    .isFalse();
            assertThat(tool.at("/outputSchema/type").asText()).isEqualTo("object");
            boolean mints = tool.path("name").asText().startsWith("mint_");
            assertThat(tool.at("/annotations/readOnlyHint").asBoolean()).isEqualTo(!mints);
            assertThat(tool.at("/annotations/idempotentHint").isMissingNode()).isEqualTo(!mints);
            assertThat(tool.at("/annotations/destructiveHint").asBoolean(mints)).isFalse();
            assertThat(tool.at("/annotations/openWorldHint").asBoolean(true)).isFalse();
        }
    }

    /** A new member of the contract is an argument at once. */
    @Test
    void theArgumentsOfMintTokenAreThoseOfTheContract() {
        Set<String> expected = new HashSet<>();
        Contract.load()
                .at("/components/schemas/MintRequest/properties")
                .fieldNames()
                .forEachRemaining(expected::add);
        expected.removeAll(List.of("key", "key_id", "secret", "secret_encoding", "advise", "explain"));
        Set<String> offered = new HashSet<>();
        tool("mint_token").at("/inputSchema/properties").fieldNames().forEachRemaining(offered::add);
        assertThat(offered).isEqualTo(expected);
    }

    @Test
    void everyRuleFits() {
        McpFixture.SERVICES
                .catalogue()
                .rules()
                .forEach(rule -> check("explain_rule", structured("explain_rule", "{'rule': '%s'}", rule.id())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "“", "\u202e", "💣", "\\u0000", "\\n"})
    void aHostileTokenFits(String character) {
        String text = character.repeat(100);
        String many = String.join(",", java.util.Collections.nCopies(20, "\"" + text + "\""));
        ObjectNode claims = json(
                "{'sub': '%s', 'iss': '%s', 'aud': [%s], 'scope': '%s', 'tenant': '%s', 'client_id': '%s', 'roles': [%s]}",
                text, text, many, text, text, text, many);
        for (int i = 0; i < 20; i++) {
            claims.put("claim" + i + text.substring(0, 2), text);
        }
        ObjectNode arguments = object();
        arguments.set("claims", claims);
        JsonNode minted = call("mint_token", arguments).path("structuredContent");
        check("mint_token", minted);
        String token = minted.path("token").asText();
        check("explain_token", structured("explain_token", "{'token': '%s'}", token));
        check("advise", structured("advise", "{'token': '%s'}", token));
        ObjectNode diagnose = object().put("token", token);
        diagnose.set(
                "expect",
                json("{'audience': [%s], 'issuer': '%s', 'roles': [%s], 'subject': 'x'}", many, text + 1, many));
        check("diagnose_token", call("diagnose_token", diagnose).path("structuredContent"));
    }

    @Test
    void allOtherAnswersFit() {
        String token = mint("{'subject': 'alice'}");
        check("draft_token", structured("draft_token", "{'sentence': '%s'}", "x ".repeat(499)));
        check("explain_token", structured("explain_token", "{'token': '%s'}", token));
        check("explain_token", structured("explain_token", "{'token': 'e30.e30.'}"));
        check("diagnose_token", structured("diagnose_token", "{'token': '%s'}", "e30.e30.".repeat(2000)));
        check("explain_claim", structured("explain_claim", "{'name': '%s'}", "é".repeat(256)));
        check("mint_drill_tokens", structured("mint_drill_tokens", "{'audience': 'a'}"));
        for (JsonNode framework : tool("snippet").at("/inputSchema/properties/framework/enum")) {
            check(
                    "snippet",
                    structured(
                            "snippet",
                            "{'framework': '%s', 'issuer': 'https://%s', 'audience': '%s'}",
                            framework.asText(),
                            "i".repeat(190),
                            "a".repeat(200)));
        }
    }

    /** What does not fit even so is an error, which is short too. */
    @Test
    void errorsAreShort() {
        List<JsonNode> results = Arrays.asList(
                call("draft_token", object().put("sentence", "token with roles " + "é,".repeat(480))),
                call("mint_token", json("{'%s': 1, 'claims': 'x', 'roles': 1, 'scope': {'a': 1}}", "n".repeat(5000))),
                call("mint_drill_tokens", json("{'audience': 'a', 'include': ['claims', 'time', 'encoding']}")));
        assertThat(results)
                .allSatisfy(it ->
                        assertThat(StrictJson.bytes(it.at("/content/0")).length).isLessThan(2 * ANSWER));
    }
}
