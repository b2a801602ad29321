package dev.mintmark.mcp;

import static dev.mintmark.mcp.McpFixture.call;
import static dev.mintmark.mcp.McpFixture.error;
import static dev.mintmark.mcp.McpFixture.json;
import static dev.mintmark.mcp.McpFixture.mint;
import static dev.mintmark.mcp.McpFixture.object;
import static dev.mintmark.mcp.McpFixture.result;
import static dev.mintmark.mcp.McpFixture.structured;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.draft.preset.Presets;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.Pem;
import dev.mintmark.mcp.tool.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each tool answers. */
class ToolsTest {
    private static final String RSA_PUBLIC = Pem.publicText(GeneratedKey.of(Algorithm.RS256));

    @Test
    void aSentenceBecomesArgumentsOfMintToken() {
        JsonNode draft = structured("draft_token", "{'sentence': 'an expired token for alice, xyzzy'}");
        assertThat(draft.path("complete").asBoolean()).isFalse();
        assertThat(draft.at("/ignored/0/text").asText()).isEqualTo("xyzzy");
        assertThat(draft.at("/assumed/0/why").asText()).isNotEmpty();
        JsonNode minted = call("mint_token", draft.path("spec")).path("structuredContent");
        assertThat(minted.at("/summary/0").asText()).contains("“alice”");
    }

