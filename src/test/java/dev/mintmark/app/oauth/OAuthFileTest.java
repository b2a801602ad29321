package dev.mintmark.app.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mintmark.keys.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What YAML can say beyond JSON is read, or refused with the reason. */
class OAuthFileTest {
    @TempDir
    Path directory;

    private OAuthFile load(String yaml) throws IOException {
        Path file = Files.writeString(directory.resolve("oauth.yaml"), yaml);
        return OAuthFile.load(Optional.of(file.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "users:\n  alice: &person {claims: {plan: gold}}\n  bob: *person\n",
                "users:\n  alice: {claims: &claims {plan: gold}}\n  bob: {claims: {<<: *claims}}\n",
                "users:\n  alice: {claims: {plan: &plan gold}}\n  bob: {claims: {plan: *plan}}\n"
            })
    void anAliasIsNamedAsTheReason(String yaml) {
        assertThatThrownBy(() -> load(yaml))
                .isInstanceOfSatisfying(
                        InvalidFileException.class,
                        e -> assertThat(e.detail())
                                .contains("Line 3", "YAML alias", "write the value out")
                                .doesNotContain("gold"));
    }

    @Test
    void anAnchorWithoutAnAliasAndAStarInQuotesChangeNothing() throws IOException {
        var config = load("users:\n  alice: &person {claims: {plan: '*gold'}}\n")
                .configs()
                .get();
        assertThat(config.users().get("alice").claims().path("plan").asText()).isEqualTo("*gold");
    }
}
