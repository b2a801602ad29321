package dev.mintmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tools for assistants over standard input and output. */
class McpCommandTest {
    private static final String CALL =
            "{'jsonrpc': '2.0', 'id': %d, 'method': 'tools/call', 'params': {'name': '%s', 'arguments': %s}}\n";

    @TempDir
    Path directory;

    private static List<JsonNode> answers(String input, String... words) {
        ProgramRun run = ProgramRun.withInput(input.replace('\'', '"'), words);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        return run.out()
                .lines()
                .map(line -> StrictJson.parse(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private String keys() {
        String keys = directory.resolve("keys").toString();
        assertThat(ProgramRun.of("keys", "generate", "--out", keys, "--algorithms", "RS256")
                        .exitCode())
                .isZero();
        return keys;
    }

    @Test
    void eachLineIsAMessageAndEachAnswerALine() {
        List<JsonNode> answers = answers(
                "{'jsonrpc': '2.0', 'id': 1, 'method': 'initialize', 'params': {'protocolVersion': '2025-06-18'}}\r\n"
                        + "{'jsonrpc': '2.0', 'method': 'notifications/initialized'}\n"
                        + "\n"
                        + "nonsense\n"
                        + CALL.formatted(2, "mint_token", "{'subject': 'alice'}")
                        + "{'jsonrpc': '2.0', 'id': 3, 'method': 'ping'}",
                "mcp",
                "--keys",
                keys());
        assertThat(answers).hasSize(4);
        assertThat(answers.get(0).at("/result/protocolVersion").asText()).isEqualTo("2025-06-18");
        assertThat(answers.get(0).at("/result/serverInfo/version").asText()).isEqualTo("development");
        assertThat(answers.get(1).at("/error/code").asInt()).isEqualTo(-32700);
        assertThat(answers.get(2).at("/result/structuredContent/note").asText()).contains("2026-11-24T23:45:00Z");
        assertThat(answers.get(3).path("id").asInt()).isEqualTo(3);
    }

    @Test
    void aRequestWithMetaNeedsNoHeaderFields() {
        List<JsonNode> answers = answers(
                "{'jsonrpc': '2.0', 'id': 1, 'method': 'server/discover', 'params': {'_meta':"
                        + " {'io.modelcontextprotocol/protocolVersion': '2026-07-28',"
                        + " 'io.modelcontextprotocol/clientCapabilities': {}}}}\n",
                "mcp",
                "--keys",
                keys());
        assertThat(answers.get(0).at("/result/resultType").asText()).isEqualTo("complete");
    }

    @Test
    void aLineThatIsTooLongIsSkipped() {
        List<JsonNode> answers = answers(
                "x".repeat(300_000) + "\n{'jsonrpc': '2.0', 'id': 2, 'method': 'ping'}\n", "mcp", "--keys", keys());
        assertThat(answers.get(0).at("/error/code").asInt()).isEqualTo(-32600);
        assertThat(answers.get(1).has("result")).isTrue();
    }

    @Test
    void mintingCanBeLeftOut() {
        List<JsonNode> answers = answers(
                "{'jsonrpc': '2.0', 'id': 1, 'method': 'tools/list'}\n" + CALL.formatted(2, "mint_token", "{}"),
                "mcp",
                "--no-mint",
                "--keys",
                keys());
        assertThat(answers.get(0).toString()).contains("explain_token").doesNotContain("mint_token\",");
        assertThat(answers.get(1).at("/result/isError").asBoolean()).isTrue();
    }

    @Test
    void withoutADirectoryTheKeysAreMadeMeanwhile() {
        List<JsonNode> answers = answers(CALL.formatted(1, "mint_token", "{}"), "mcp");
        assertThat(answers.get(0).at("/result/structuredContent/algorithm").asText())
                .isEqualTo("RS256");
    }

    @Test
    void aDirectoryWithoutKeysEndsTheProgram() {
        assertThat(ProgramRun.of("mcp", "--keys", directory.toString()).exitCode())
                .isEqualTo(2);
        assertThat(ProgramRun.of("mcp", "--port", "1").exitCode()).isEqualTo(2);
    }
}
