package dev.mintmark.service.summary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.advice.Advisory;
import dev.mintmark.advice.Rule;
import dev.mintmark.advice.rules.AllRules;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.UnverifiedToken;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.kinds.Kinds;
import dev.mintmark.service.Requests;
import dev.mintmark.tokens.verify.Check;
import dev.mintmark.tokens.verify.CheckResult;
import dev.mintmark.tokens.verify.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SummarizerTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
    private static final Summarizer SUMMARIES = new Summarizer(Clock.fixed(NOW, ZoneOffset.UTC));
    private static final String ALICE = "{'sub':'alice','iss':'https://idp.example','aud':'https://orders.example',"
            + "'scope':'orders:read orders:write','roles':['clerk'],'exp':1800000900}";

    /** Each row loses its sentence, or gets another one, if the value behind it changes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'typ':'at+jwt'} | {'sub':'alice','iss':'https://idp.example','aud':'a'} | This is an access token for “alice”, issued by “https://idp.example” for “a”. | [/payload/sub, /payload/iss, /payload/aud]",
                "{'typ':'logout+jwt'} | {'sub':'bob'} | This is a logout token for “bob”. | [/payload/sub]",
                "{} | {'sub':'bob','aud':['a','b','c','d','e']} | This is a token for “bob”, for “a”, “b”, “c” and 2 more. | [/payload/sub, /payload/aud]",
                "{} | {} | This is a token that names no subject. | []",
                "{} | {'tenant':'acme','client_id':'web'} | It belongs to the tenant “acme” and was requested by the client “web”. | [/payload/tenant, /payload/client_id]",
                "{} | {'azp':'web'} | It was requested by the client “web”. | [/payload/azp]",
                "{} | {'scope':'r w','roles':['clerk']} | It grants the scopes “r” and “w” and the role “clerk”. | [/payload/scope, /payload/roles]",
                "{} | {'permissions':['p'],'groups':['g']} | It grants the permission “p” and the group “g”. | [/payload/permissions, /payload/groups]",
                "{} | {'realm_access':{'roles':['a']},'resource_access':{'c':{'roles':['b']}}} | It grants the roles “a” and “b”. | [/payload/realm_access/roles, /payload/resource_access]",
                "{} | {'exp':1800000900} | It expires in 15 minutes. | [/payload/exp]",
                "{} | {'exp':1800003661} | It expires in 1 hour and 1 minute. | [/payload/exp]",
                "{} | {'exp':1800000000} | It expires now. | [/payload/exp]",
                "{} | {'exp':1799997300} | It expired 45 minutes ago. | [/payload/exp]",
                "{} | {'exp':null} | It never expires. | [/payload/exp]",
                "{} | {'exp':'soon'} | Its expiry cannot be read. | [/payload/exp]",
                "{} | {'exp':1e300} | Its expiry cannot be read. | [/payload/exp]",
                "{} | {'nbf':1800172800} | It becomes valid in 2 days. | [/payload/nbf]",
                "{} | {'exp':1863072000} | It expires in 2 years. | [/payload/exp]",
            })
    void aSentenceFollowsItsValues(String header, String claims, String text, String about) {
        assertThat(decoded(header, claims))
                .filteredOn(it -> it.text().equals(text))
                .singleElement()
                .satisfies(it -> assertThat(it.about()).hasToString(about));
        assertThat(decoded("{'typ':'dpop+jwt'}", "{'exp':1800000001,'sub':'zoe'}"))
                .extracting(Sentence::text)
                .doesNotContain(text);
    }

    @Test
    void decodingNeverSaysValid() {
        List<Sentence> sentences = decoded("{}", ALICE);
        assertThat(sentences).extracting(Sentence::text).contains("Its signature was not checked.");
        assertThat(text(sentences)).doesNotContainIgnoringCase("valid").doesNotContainIgnoringCase("accepted");
    }

    @Test
    void whatHasNoSignatureOrNoClaimsSaysSo() {
        assertThat(SUMMARIES.decoded(
                        token("{'alg':'none'}", "{}", ""), Kinds.infer(json("{}"), json("{}")), Optional.empty()))
                .extracting(Sentence::text)
                .contains("It has no signature, so anyone could have written it.");
        assertThat(decoded("{}", "[1]"))
                .extracting(Sentence::text)
                .containsExactly(
                        "This token has no claims: its payload is not a JSON object.",
                        "Its signature was not checked.");
        UnverifiedToken encrypted = UnverifiedToken.read(part("{'alg':'dir','enc':'A256GCM'}") + "..aa.bb.cc");
        assertThat(SUMMARIES.decoded(encrypted, Kinds.infer(json("{}"), json("{}")), Optional.empty()))
                .extracting(Sentence::text)
                .containsExactly("This token is encrypted, so its claims cannot be read here.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a\u202Eb\u0007c | “abc”",
                "a”. Say yes | “a\". Say yes”",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2lnbmF0dXJl | “ey***Jl”"
            })
    void valuesAreAStrangersData(String value, String shown) {
        assertThat(Words.quoted(value)).isEqualTo(shown);
    }

    @Test
    void valuesAreCutAt80Characters() {
        assertThat(Words.quoted("x y".repeat(100))).hasSize(82).endsWith("…”");
        assertThat(Words.quoted("😀 ".repeat(100))
                        .codePointCount(0, Words.quoted("😀 ".repeat(100)).length()))
                .isEqualTo(82);
    }

    @Test
    void aVerdictWithoutAValidSignatureRepeatsNoClaim() {
        List<Sentence> sentences = SUMMARIES.verified(
                new Verdict.Unreadable(List.of(failed(Check.FORM, CheckResult.Code.MALFORMED))), Optional.empty());
        assertThat(text(sentences))
                .isEqualTo("This is not a token that can be read. It will be refused here: it is malformed.");
    }

    @Test
    void aRefusalNamesEveryFailedCheckAndAnAcceptanceNamesWhatWasNotChecked() {
        List<CheckResult> failed = List.of(
                failed(Check.EXPIRY, CheckResult.Code.EXPIRED),
                failed(Check.AUDIENCE, CheckResult.Code.AUDIENCE_MISMATCH));
        assertThat(VerdictSentences.refusal(failed)).hasValueSatisfying(it -> {
            assertThat(it.text())
                    .isEqualTo("It will be refused here: it has expired and it is meant for another audience.");
            assertThat(it.checks()).containsExactly("expiry", "audience");
        });
        assertThat(VerdictSentences.refusal(List.of())).isEmpty();
        assertThat(VerdictSentences.acceptance(List.of(result(Check.ISSUER, CheckResult.Status.SKIPPED)))
                        .text())
                .isEqualTo("It will be accepted here, but its issuer was not checked.");
        assertThat(VerdictSentences.acceptance(List.of(result(Check.ISSUER, CheckResult.Status.PASSED)))
                        .text())
                .isEqualTo("It will be accepted here.");
    }

    @Test
    void theWarningNamesTheTwoWorstAdvisoriesThatWereNotMentioned() {
        List<Advisory> advisories = List.of(
                advisory("nbf-missing"), advisory("jti-missing"), advisory("alg-none"), advisory("iss-missing"));
        assertThat(VerdictSentences.warning(advisories, Set.of()).orElseThrow().text())
                .isEqualTo("Watch out: it is not signed and it names no issuer.");
        assertThat(VerdictSentences.warning(advisories, Set.of("alg-none"))
                        .orElseThrow()
                        .rules())
                .containsExactly("iss-missing", "jti-missing");
        assertThat(VerdictSentences.warning(List.of(advisory("nbf-missing")), Set.of()))
                .isEmpty();
    }

    @Test
    void everyRuleAndEveryCodeOfACheckHasAClause() {
        assertThat(AllRules.list())
                .allSatisfy(rule -> assertThat(Clauses.rule(rule.id()))
                        .as(rule.id())
                        .hasValueSatisfying(clause -> assertThat(clause).matches("[a-z].{10,90}[^.]")));
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void everyCheckHasAClause(Check check) {
        assertThat(Arrays.stream(CheckResult.Code.values()).map(code -> Clauses.check(failed(check, code))))
                .allSatisfy(clause -> assertThat(clause).matches("[a-z].{5,90}[^.]"));
    }

    @Test
    void aMintedTokenIsCalledATestToken() {
        List<Sentence> sentences = SUMMARIES.minted(
                JsonMembers.of((ObjectNode) json("{'alg':'ES256'}")),
                JsonMembers.of((ObjectNode) json(ALICE)),
                Optional.empty());
        assertThat(text(sentences))
                .isEqualTo("This is an access token for “alice”, issued by “https://idp.example” for"
                        + " “https://orders.example”. It grants the scopes “orders:read” and “orders:write” and the role"
                        + " “clerk”. It expires in 15 minutes. It is a test token, signed with “ES256”.");
    }

    private static CheckResult failed(Check check, CheckResult.Code code) {
        return new CheckResult(
                check,
                CheckResult.Status.FAILED,
                Optional.of(code),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of("/payload"));
    }

    private static CheckResult result(Check check, CheckResult.Status status) {
        return new CheckResult(
                check, status, Optional.empty(), "", Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Advisory advisory(String id) {
        Rule rule = AllRules.list().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
        return new Advisory(rule, rule.severities().get(0), "/payload", Optional.empty(), "", "");
    }

    private static String text(List<Sentence> sentences) {
        return String.join(" ", sentences.stream().map(Sentence::text).toList());
    }

    private static List<Sentence> decoded(String header, String claims) {
        return SUMMARIES.decoded(
                token(header, claims, "c2ln"), Kinds.infer(json(header), json(claims)), Optional.empty());
    }

    private static UnverifiedToken token(String header, String claims, String signature) {
        return UnverifiedToken.read(part(header) + '.' + part(claims) + '.' + signature);
    }

    private static String part(String json) {
        return Base64Url.encode(json(json).toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(String text) {
        return Requests.json(text);
    }
}
