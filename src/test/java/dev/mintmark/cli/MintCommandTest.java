package dev.mintmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.UnverifiedToken;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.paste.PastedText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MintCommandTest {
    private static final String SECRET = "a-secret-of-more-than-thirty-two-bytes";

    @TempDir
    Path directory;

    private String secret = "";

    @BeforeEach
    void writeTheSecret() throws IOException {
        secret = file("secret.txt", SECRET + "\n");
    }

    @Test
    void mintPrintsABareTokenWithTheMembersOfTheOptions() {
        ProgramRun run = ProgramRun.of(
                ("mint --algorithm ES256 --subject alice --audience https://a.example --audience https://b.example"
                                + " --scope read --roles admin,clerk --expires-in 300 --claim level=3 --claim plan=gold"
                                + " --header kid=k1 --type id")
                        .split(" "));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\R");
        JsonNode claims = claims(run.out().strip());
        assertThat(claims.path("sub").asText()).isEqualTo("alice");
        assertThat(claims.path("aud").toString()).isEqualTo("[\"https://a.example\",\"https://b.example\"]");
        assertThat(claims.path("roles").toString()).isEqualTo("[\"admin\",\"clerk\"]");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
        assertThat(claims.path("level").isInt()).isTrue();
        assertThat(claims.path("plan").asText()).isEqualTo("gold");
        assertThat(claims.path("iss").asText()).isEqualTo("http://localhost:8080");
    }

    @Test
    void mintReadsASpecFromStandardInputAndOptionsReplaceItsMembers() {
        ProgramRun run = ProgramRun.withInput(
                "{\"subject\":\"alice\",\"algorithm\":\"ES256\",\"claims\":{\"a\":1}}",
                "mint",
                "--spec",
                "-",
                "--subject",
                "bob",
                "--claim",
                "b=2");

        JsonNode claims = claims(run.out().strip());
        assertThat(claims.path("sub").asText()).isEqualTo("bob");
        assertThat(claims.path("a").asInt() + claims.path("b").asInt()).isEqualTo(3);
    }

    @Test
    void jsonIsTheResponseOfTheService() {
        ProgramRun run = ProgramRun.of("mint", "--algorithm", "ES256", "--json", "--refresh", "--explain");

        JsonNode response = json(run.out());
        assertThat(response.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(response.path("expires_in").asInt()).isEqualTo(900);
        assertThat(response.has("refresh_token")).isTrue();
        assertThat(response.path("advisories").isArray()).isTrue();
        assertThat(response.path("explanations").isEmpty()).isFalse();
        assertThat(json(ProgramRun.of("mint", "--algorithm=ES256", "--json", "--no-advise")
                                .out())
                        .has("advisories"))
                .isFalse();
    }

    @Test
    void aBareTokenHasNoRoomForARefreshToken() {
        ProgramRun run = ProgramRun.of("mint", "--refresh");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Add --json");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void everyErrorOfASpecIsPrintedWithItsPlace() throws IOException {
        ProgramRun run = ProgramRun.of("mint", "--spec", file("spec.json", "{\"sub\":\"a\",\"issuer\":5,\"exp\":1}"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines())
                .containsExactly(
                        "/sub: Unknown member \"sub\". Did you mean \"subject\"?",
                        "/issuer: \"issuer\" must be a string, but is a number",
                        "/exp: Unknown member \"exp\". Did you mean \"expires_at\"?");
    }

    @Test
    void brokenJsonIsReportedWithLineAndColumn() throws IOException {
        String spec = file("spec.json", "{\n  \"subject\": \"a\",\n}");
        ProgramRun run = ProgramRun.of("mint", "--spec", spec);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("The file " + spec + " is not valid JSON at line 3, column 1: expected");
        assertThat(ProgramRun.of("mint", "--claims", "{'a':1}").err())
                .startsWith("The value of --claims is not valid JSON at line 1, column 2");
    }

    @Test
    void anInvalidValueNamesItsOption() {
        assertThat(ProgramRun.of("mint", "--expires-in", "5x").err()).startsWith("--expires-in: A duration is");
        assertThat(ProgramRun.of("mint", "--algorithm", "rs256").err())
                .startsWith("--algorithm: Unknown algorithm \"rs256\". Did you mean \"RS256\"?");
        ProgramRun refused = ProgramRun.of("mint", "--expires-in", "4000d");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).startsWith("--expires-in: ");
    }

    @Test
    void aSecretIsNoOptionAndAppearsInNoOutput() {
        ProgramRun run = ProgramRun.of("mint", "--secret", SECRET);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--secret-file").doesNotContain(SECRET);
        assertThat(ProgramRun.of("mint", "--secret=" + SECRET).err()).doesNotContain(SECRET);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }

    private static JsonNode claims(String token) {
        return UnverifiedToken.of(PastedText.read(token).reading()).payload().orElseThrow();
    }

    private static JsonNode json(String text) {
        return JsonMembers.parse(text.getBytes(StandardCharsets.UTF_8)).json();
    }
}
