package dev.mintmark.advice.rules;

import static dev.mintmark.advice.rules.RuleCase.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.advice.Severity;
import dev.mintmark.advice.Subject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ordinary tokens yield only advisories that are true of them, with the right severity. */
class FalseAlarmsTest {
    private static final String RS256 =
            "{'alg':'RS256','typ':'JWT','kid':'NjVBRjY5MDlCMUIwNzU4RTA2QzZFMDQ4QzQ2MDAyQjVDNjk1RTM2Qg'}";
    private static final String TIMES = "'iat':@now,'exp':" + (SECONDS + 900);

    @Test
    void aDefaultAccessTokenWithSubjectAudienceAndClientYieldsNothingAboveLow() {
        for (String alg : List.of("RS256", "PS384", "ES256", "EdDSA")) {
            for (String issuer :
                    List.of("http://localhost:8080", "http://mintmark", "http://mintmark.auth.svc.cluster.local")) {
                Subject spec = RuleCase.spec(
                        "{'alg':'" + alg + "','typ':'JWT','kid':'SCzDumlSMbEUrTMGphk3QvAZVZ7zoUOWRD_j-H8SkRQ'}",
                        "{'iss':'" + issuer + "','sub':'alice','aud':'https://orders.example','client_id':'web',"
                                + TIMES + ",'jti':'8d3c1f7e-52b4-4c0f-9a86-1e0b7c5d2f43'}");
                assertThat(RuleCase.advise(spec))
                        .allSatisfy(found -> assertThat(found.severity()).isLessThanOrEqualTo(Severity.LOW));
            }
        }
    }

