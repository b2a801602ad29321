package dev.mintmark.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.read.MalformedRequestException.Entry;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A request with several independent errors gets all of them, each once. */
class ErrorsAtOnceTest {
    private static final KeyRings KEY_RINGS = KeyRings.ephemeral(Duration.ZERO, JwsEngine.PLAIN);
    private static final TokenService SERVICE = TokenServiceTest.service(KEY_RINGS);

    @BeforeAll
    static void generateKeys() {
        KEY_RINGS.makeEphemeralKeys(Algorithm.ES256);
    }

    @Test
    void aMintRequestGetsTheErrorsOfAllMembers() {
        refused(
                () -> SERVICE.mint(Requests.mint("""
                        {'type': 'admin', 'algorithm': 'rs256', 'issuer': ' ', 'expires_in': 'soon', 'issued_at': 'later',
                         'audience': [1], 'scope': 'a\\"b', 'refresh': true, 'subject': 'a',
                         'claims': {'sub': 'b', 'jti': 5, 'nbf': 'x', 'sid': 's'}, 'headers': {'typ': 1, 'kid': 2}}
                        """)),
                "/refresh",
                "/algorithm",
                "/issuer",
                "/type",
                "/claims/jti",
                "/claims/nbf",
                "/claims/sub",
                "/audience",
                "/issued_at",
                "/scope",
                "/expires_in",
                "/headers/typ",
                "/headers/kid");
    }

    @Test
    void theErrorsOfAKeyComeWithTheOthers() {
        refused(
                () -> SERVICE.mint(Requests.mint("{'secret': 'zz', 'secret_encoding': 'hex', 'expires_in': 'soon'}")),
                "/secret",
                "/expires_in");
        refused(
                () -> SERVICE.mint(Requests.mint("{'key': 'no PEM', 'key_id': 'k', 'not_before': true}")),
                "/key",
                "/not_before");
    }

    /** A violation of the policy is reported once the request is well-formed. */
    @Test
    void aPolicyViolationWaits() {
        refused(() -> SERVICE.mint(Requests.mint("{'secret': 'short', 'expires_in': 'soon'}")), "/expires_in");
        RejectedRequests.violation("/secret", () -> SERVICE.mint(Requests.mint("{'secret': 'short'}")));
    }

    @Test
    void aVerifyRequestGetsTheErrorsOfAllMembers() {
        refused(
                () -> SERVICE.verify(Requests.verify("""
                        {'token': 'a.b.c', 'mode': 'fast', 'secret': 'zz', 'secret_encoding': 'hex', 'jwks': 'text',
                         'expect': {'issuer': [], 'audience': [1], 'type': 'admin', 'algorithms': [], 'scope': '\\\\',
                                    'roles_claim': '/roles', 'leeway': '1h', 'max_age': 'long'}}
                        """)),
                "/expect/issuer",
                "/expect/audience",
                "/expect/type",
                "/expect/algorithms",
                "/expect/scope",
                "/expect/roles_claim",
                "/expect/leeway",
                "/expect/max_age",
                "/mode",
                "/secret",
                "/jwks");
    }

    @Test
    void anAdviceRequestGetsTheErrorsOfItsSubjectAndContext() {
        refused(
                () -> SERVICE.advise(Requests.advice(
                        "{'spec': {'type': 'session', 'expires_in': 'soon'}, 'skew': '1h', 'now': 'x', 'kind': 'y'}")),
                "/spec/type",
                "/spec/expires_in",
                "/now",
                "/skew",
                "/kind");
        refused(
                () -> SERVICE.advise(
                        Requests.advice("{'token': 'a.b.c', 'algorithm': 'HS256', 'secret_encoding': 'hex'}")),
                "/algorithm",
                "/secret_encoding");
    }

    @Test
    void refreshAndRevokeGetAllErrors() {
        refused(
                () -> SERVICE.refresh(Requests.refresh("{'refresh_token': 'a', 'scope': [1], 'audience': {}}")),
                "/scope",
                "/audience");
        refused(
                () -> SERVICE.revoke(Requests.revoke("{'subject': '', 'issuer': ' ', 'issued_before': 'x'}")),
                "/issued_before",
                "",
                "/issuer");
        refused(
                () -> SERVICE.revoke(Requests.revoke("{'token': 'a.b.c', 'issuer': 'i', 'issued_before': 'x'}")),
                "/issued_before",
                "/issuer");
    }

    static void refused(ThrowingCallable reading, String... pointers) {
        MalformedRequestException e = catchThrowableOfType(MalformedRequestException.class, reading);
        assertThat(e).isNotNull();
        assertThat(e.errors()).extracting(Entry::pointer).containsExactly(pointers);
        assertThat(e.pointer()).isEqualTo(pointers[0]);
        assertThat(e.errors()).doesNotHaveDuplicates().extracting(Entry::detail).doesNotContain("");
    }
}
