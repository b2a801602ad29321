package dev.mintmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.json.JsonMembers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    private static final String SECRET = "a-secret-of-more-than-thirty-two-bytes";

    @TempDir
    Path directory;

    private String secret = "";

    @BeforeEach
    void writeTheSecret() throws IOException {
        secret = file("secret.txt", SECRET + "\n");
    }

    @Test
    void aTokenOfAKeyDirectoryVerifiesWithThisDirectory() {
        String keys = directory.resolve("keys").toString();
        ProgramRun.of("keys", "generate", "--out", keys, "--algorithms", "ES256,EdDSA");
        String token =
                ProgramRun.of("mint", "--keys", keys, "--algorithm", "EdDSA").out();

        ProgramRun run = ProgramRun.withInput(token, "verify", "-", "--keys", keys);

        assertThat(run.out()).startsWith("Valid: signed with EdDSA, key ");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void verifyPrintsTheFailedChecksOnlyAndExitsWithOne() {
        String token = hmac("--audience", "https://orders.example", "--expires-in", "1s", "--issued-at", "-1h");

        ProgramRun run = ProgramRun.of(
                "verify", token, "--secret-file", secret, "--audience", "https://other.example", "--issuer", "x");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines())
                .extracting(line -> line.split(":")[0])
                .containsExactly("expiry", "issuer", "audience");
        assertThat(run.out())
                .contains("expected [\"https://other.example\"], found [\"https://orders.example\"]")
                .contains("(RFC 7519 4.1.3)");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void verifyAnswersTheResponseOfTheServiceAsJson() {
        ProgramRun run = ProgramRun.of("verify", hmac(), "--secret-file", secret, "--json", "--audience", "x");

        assertThat(run.exitCode()).isEqualTo(1);
        JsonNode response = json(run.out());
        assertThat(response.path("valid").isBoolean()).isTrue();
        assertThat(response.path("signature").path("valid").asBoolean()).isTrue();
        assertThat(response.path("advisories").isArray()).isTrue();
    }

    @Test
    void aTokenWithLineBreaksAndASchemeOnStandardInputIsFound() {
        String token = hmac();
        String broken = "Authorization: Bearer " + token.replaceAll("(.{30})", "$1\n") + "\n";

        ProgramRun run = ProgramRun.withInput(broken, "verify", "-", "--secret-file", secret);

        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        assertThat(run.out()).startsWith("Removed from around the token: ").contains("Valid: signed with HS256");
        assertThat(ProgramRun.withInput(broken, "decode", "-").out()).contains("\"alg\" : \"HS256\"");
    }

    @Test
    void verifyNeedsExactlyOneSourceOfKeys() {
        ProgramRun none = ProgramRun.of("verify", hmac());
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err())
                .contains("exactly one of --jwks, --key, --secret-file and --keys", "Usage: mintmark verify");
        assertThat(ProgramRun.of("verify", hmac(), "--secret-file", secret, "--key", secret)
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void aJwksFileVerifies() throws IOException {
        String jwks = file(
                "jwks.json",
                "{\"keys\":[{\"kty\":\"oct\",\"k\":\""
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(SECRET.getBytes(StandardCharsets.UTF_8))
                        + "\",\"alg\":\"HS256\"}]}");

        assertThat(ProgramRun.of("verify", hmac(), "--jwks", jwks).exitCode()).isZero();
        assertThat(ProgramRun.of("verify", hmac(), "--jwks", file("set.json", "{\"keys\":[]}"))
                        .out())
                .startsWith("key: ");
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
