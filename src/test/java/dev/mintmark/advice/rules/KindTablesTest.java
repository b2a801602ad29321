package dev.mintmark.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.kinds.Inference;
import dev.mintmark.kinds.KindFacts;
import dev.mintmark.kinds.Kinds;
import dev.mintmark.kinds.Provider;
import dev.mintmark.kinds.ProviderToken;
import dev.mintmark.kinds.RuleScope;
import dev.mintmark.kinds.TokenKind;
import dev.mintmark.kinds.Weight;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of kinds and providers can be checked against their documents, and name only rules of the catalogue. */
class KindTablesTest {
    private static final Set<String> RULES =
            AllRules.list().stream().map(rule -> rule.id()).collect(Collectors.toSet());

    static List<Provider> providers() {
        return Kinds.providers();
    }

    private static Stream<RuleScope> scopes() {
        return Stream.concat(
                Arrays.stream(TokenKind.values()).map(kind -> Kinds.facts(kind).scope()),
                providers().stream()
                        .flatMap(provider -> provider.tokens().stream())
                        .map(ProviderToken::scope));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindNamesItsSpecification(TokenKind kind) {
        KindFacts facts = Kinds.facts(kind);
        assertThat(facts.title()).isNotBlank();
        assertThat(facts.profile().specification()).isNotBlank();
        assertThat(facts.scope().absent())
                .containsOnlyKeys("iss", "aud", "sub", "exp", "iat", "nbf", "jti", "typ", "kid");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void everyProviderNamesItsDocumentationAndIsRecognised(Provider provider) {
        assertThat(provider.documentation()).startsWith("https://");
        assertThat(provider.issuers().size() + provider.companions().size()).isPositive();
        assertThat(provider.tokens()).isNotEmpty();
        assertThat(CorpusToken.all().map(CorpusToken::provider).flatMap(java.util.Optional::stream))
                .as("the corpus holds a token of each")
                .contains(provider.name());
    }

    @Test
    void theTablesNameOnlyRulesOfTheCatalogue() {
        assertThat(scopes())
                .allSatisfy(scope -> assertThat(RULES)
                        .containsAll(scope.ignored().keySet())
                        .containsAll(scope.fixes().keySet()));
    }

    /** A forged token may look like one of any provider. */
    @Test
    void noTableSilencesACriticalFinding() {
        assertThat(scopes())
                .allSatisfy(scope ->
                        assertThat(RULES).noneMatch(rule -> scope.ignores(rule, Weight.CRITICAL, "/payload/any")));
        for (CorpusToken token : CorpusToken.all().toList()) {
            String forged = RuleCase.encoded("{'alg':'none'}") + '.' + RuleCase.encoded(token.claims() + "") + '.';
            assertThat(RuleCase.advise(RuleCase.raw(forged)))
                    .extracting(found -> found.rule().id())
                    .as(token.name())
                    .contains("alg-none");
        }
    }

    @Test
    void aKindThatIsKnownFromElsewhereOverrulesTheProvidersToken() {
        Inference inference = Kinds.infer(
                RuleCase.object("{}"), RuleCase.object("{'iss':'https://accounts.google.com','sub':'1','azp':'a'}"));
        assertThat(inference.kind()).isEqualTo(TokenKind.ID);
        Inference access = inference.as(TokenKind.ACCESS, true, "said so");
        assertThat(access.token()).isEmpty();
        assertThat(access.scope()).isEqualTo(Kinds.facts(TokenKind.ACCESS).scope());
        assertThat(access.provider()).isPresent();
    }

    /** Text of an attacker cannot make the patterns slow: recognition looks at a bounded part of it. */
    @Test
    void longValuesMatchNothing() {
        String long1 = "https://" + "a.".repeat(20_000) + "okta.com";
        String long2 = "@".repeat(50_000) + ".gserviceaccount.com";
        assertThat(Kinds.infer(
                                RuleCase.object("{}"),
                                RuleCase.object(
                                        "{'iss':'" + long1 + "','sub':'" + long2 + "','aud':['" + long2 + "']}"))
                        .provider())
                .isEmpty();
    }
}
