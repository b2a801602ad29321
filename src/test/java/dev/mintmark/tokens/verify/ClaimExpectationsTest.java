package dev.mintmark.tokens.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import dev.mintmark.jose.Claims;
import dev.mintmark.jose.CpuTime;
import dev.mintmark.jose.JoseHeader;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.verify.CheckResult.Code;
import dev.mintmark.tokens.verify.CheckResult.Status;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks of claims as identity providers and attackers write them. */
class ClaimExpectationsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"iss": 7}            | ISSUER
        {"iss": ["a"]}        | ISSUER
        {"sub": 7}            | SUBJECT
        {"sub": true}         | SUBJECT
        {"sub": {"id": 1}}    | SUBJECT
        {"aud": 7}            | AUDIENCE
        {"aud": ["a", 7]}     | AUDIENCE
        {"aud": {"a": "b"}}   | AUDIENCE\
        """)
    void aRegisteredClaimOfTheWrongTypeFailsAlsoIfNothingIsExpected(String claims, Check check) {
        CheckResult result = check(claims, expectations(List.of(), List.of(), List.of(), Optional.empty()), check);
        assertThat(result.code()).contains(Code.MALFORMED);
        assertThat(result.pointer().orElseThrow()).startsWith("/payload/");
    }

    @Test
    void oneOfSeveralIssuersIsEnough() {
        Expectations two = expectations(List.of("https://a", "https://b"), List.of(), List.of(), Optional.empty());

        assertThat(check("{'iss': 'https://b'}", two, Check.ISSUER).status()).isEqualTo(Status.PASSED);
        assertThat(check("{'iss': 'https://c'}", two, Check.ISSUER).code()).contains(Code.ISSUER_MISMATCH);
        assertThat(check("{}", two, Check.ISSUER).code()).contains(Code.CLAIM_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'scope': 'a b'}",
                "{'scope': ['a', 'b']}",
                "{'scope': ['a b']}",
                "{'scp': ['a', 'b']}",
                "{'scp': 'a b'}"
            })
    void aScopeIsAStringOrAnArray(String claims) {
        Expectations expected = expectations(List.of(), List.of("a", "b"), List.of(), Optional.empty());
        assertThat(check(claims, expected, Check.SCOPE).status()).isEqualTo(Status.PASSED);
        assertThat(check("{'scope': ['a'], 'scp': 'b'}", expected, Check.SCOPE).code())
                .contains(Code.INSUFFICIENT_SCOPE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'roles': ['admin']}                                                        |                      | PASSED
        {'roles': 'admin'}                                                          |                      | PASSED
        {'realm_access': {'roles': ['admin']}}                                      |                      | PASSED
        {'resource_access': {'orders': {'roles': ['admin']}}}                       |                      | PASSED
        {'groups': ['admin']}                                                       |                      | PASSED
        {'cognito:groups': ['admin']}                                               |                      | PASSED
        {'https://a.example/roles': ['admin']}                                      |                      | FAILED
        {'https://a.example/roles': ['admin']}                                      | /https:~1~1a.example~1roles | PASSED
        {'app': {'r': ['admin']}}                                                   | /app/r               | PASSED
        {'roles': ['admin'], 'app': {'r': ['user']}}                                | /app/r               | FAILED
        {'roles': ['admin']}                                                        | /absent              | FAILED
        {'roles': [{'admin': true}]}                                                |                      | FAILED
        {'groups': {'admin': true}, 'realm_access': 'admin', 'resource_access': []} |                      | FAILED
        {'app': {'r': ['admin', 7]}}                                                | /app/r               | FAILED\
        """)
    void rolesAreFoundWhereIdentityProvidersWriteThem(String claims, String pointer, Status status) {
        Expectations expected = expectations(
                List.of(),
                List.of(),
                List.of("admin"),
                Optional.ofNullable(pointer).map(JsonPointer::compile));
        assertThat(check(claims, expected, Check.ROLES).status()).isEqualTo(status);
    }

    @Test
    void aRoleAtAnotherClientDoesNotCountForAnExpectedAudience() {
        Expectations orders = expectations(List.of(), List.of(), List.of("admin"), Optional.empty(), List.of("orders"));

        assertThat(roles("'resource_access': {'billing': {'roles': ['admin']}}", orders))
                .isEqualTo(Status.FAILED);
        assertThat(roles("'resource_access': {'orders': {'roles': ['admin']}}", orders))
                .isEqualTo(Status.PASSED);
        assertThat(roles("'azp': 'shop', 'resource_access': {'shop': {'roles': ['admin']}}", orders))
                .isEqualTo(Status.PASSED);
    }

    private static Status roles(String claims, Expectations expected) {
        return check("{'aud': ['orders', 'billing'], " + claims + "}", expected, Check.ROLES)
                .status();
    }

    /** The largest lists that a token and a request can hold, without a common value. */
    @Test
    void largeListsAreComparedInLinearTime() {
        List<String> expected = IntStream.range(0, 1000).mapToObj(i -> "e" + i).toList();
        String granted = IntStream.range(0, 24_000).mapToObj(i -> "g" + i).collect(Collectors.joining("','"));
        String claims = "{'scope': ['%s'], 'roles': ['%s'], 'permissions': ['%s'], 'aud': ['%s']}"
                .formatted(granted, granted, granted, granted);
        Expectations all = new Expectations(
                List.of(),
                expected,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                expected,
                expected,
                Optional.empty(),
                expected,
                expected,
                Expectations.DEFAULT_LEEWAY,
                Optional.empty());
        ClaimChecks checks = checks(claims, all);

        CpuTime.assertBounded(
                () -> assertThat(checks.run()).filteredOn(CheckResult::isFailed).hasSizeGreaterThanOrEqualTo(5));
    }

    private static Expectations expectations(
            List<String> issuers, List<String> scope, List<String> roles, Optional<JsonPointer> rolesClaim) {
        return expectations(issuers, scope, roles, rolesClaim, List.of());
    }

    private static Expectations expectations(
            List<String> issuers,
            List<String> scope,
            List<String> roles,
            Optional<JsonPointer> rolesClaim,
            List<String> audience) {
        return new Expectations(
                issuers.stream().map(Issuer::new).toList(),
                audience,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                scope,
                roles,
                rolesClaim,
                List.of(),
                List.of(),
                Expectations.DEFAULT_LEEWAY,
                Optional.empty());
    }

    private static CheckResult check(String claims, Expectations expected, Check check) {
        return checks(claims, expected).run().stream()
                .filter(result -> result.check() == check)
                .findFirst()
                .orElseThrow();
    }

    private static ClaimChecks checks(String claims, Expectations expected) {
        byte[] json = claims.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        JoseHeader header = JoseHeader.parse("{\"alg\": \"ES256\"}".getBytes(StandardCharsets.UTF_8));
        return new ClaimChecks(header, Claims.parse(json), expected, Instant.ofEpochSecond(1_800_000_000L));
    }
}
