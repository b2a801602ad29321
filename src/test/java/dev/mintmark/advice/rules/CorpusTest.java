package dev.mintmark.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mintmark.advice.glossary.Explanation;
import dev.mintmark.advice.glossary.Glossary;
import dev.mintmark.kinds.Inference;
import dev.mintmark.kinds.Kinds;
import dev.mintmark.kinds.Provider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Genuine shapes of tokens get the answers that a specialist of their provider gives. */
class CorpusTest {
    private static final Glossary GLOSSARY = new Glossary();

    static Stream<CorpusToken> tokens() {
        return CorpusToken.all();
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void kindAndProviderAreRecognised(CorpusToken token) {
        Inference inference = Kinds.infer(token.header(), token.claims());
        assertThat(inference.kind().wireName()).as(inference.reason()).isEqualTo(token.kind());
        assertThat(inference.provider().map(Provider::name)).isEqualTo(token.provider());
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void advisoriesAreThoseThatAreTrueAndUseful(CorpusToken token) {
        assertThat(RuleCase.advise(token.subject()))
                .extracting(found -> found.rule().id() + ' ' + found.severity().wireName() + ' ' + found.where())
                .containsExactlyInAnyOrderElementsOf(token.advisories());
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void everyHeaderParameterAndClaimIsExplained(CorpusToken token) {
        List<Explanation> explanations = GLOSSARY.explain(token.header(), Optional.of(token.claims()), 0, RuleCase.NOW);
        assertThat(explanations)
                .extracting(Explanation::pointer, Explanation::meaning)
                .containsExactlyElementsOf(token.explanations().entrySet().stream()
                        .map(e -> tuple(e.getKey(), e.getValue()))
                        .toList());
        assertThat(explanations)
                .allSatisfy(it -> assertThat(it.meaning()).doesNotContain("private claim", "private header parameter"));
    }

    /** Where the usual fix is not in the hands of the owner, the provider's own one is told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auth0-access | jti-missing | RFC 9068 access token profile",
                "okta-access | sub-pii | uid",
                "keycloak-offline | exp-missing | Offline Session Max Limited",
                "kubernetes-legacy | exp-missing | kubectl create token",
                "kubernetes-extended | lifetime-too-long | --service-account-extend-token-expiration=false",
                "rfc9068 | none | "
            })
    void theFixIsOneThatTheOwnerCanFollow(String name, String rule, String words) {
        CorpusToken token = CorpusToken.all()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(RuleCase.advise(token.subject()))
                .filteredOn(found -> found.rule().id().equals(rule))
                .allSatisfy(found -> assertThat(found.fix()).contains(words))
                .hasSize(rule.equals("none") ? 0 : 1);
    }

    /** A name that another provider uses has that meaning in that provider's tokens alone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | {'ref':'a'} | /payload/ref | true | describes a trust mark",
                "{} | {'repository':'a'} | /payload/repository | false | In tokens of GitHub Actions",
                "{} | {'tid':'a'} | /payload/tid | false | In tokens of Microsoft Entra ID",
                "{} | {'ver':1} | /payload/ver | false | whose meaning its issuer defines",
                "{'nonce':'a'} | {} | /header/nonce | true | ACME",
                "{'nonce':'a'} | {'iss':'https://login.microsoftonline.com/t/v2.0'} | /header/nonce | false | Microsoft Entra ID: ",
                "{} | {'ver':1,'cid':'a','iss':'https://a.okta.com'} | /payload/ver | false | Okta: ",
                "{} | {'ver':1,'cid':'a','jti':'AT.x'} | /payload/ver | false | Okta: ",
                "{} | {'custom:a':1,'iss':'https://cognito-idp.eu-west-1.amazonaws.com/p'} | /payload/custom:a | false | Amazon Cognito: A custom",
                "{} | {'azp':'a','typ':'Bearer','realm_access':{'roles':[]}} | /payload/realm_access/roles | false | Names of the roles"
            })
    void aProvidersMeaningHoldsInItsOwnTokens(
            String header, String claims, String pointer, boolean registered, String words) {
        assertThat(GLOSSARY.explain(RuleCase.object(header), Optional.of(RuleCase.object(claims)), 0, RuleCase.NOW))
                .filteredOn(it -> it.pointer().equals(pointer))
                .singleElement()
                .satisfies(it -> assertThat(it.registered()).isEqualTo(registered))
                .satisfies(it -> assertThat(it.meaning()).contains(words));
    }
}
