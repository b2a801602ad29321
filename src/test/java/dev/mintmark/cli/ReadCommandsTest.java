package dev.mintmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.json.JsonMembers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** decode and advise. */
class ReadCommandsTest {
    private static final String SECRET = "a-secret-of-more-than-thirty-two-bytes";

    @TempDir
    Path directory;

    private String secret = "";

    @BeforeEach
    void writeTheSecret() throws IOException {
        secret = file("secret.txt", SECRET + "\n");
    }

    @Test
    void decodeExplainsAndAdvisesAndTheTerminalStaysSafe() {
        String token = hmac("--claim", "name=\u001b[31m\u202e\u009b");

        ProgramRun run = ProgramRun.of("decode", token);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Kind: ", "Not verified", "Header", "Payload", "Meaning", "Advice", "  exp: ");
        assertThat(run.out()).contains("\\u001b", "\\u202e", "\\u009b");
        assertThat(run.out().replace("\n", "").chars()).noneMatch(c -> Character.isISOControl(c) || c == '\u202e');
        JsonNode json = json(ProgramRun.of("decode", token, "--json").out());
        assertThat(json.path("payload").path("name").asText()).isEqualTo("\u001b[31m\u202e\u009b");
        assertThat(json.path("verified").asBoolean()).isFalse();
    }

    @Test
    void whatIsNotATokenIsNamed() {
        ProgramRun run = ProgramRun.of("decode", "v2.local.QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("PASETO");
        assertThat(ProgramRun.withInput("", "decode", "-").err()).contains("empty");
    }

    @Test
    void adviseRecognisesTokensRequestsKeysAndKeySets() throws IOException {
        assertThat(ProgramRun.of("advise", hmac("--audience", "https://a.example"))
                        .out())
                .contains("MEDIUM alg-hmac-shared /header/alg");
        assertThat(ProgramRun.of("advise", "{\"algorithm\":\"ES256\",\"expires_in\":\"3000d\"}")
                        .out())
                .contains("lifetime-too-long /payload/exp", "Fix: ");
        assertThat(ProgramRun.of("advise", "{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}")
                        .out())
                .contains("CRITICAL");
        String set = file("set.json", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}");
        assertThat(ProgramRun.of("advise", set).out()).contains("/jwks/keys/0");
        assertThat(json(ProgramRun.of("advise", set, "--json").out())
                        .path("highest")
                        .asText())
                .isEqualTo("critical");
        assertThat(ProgramRun.of("advise", "{\"sub\":\"alice\"}").err()).contains("Did you mean \"subject\"?");
    }

    private String hmac(String... options) {
        String[] words = Stream.concat(Stream.of("mint", "--secret-file", secret), Stream.of(options))
                .toArray(String[]::new);
        ProgramRun run = ProgramRun.of(words);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out().strip();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }

    private static JsonNode json(String text) {
        return JsonMembers.parse(text.getBytes(StandardCharsets.UTF_8)).json();
    }
}