    @Test
    void aMintedAnswerSaysThatItIsATestTokenAndWhenItEnds() {
        JsonNode minted = structured("mint_token", "{'subject': 'alice', 'expires_in': '1h', 'refresh': true}");
        assertThat(minted.path("note").asText()).contains("A test token").contains("2027-01-15T09:00:00Z");
        assertThat(minted.path("token").asText().split("\\.")).hasSize(3);
        assertThat(minted.path("refresh_token").asText().split("\\.")).hasSize(3);
        assertThat(structured("mint_token", "{'claims': {'exp': null}}")
                        .path("note")
                        .asText())
                .contains("never ends");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "key_id", "secret", "secret_encoding", "advise", "explain"})
    void noToolTakesKeyMaterial(String member) {
        ObjectNode spec = object().put(member, "0123456789abcdef0123456789abcdef");
        assertThat(error(call("mint_token", spec))).contains(member).doesNotContain("0123456789");
        assertThat(error(call("advise", object().set("spec", spec)))).contains(member);
    }

    @Test
    void anExplanationRepeatsNoToken() {
        String token = mint("{'subject': 'alice', 'scope': 'orders:read'}");
        JsonNode explained = structured("explain_token", "{'token': '%s'}", token);
        assertThat(explained.path("verified").asBoolean(true)).isFalse();
        assertThat(explained.path("kind").asText()).isEqualTo("access");
        assertThat(explained.path("fields").findValuesAsText("pointer")).contains("/payload/sub");
        String nested = mint("{'claims': {'assertion': '%s'}}", token);
        assertThat(structured("explain_token", "{'token': '%s'}", nested).toString())
                .doesNotContain(token.split("\\.")[2])
                .doesNotContain(nested.split("\\.")[2]);
    }

    @Test
    void aDiagnosisNamesTheFailedChecksAndExpectationsThatPass() {
        String token = mint("{'subject': 'alice', 'audience': 'https://orders.example'}");
        JsonNode valid = structured("diagnose_token", "{'token': '%s'}", token);
        assertThat(valid.path("valid").asBoolean()).isTrue();
        assertThat(valid.path("failed")).isEmpty();
        assertThat(valid.has("expect")).isFalse();

        JsonNode refused = structured(
                "diagnose_token",
                "{'token': 'Bearer %s', 'expect': {'audience': 'https://stock.example', 'subject': 'bob', 'scope': 'x'}}",
                token);
        assertThat(refused.path("valid").asBoolean(true)).isFalse();
        assertThat(refused.path("failed").findValuesAsText("check")).containsExactly("audience", "subject", "scope");
        assertThat(refused.at("/failed/0/fix").asText()).contains("audience");
        ObjectNode again = object().put("token", token).set("expect", refused.path("expect"));
        assertThat(refused.path("expect").path("subject").asText()).isEqualTo("alice");
        assertThat(call("diagnose_token", again).at("/structuredContent/valid").asBoolean())
                .isTrue();
    }

    @Test
    void noExpectationsAreOfferedThatWouldNotPass() {
        String expired = mint("{'issued_at': 1799990000, 'expires_in': 60}");
        JsonNode refused = structured("diagnose_token", "{'token': '%s'}", expired);
        assertThat(refused.path("failed").findValuesAsText("check")).contains("expiry");
        assertThat(refused.has("expect")).isFalse();
        String justExpired = mint("{'issued_at': 1799999700, 'expires_in': 60}");
        assertThat(structured("diagnose_token", "{'token': '%s'}", justExpired)
                        .at("/expect/leeway")
                        .asInt())
                .isEqualTo(600);
        String forged = expired.substring(0, expired.length() - 10) + "AAAAAAAAAA";
        JsonNode unsigned = structured("diagnose_token", "{'token': '%s'}", forged);
        assertThat(unsigned.path("failed").findValuesAsText("check")).contains("signature");
        assertThat(unsigned.has("expect")).isFalse();
    }

    @Test
    void adviceNeedsExactlyOneSubject() {
        assertThat(structured("advise", "{'spec': {'algorithm': 'none'}}")
                        .path("highest")
                        .asText())
                .isEqualTo("critical");
        assertThat(structured("advise", "{'spec': {'expires_in': '10m', 'audience': 'a'}}")
                        .path("summary"))
                .hasSize(1);
        assertThat(error("advise", "{}")).contains("exactly one");
        assertThat(error("advise", "{'spec': {}, 'token': 'a.b.c'}")).contains("exactly one");
    }

    @Test
    void privateKeysAreRefusedAndNotRepeated() {
        Jwk pair = GeneratedKey.of(Algorithm.ES256);
        ObjectNode key = pair.insecurePrivateJson();
        String secret = key.path("d").asText();
        ObjectNode set = object().set(
                        "jwks",
                        object().set(
                                        "keys",
                                        JsonNodeFactory.instance.arrayNode().add(key)));
        for (JsonNode result : List.of(
                call("convert_key", object().set("key", key)),
                call("convert_key", object().put("key", Pem.insecurePrivateText(pair))),
                call("convert_key", object().put("key", key.toString())),
                call("convert_key", json("{'key': {'kty': 'oct', 'k': 'c2VjcmV0c2VjcmV0'}}")),
                call("advise", set),
                call("diagnose_token", set.deepCopy().put("token", "a.b.c")))) {
            assertThat(error(result)).contains("replace it").doesNotContain(secret);
        }
    }

    @Test
    void aPublicKeyIsConvertedToItsOtherForm() {
        JsonNode jwk = call("convert_key", object().put("key", RSA_PUBLIC)).path("structuredContent");
        assertThat(jwk.at("/public_jwk/kty").asText()).isEqualTo("RSA");
        JsonNode pem =
                call("convert_key", object().set("key", jwk.path("public_jwk"))).path("structuredContent");
        assertThat(pem.path("public_pem").asText()).isEqualTo(RSA_PUBLIC);
        assertThat(pem.path("thumbprint")).isEqualTo(jwk.path("thumbprint"));
    }

    @ParameterizedTest
    @CsvSource({"azp, true", "alg, true", "kid, true", "cognito:groups, false", "no_such_claim, false"})
    void aClaimIsExplainedByItsName(String name, boolean isRegistered) {
        JsonNode claim = call("explain_claim", object().put("name", name)).path("structuredContent");
        assertThat(claim.path("registered").asBoolean()).isEqualTo(isRegistered);
        assertThat(claim.at("/summary/0").asText()).isNotEmpty();
    }

    @Test
    void anUnknownRuleHasASuggestion() {
        assertThat(error("explain_rule", "{'rule': 'alg-nome'}")).contains("alg-none");
        assertThat(error("explain_rule", "{'rule': 'zzz'}")).contains("mintmark://rules");
        assertThat(error("explain_rule", "{'rul': 'alg-none'}")).contains("Did you mean \"rule\"?");
    }

    static Stream<String> frameworks() {
        return result("tools/list", "{}")
                .at("/tools/8/inputSchema/properties/framework/enum")
                .valueStream()
                .map(JsonNode::asText);
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void aSnippetIsFilledIn(String framework) {
        Caller caller = new Caller(true, Optional.of("https://mint.example"));
        ObjectNode arguments = object().put("framework", framework)
                .put("audience", "urn:orders")
                .put("issuer", "https://idp.example");
        String code = call(McpFixture.server(true, true), caller, "snippet", arguments)
                .at("/structuredContent/code")
                .asText();
        assertThat(code).doesNotContain("{{").contains("mint.example").contains("urn:orders");
    }

    @Test
    void theSnippetsAreThoseOfThePage() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/dev/mintmark/http/page/files/snippets"))) {
            assertThat(frameworks())
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString().replace(".txt", ""))
                                    .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a'; rm -rf /", "$(id)", "a\"b", "`id`", "a b", "é"})
    void codeIsNotInjectedIntoASnippet(String audience) {
        ObjectNode arguments = object().put("framework", "mint-curl").put("audience", audience);
        assertThat(error(call("snippet", arguments))).contains("audience").doesNotContain(audience);
    }

    @Test
    void drillTokensAreAtMostEight() {
        JsonNode usual = structured("mint_drill_tokens", "{'audience': 'https://orders.example'}");
        assertThat(usual.path("drills")).hasSize(8);
        assertThat(usual.path("drills").findValuesAsText("expect"))
                .containsOnlyOnce("accept")
                .contains("reject");
        assertThat(error("mint_drill_tokens", "{'audience': 'a', 'include': ['algorithm']}"))
                .contains("alg-none");
        JsonNode several = structured(
                "mint_drill_tokens",
                "{'audience': 'a', 'include': ['aud-variants', 'iss-variants', 'exp-string', 'exp-huge', 'exp-null-bool', 'alg-none-mixed-case']}");
        assertThat(several.path("drills").size()).isLessThanOrEqualTo(8);
        assertThat(error("mint_drill_tokens", "{'include': ['expired']}")).contains("audience");
        assertThat(error("mint_drill_tokens", "{'audience': 'a', 'include': ['no-such-drill']}"))
                .isNotEmpty();
    }

    @Test
    void mintingCanBeSwitchedOff() {
        for (McpServer server : List.of(McpFixture.server(true, false), McpFixture.server(false, false))) {
            assertThat(error(call(server, Caller.LOCAL, "mint_token", object())))
                    .contains("mintmark.mcp.mint");
            assertThat(error(call(server, Caller.LOCAL, "mint_drill_tokens", object())))
                    .contains("mintmark.mcp.mint");
        }
        JsonNode minted = call(McpFixture.server(false, true), Caller.LOCAL, "mint_token", object());
        assertThat(minted.path("isError").asBoolean(true)).isFalse();
        assertThat(error(call(McpFixture.server(false, true), Caller.LOCAL, "mint_drill_tokens", object())))
                .contains("mintmark.drills.enabled");
    }

    @Test
    void withoutAnApiKeyTheToolsThatSignNameTheHeader() {
        Caller stranger = new Caller(false, Optional.empty());
        McpServer server = McpFixture.server(true, true);
        for (String tool : List.of("mint_token", "mint_drill_tokens")) {
            assertThat(error(call(server, stranger, tool, object()))).contains("X-Api-Key");
        }
        assertThat(call(server, stranger, "explain_claim", object().put("name", "sub"))
                        .path("isError")
                        .asBoolean(true))
                .isFalse();
    }

    static Stream<String> presets() {
        return Presets.all().stream().flatMap(preset -> preset.words().stream().limit(1));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyPresetFitsIntoADraft(String words) {
        JsonNode draft = structured("draft_token", "{'sentence': '%s token for the orders service'}", words);
        assertThat(draft.path("spec")).isNotEmpty();
        assertThat(call("mint_token", draft.path("spec")).path("isError").asBoolean(true))
                .isFalse();
    }
}