    /** The shape of a vendor's token and the rules above low that rightly fire on it. */
    static Stream<Arguments> vendors() {
        return Stream.of(
                Arguments.of(
                        "Auth0 access",
                        RS256,
                        "{'iss':'https://example.eu.auth0.com/','sub':'auth0|5f7c8ec7c33c6c004bbafe82','aud':['https://api.example.com','https://example.eu.auth0.com/userinfo'],"
                                + TIMES
                                + ",'azp':'my_client_id_1234','scope':'openid profile read:orders','permissions':['read:orders']}",
                        List.of("jti-missing")),
                Arguments.of(
                        "Entra v2 access",
                        RS256,
                        "{'aud':'6e74172b-be56-4843-9ff4-e66a39bb12e3','iss':'https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0',"
                                + TIMES
                                + ",'nbf':@now,'aio':'AXQAi/8IAAAA8d2C3z4==','azp':'6e74172b-be56-4843-9ff4-e66a39bb12e3','azpacr':'0','oid':'690222be-ff1a-4d56-abd1-7e4f7d38e474',"
                                + "'rh':'0.AAAA','scp':'access_as_user','sub':'HKZpfaHyWadeOouYlitjrI-KffTm222X5rrV3xDqfKQ','tid':'72f988bf-86f1-41af-91ab-2d7cd011db47','uti':'fqiBqXLPj0eQa82S-IYFAA','ver':'2.0'}",
                        List.of()),
                Arguments.of(
                        "Keycloak access",
                        RS256,
                        "{'exp':" + (SECONDS + 300)
                                + ",'iat':@now,'jti':'onrtac:5d1b8cf6-1d8d-4d5c-9b0a-7f2f3f1d2a11','iss':'https://sso.example.com/realms/demo','aud':'account','sub':'f1f40b1c-7b1f-4a0e-9a4f-3d1c7d2f8e11',"
                                + "'typ':'Bearer','azp':'web','sid':'1f1a2b3c-1111-2222-3333-444455556666','acr':'1','allowed-origins':['https://app.example.com'],'realm_access':{'roles':['default-roles-demo','offline_access','uma_authorization']},"
                                + "'resource_access':{'account':{'roles':['manage-account','view-profile']}},'scope':'openid profile','preferred_username':'alice'}",
                        List.of()),
                Arguments.of(
                        "Cognito access",
                        "{'kid':'1234example=','alg':'RS256','typ':'JWT'}",
                        "{'sub':'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee','cognito:groups':['testgroup'],'iss':'https://cognito-idp.us-west-2.amazonaws.com/us-west-2_example','version':2,'client_id':'xxxxxxxxxxxxexample',"
                                + "'origin_jti':'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee','token_use':'access','scope':'phone openid profile email','auth_time':@now,"
                                + TIMES
                                + ",'jti':'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee','username':'my-test-user'}",
                        List.of()),
                Arguments.of(
                        "Google ID",
                        "{'alg':'RS256','kid':'f833e8a7fe3fe4b878948219a1684afa373ca86f','typ':'JWT'}",
                        "{'iss':'https://accounts.google.com','azp':'1234987819200.apps.googleusercontent.com','aud':'1234987819200.apps.googleusercontent.com','sub':'10769150350006150715113082367','at_hash':'HK6E_P6Dh8Y93mRNtsDB1Q',"
                                + "'hd':'example.com','email':'jsmith@example.com','email_verified':true,'iat':@now,'exp':"
                                + (SECONDS + 3600) + ",'nonce':'0394852-3190485-2490358'}",
                        List.of()),
                Arguments.of(
                        "Kubernetes service account",
                        "{'alg':'RS256','kid':'yV3Qz8a1bC2dE3fG4hI5jK6lM7nO8pQ9rS0tU1vW2xY'}",
                        "{'aud':['https://kubernetes.default.svc.cluster.local'],'exp':" + (SECONDS + 3607)
                                + ",'iat':@now,'iss':'https://kubernetes.default.svc.cluster.local','jti':'ea28ed49-2e11-4280-9ec5-bc3d1d84661a',"
                                + "'kubernetes.io':{'namespace':'kube-system','node':{'name':'127.0.0.1','uid':'58456cb0-dd00-45ed-b797-5578fdceaced'},'pod':{'name':'coredns-69cbfb9798-jv9gn','uid':'778a530c-b3f4-47c0-9cd5-ab018fb64f33'},"
                                + "'serviceaccount':{'name':'coredns','uid':'a087d5a0-e1dd-43ec-93ac-f13d89cd13af'},'warnafter':"
                                + (SECONDS + 3607) + "},'nbf':@now,'sub':'system:serviceaccount:kube-system:coredns'}",
                        List.of()),
                Arguments.of(
                        "DPoP proof",
                        "{'typ':'dpop+jwt','alg':'ES256','jwk':" + TestKeys.EC + "}",
                        "{'jti':'-BwC3ESc6acc2lTc','htm':'POST','htu':'https://server.example.com/token','iat':@now}",
                        List.of()),
                Arguments.of(
                        "back-channel logout",
                        "{'typ':'logout+jwt','alg':'RS256','kid':'a1'}",
                        "{'iss':'https://server.example.com','sub':'248289761001','aud':'s6BhdRkqt3','iat':@now,'exp':"
                                + (SECONDS + 120)
                                + ",'jti':'bWJqLmE4NzYxNDU2LTQ1','sid':'08a5019c-17e1-4977-8f42-65a12843ea02','events':{'http://schemas.openid.net/event/backchannel-logout':{}}}",
                        List.of()),
                Arguments.of(
                        "client assertion",
                        "{'typ':'client-authentication+jwt','alg':'ES256','kid':'a1'}",
                        "{'iss':'client-1','sub':'client-1','aud':'https://as.example.com','iat':@now,'exp':"
                                + (SECONDS + 60) + ",'jti':'8d3c1f7e-52b4-4c0f-9a86-1e0b7c5d2f43'}",
                        List.of()),
                Arguments.of(
                        "RFC 9068",
                        "{'typ':'at+jwt','alg':'RS256','kid':'RjEwOwOA'}",
                        "{'iss':'https://authorization-server.example.com','sub':'5ba552d67','aud':'https://rs.example.com','exp':"
                                + (SECONDS + 600) + ",'iat':@now,'jti':'dbe39bf3a3ba4238a513f51d6e1691c4',"
                                + "'client_id':'s6BhdRkqt3','scope':'openid profile reademail'}",
                        List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vendors")
    void vendorsTokensYieldOnlyTheRightRules(String name, String header, String claims, List<String> right) {
        assertThat(RuleCase.advise(RuleCase.spec(header, claims)))
                .filteredOn(found -> found.severity().compareTo(Severity.LOW) > 0)
                .extracting(found -> found.rule().id())
                .containsExactlyInAnyOrderElementsOf(right);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'ordinary words, and more of them'",
                "'order 2026-11-24/0042'",
                "'8d3c1f7e-52b4-4c0f-9a86-1e0b7c5d2f43'",
                "'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'",
                "'4bf92f3577b34da6a3ce929d0e0e4736'",
                "'00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'",
                "1795521600",
                "1795521600123",
                "'1795521600123'",
                "'2026-11-24T12:00:00.123Z'",
                "'4711'",
                "'1234567890123456'",
                "419188233388490753",
                "'urn:example:a:b'",
                "'https://example.com/a?b=c'",
                "'v1.2.3-rc.4+build.5'",
                "'de-DE'",
                "'Europe/Berlin'",
                "'10.0.0.1'",
                "'a@b'",
                "'DE1234'",
                "'s6BhdRkqt3'",
                "'n-0S6_WzA2Mj'",
                "'123-456-7890'",
                "'SGVsbG8gd29ybGQ='",
                "'pinned'",
                "true",
                "'eyJhbGciOiJIUzI1NiJ9'",
                "'Lorem ipsum dolor sit amet, consectetur adipiscing elit'",
                "'+1'",
                "'0x1f4b'"
            })
    void ordinaryValuesYieldNoDataRule(String value) {
        assertThat(RuleCase.advise(RuleCase.spec(
                        "{'alg':'ES256'}", "{'a':" + value + ",'b':[" + value + "],'c':{'d':" + value + "}}")))
                .extracting(found -> found.rule().id())
                .noneMatch(id -> id.startsWith("data-"));
    }
}
