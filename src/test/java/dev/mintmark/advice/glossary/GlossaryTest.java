package dev.mintmark.advice.glossary;

import static dev.mintmark.advice.rules.RuleCase.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.advice.rules.RuleCase;
import dev.mintmark.advice.rules.TestKeys;
import dev.mintmark.jose.json.StrictJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlossaryTest {
    private static final Glossary GLOSSARY = new Glossary();

    private static List<Explanation> explain(String header, String claims) {
        return GLOSSARY.explain(RuleCase.object(header), Optional.of(RuleCase.object(claims)), 0, RuleCase.NOW);
    }

    private static Explanation of(String pointer, String claims) {
        return at(pointer, explain("{}", claims));
    }

    private static Explanation at(String pointer, List<Explanation> explanations) {
        return explanations.stream()
                .filter(it -> it.pointer().equals(pointer))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing at " + pointer));
    }

    @Test
    void everyParameterAndClaimIsExplainedInTheOrderOfTheToken() {
        assertThat(explain("{'typ':'JWT','alg':'ES256','mine':1}", "{'sub':'a','x':{'y':1},'iss':'b'}"))
                .extracting(Explanation::pointer)
                .containsExactly(
                        "/header/typ", "/header/alg", "/header/mine", "/payload/sub", "/payload/x", "/payload/iss");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exp | 900 | 2026-11-24T12:15:00Z, in 15 min",
                "exp | -90061 | 2026-11-23T10:58:59Z, expired 1 d 1 h ago",
                "iat | -30 | 2026-11-24T11:59:30Z, 30 s ago",
                "auth_time | -3600 | 2026-11-24T11:00:00Z, 1 h ago"
            })
    void datesAreShownInIsoFormAndRelativeToNow(String name, long ahead, String words) {
        assertThat(of("/payload/" + name, "{'" + name + "':" + (SECONDS + ahead) + "}")
                        .value())
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "exp | 1795521600000 | 1795521600000, which is 2026-11-24T12:00:00Z in milliseconds; JWTs count seconds",
                "exp | -5 | -5, out of range",
                "exp | 253402300799 | 9999-12-31T23:59:59Z, in 2912115 d 11 h",
                "iat | 1.7955216E9 | 2026-11-24T12:00:00Z, now",
                "iat | 1795521600.00 | 2026-11-24T12:00:00Z, now",
                "exp | 1e400 | 1E+400",
                "scope | 'a b:c  d' | 3 scopes: a, b:c, d",
                "roles | ['x'] | 1 value: x",
                "roles | [] | 0 values",
                "amr | ['pwd',{'a':1},true] | 3 values: pwd, an object, yes",
                "email_verified | true | yes",
                "ttl | 900 | 15 min",
                "events | {'https://a':{}} | object with 1 member: https://a",
                "note | 12.50 | 12.50",
                "password | 'hunter2' | redacted",
                "clientSecret | 'hunter2' | redacted",
                "note | 'eyJhbGciOiJIUzI1NiJ9.e30.AA' | redacted",
                "nothing | null | null"
            })
    void valuesAreDescribedInWords(String name, String value, String words) {
        assertThat(of("/payload/" + name, "{'" + name + "':" + value + "}").value())
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RS256 | RS256: RSA signature (PKCS #1 v1.5) with SHA-256",
                "PS512 | PS512: RSA signature (PSS) with SHA-512",
                "HS384 | HS384: HMAC with SHA-384, one shared secret for signing and verifying",
                "ES512 | ES512: ECDSA signature on P-521 with SHA-512",
                "EdDSA | EdDSA: EdDSA signature on Ed25519",
                "nOnE | none: no signature at all",
                "dir | dir: encryption with a shared key",
                "RSA-OAEP | RSA-OAEP: encryption for the holder of a private key (RSA)",
                "XX1 | XX1: not a registered algorithm"
            })
    void algorithmsAreDescribedInWords(String alg, String words) {
        assertThat(at("/header/alg", explain("{'alg':'" + alg + "'}", "{}")).value())
                .isEqualTo(words);
    }

    @Test
    void anRsaSignatureGivesTheSizeOfItsKey() {
        var header = RuleCase.object("{'alg':'RS256'}");
        assertThat(GLOSSARY.explain(header, Optional.empty(), 256, RuleCase.NOW)
                        .get(0)
                        .value())
                .isEqualTo("RS256: RSA signature (PKCS #1 v1.5) with SHA-256, 2048 bit");
        var ec = RuleCase.object("{'alg':'ES256'}");
        assertThat(GLOSSARY.explain(ec, Optional.empty(), 64, RuleCase.NOW)
                        .get(0)
                        .value())
                .doesNotContain("bit");
    }

    @Test
    void keysAreDescribedButNotShown() {
        List<Explanation> explanations = explain(
                "{'jwk':" + TestKeys.with(TestKeys.EC, "d", "AAAABBBB") + "}",
                "{'cnf':{'jwk':" + TestKeys.RSA + "},'sub_jwk':{'kty':'oct','k':'AAAABBBB'}}");
        assertThat(at("/header/jwk", explanations).value()).isEqualTo("EC PRIVATE key, redacted, P-256");
        assertThat(at("/payload/cnf/jwk", explanations).value()).isEqualTo("RSA public key, 2048 bit");
        assertThat(at("/payload/cnf/jwk/e", explanations).meaning()).contains("exponent");
        assertThat(at("/payload/sub_jwk", explanations).value()).isEqualTo("a secret, redacted");
        assertThat(explanations).noneMatch(it -> it.value().contains("AAAABBBB"));
    }

    @Test
    void membersOfKnownObjectsAreExplained() {
        assertThat(explain("{}", """
                        {'realm_access':{'roles':['a']},'resource_access':{'a/b':{'roles':['c']}},'act':{'sub':'x','act':{'sub':'y'}},
                         'address':{'country':'DE','other':1},'kubernetes.io':{'pod':{'name':'p'}},'status':{'status_list':{'idx':1}},
                         'events':{'https://e':{}}}"""))
                .extracting(Explanation::pointer)
                .contains(
                        "/payload/realm_access/roles",
                        "/payload/resource_access/a~1b/roles",
                        "/payload/act/sub",
                        "/payload/act/act/sub",
                        "/payload/address/country",
                        "/payload/kubernetes.io/pod/name",
                        "/payload/status/status_list/idx",
                        "/payload/events/https:~1~1e")
                .doesNotContain("/payload/address/other");
    }

    @Test
    void membersOfRegisteredStructuresAreRegistered() {
        List<Explanation> explanations = explain("{'jwk':" + TestKeys.EC + "}", """
                        {'cnf':{'jkt':'a'},'act':{'sub':'a'},'address':{'country':'DE'},'sub_id':{'format':'opaque'},
                         'status':{'status_list':{'idx':1}},'events':{'https://e':{}},
                         'azp':'a','typ':'Bearer','realm_access':{'roles':[]}}""");
        for (String pointer : List.of(
                "/header/jwk/kty",
                "/payload/cnf/jkt",
                "/payload/act/sub",
                "/payload/address/country",
                "/payload/sub_id/format",
                "/payload/status/status_list/idx")) {
            assertThat(at(pointer, explanations).registered()).as(pointer).isTrue();
            assertThat(at(pointer, explanations).reference()).as(pointer).isPresent();
        }
        assertThat(at("/payload/events/https:~1~1e", explanations).registered()).isFalse();
        assertThat(at("/payload/realm_access/roles", explanations).registered()).isFalse();
    }

    @Test
    void depthAndNumberAreBounded() {
        StringBuilder deep = new StringBuilder("{'sub':1}");
        for (int i = 0; i < 40; i++) {
            deep.insert(0, "{'act':").append('}');
        }
        assertThat(explain("{}", deep.toString())).hasSizeLessThan(10);
        StringBuilder wide = new StringBuilder("{'a':1");
        for (int i = 0; i < 300; i++) {
            wide.append(",'m").append(i).append("':1");
        }
        assertThat(explain("{}", wide + "}")).hasSize(200);
    }

    @Test
    void registeredVendorAndPrivateNamesAreDistinguished() {
        Explanation registered = of("/payload/iss", "{'iss':'a'}");
        assertThat(registered.registered()).isTrue();
        assertThat(registered.reference()).contains("RFC 7519 4.1.1");
        assertThat(of("/payload/tid", "{'tid':'a'}").meaning()).contains("In tokens of Microsoft Entra ID: ");
        assertThat(of("/payload/tid", "{'tid':'a'}").registered()).isFalse();
        assertThat(of("/payload/https:~1~1example.com~1roles", "{'https://example.com/roles':'a'}")
                        .meaning())
                .contains("namespace of example.com");
        assertThat(of("/payload/com.example.tenant", "{'com.example.tenant':'a'}")
                        .meaning())
                .contains("namespace");
        assertThat(of("/payload/favourite", "{'favourite':'a'}").meaning()).startsWith("A private claim: ");
        assertThat(of("/payload/Sub", "{'Sub':'a'}").meaning())
                .startsWith("Looks like sub, but names are case sensitive");
        assertThat(at("/header/iss", explain("{'iss':'a'}", "{}")).reference()).contains("RFC 7519 5.3");
    }

    @Test
    void aWrongTypeNamesTheExpectedType() {
        assertThat(of("/payload/aud", "{'aud':7}").meaning())
                .endsWith("Here it is a number; it should be a string or an array of strings");
        assertThat(of("/payload/exp", "{'exp':'7'}").meaning())
                .endsWith("Here it is a string; it should be a number: seconds since 1970");
        assertThat(of("/payload/aud", "{'aud':['a']}").meaning()).doesNotContain("should be");
    }

    @Test
    void aPayloadThatIsNotAnObjectIsExplainedAsSuch() {
        List<Explanation> explanations = GLOSSARY.explain(
                RuleCase.object("{'alg':'ES256'}"), Optional.of(TextNode.valueOf("hello")), 0, RuleCase.NOW);
        assertThat(explanations).extracting(Explanation::pointer).containsExactly("/header/alg", "/payload");
        assertThat(GLOSSARY.explain(RuleCase.object("{'alg':'ES256'}"), Optional.empty(), 0, RuleCase.NOW))
                .hasSize(1);
    }

    @Test
    void everyRegisteredNameHasAMeaningAReferenceAndAKnownType() throws IOException {
        JsonNode all = StrictJson.parse(
                Glossary.class.getResourceAsStream("glossary.json").readAllBytes());
        assertThat(all.path("claims").size()).isGreaterThanOrEqualTo(163);
        assertThat(all.path("headers").size()).isGreaterThanOrEqualTo(33);
        for (String group : List.of("claims", "headers")) {
            for (Map.Entry<String, JsonNode> entry : all.path(group).properties()) {
                Term term = new Term(
                        entry.getValue().path("meaning").asText(),
                        entry.getValue().path("type").asText(),
                        Optional.empty(),
                        true);
                assertThat(term.meaning()).as(entry.getKey()).isNotBlank();
                assertThat(entry.getValue().path("reference").asText())
                        .as(entry.getKey())
                        .isNotBlank();
                boolean any = List.of("\"a\"", "1", "true", "[]", "{}").stream()
                        .allMatch(json ->
                                term.takes(StrictJson.parse(json.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
                assertThat(any).as("the type of " + entry.getKey()).isFalse();
            }
        }
    }
}
