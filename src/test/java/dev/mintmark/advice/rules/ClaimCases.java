package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.CRITICAL;
import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.INFO;
import static dev.mintmark.advice.Severity.LOW;
import static dev.mintmark.advice.Severity.MEDIUM;
import static dev.mintmark.advice.rules.RuleCase.token;

import dev.mintmark.advice.Subject;
import dev.mintmark.jose.json.JsonMembers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Cases of {@link TimeRules}, {@link DateRules}, {@link IdentityRules} and {@link AuthorityRules}. */
final class ClaimCases {
    private static final String ACCESS = "at+jwt";
    private static final String ID = "JWT";
    private static final long NOW = RuleCase.SECONDS;

    private static final List<RuleCase> TIME = List.of(
            new RuleCase("exp-missing", HIGH, "/payload/exp", claims("'sub':'a'"), claims("'exp':@exp")),
            new RuleCase("exp-missing", HIGH, "/payload/exp", claims("'sub':'a'"), typed("dpop+jwt", "'jti':'a'")),
            new RuleCase("exp-missing", HIGH, "/payload/exp", typed("hush+jwt", "'sub':'a'"), claims("'events':{}")),
            new RuleCase(
                    "exp-missing",
                    MEDIUM,
                    "/payload/exp",
                    claims("'typ':'Offline','azp':'a','session_state':'b'"),
                    claims("'_sd_alg':'sha-256'")),
            new RuleCase(
                    "exp-missing",
                    LOW,
                    "/payload/exp",
                    claims("'_sd_alg':'sha-256'"),
                    typed("oauth-authz-req+jwt", "'client_id':'a'")),
            new RuleCase("lifetime-too-long", MEDIUM, "/payload/exp", life(ACCESS, 901), life(ACCESS, 900)),
            new RuleCase("lifetime-too-long", HIGH, "/payload/exp", life(ACCESS, 3_601), life(ACCESS, 3_600)),
            new RuleCase("lifetime-too-long", CRITICAL, "/payload/exp", life(ACCESS, 86_401), life(ACCESS, 86_400)),
            new RuleCase(
                    "lifetime-too-long",
                    MEDIUM,
                    "/payload/exp",
                    life("client-authentication+jwt", 301),
                    life("client-authentication+jwt", 300)),
            new RuleCase(
                    "lifetime-too-long",
                    HIGH,
                    "/payload/exp",
                    life("oauth-authz-req+jwt", 3_601),
                    life("oauth-authz-req+jwt", 3_600)),
            new RuleCase("lifetime-too-long", MEDIUM, "/payload/exp", life("logout+jwt", 121), life("logout+jwt", 120)),
            new RuleCase(
                    "lifetime-too-long",
                    MEDIUM,
                    "/payload/exp",
                    life("refresh+jwt", 2_592_001),
                    life("refresh+jwt", 2_592_000)),
            new RuleCase(
                    "lifetime-too-long",
                    HIGH,
                    "/payload/exp",
                    life("refresh+jwt", 7_776_001),
                    life("refresh+jwt", 7_776_000)),
            new RuleCase("lifetime-too-long", MEDIUM, "/payload/exp", life(ID, 86_401), life(ID, 86_400)),
            new RuleCase("lifetime-too-long", HIGH, "/payload/exp", life(ID, 31_536_001), life(ID, 31_536_000)),
            new RuleCase(
                    "lifetime-too-long",
                    MEDIUM,
                    "/payload/exp",
                    claims("'nonce':'a','iat':@now,'exp':" + (NOW + 3_601)),
                    claims("'nonce':'a','iat':@now,'exp':" + (NOW + 3_600))),
            new RuleCase("exp-outlives-key", LOW, "/payload/exp", keyRetention(0, 86_401), keyRetention(0, 86_400)),
            new RuleCase("exp-outlives-key", LOW, "/payload/exp", keyRetention(500, 501), keyRetention(500, 500)),
            new RuleCase("exp-outlives-key", LOW, "/payload/exp", keyRetention(0, 86_401), life(ID, 86_401)),
            new RuleCase("exp-before-start", HIGH, "/payload/exp", life(ID, 0), life(ID, 1)),
            new RuleCase(
                    "exp-before-start", HIGH, "/payload/exp", claims("'nbf':5,'exp':5"), claims("'nbf':5,'exp':6")),
            new RuleCase(
                    "exp-before-start",
                    HIGH,
                    "/payload/auth_time",
                    claims("'iat':100,'auth_time':161"),
                    claims("'iat':100,'auth_time':160")),
            new RuleCase(
                    "iat-missing", MEDIUM, "/payload/iat", typed(ACCESS, "'sub':'a'"), typed(ACCESS, "'iat':@now")),
            new RuleCase("iat-missing", LOW, "/payload/iat", claims("'sub':'a'"), claims("'iat':@now")),
            new RuleCase(
                    "iat-in-future",
                    MEDIUM,
                    "/payload/iat",
                    claims("'iat':" + (NOW + 61)),
                    claims("'iat':" + (NOW + 60))),
            new RuleCase("nbf-missing", INFO, "/payload/nbf", claims("'sub':'a'"), claims("'nbf':@now")),
            new RuleCase(
                    "time-state", INFO, "/payload/exp", claims("'exp':" + (NOW - 61)), claims("'exp':" + (NOW + 61))),
            new RuleCase(
                    "time-state", LOW, "/payload/exp", claims("'exp':" + (NOW + 60)), claims("'exp':" + (NOW + 61))),
            new RuleCase("time-state", LOW, "/payload/exp", claims("'exp':@now"), claims("'exp':@exp")),
            new RuleCase("time-state", INFO, "/payload/nbf", claims("'nbf':" + (NOW + 61)), claims("'nbf':@now")),
            new RuleCase("time-state", LOW, "/payload/nbf", claims("'nbf':" + (NOW + 1)), claims("'nbf':@now")));

    private static final List<RuleCase> DATES = List.of(
            new RuleCase(
                    "date-in-milliseconds",
                    HIGH,
                    "/payload/exp",
                    claims("'exp':1795521600000"),
                    claims("'exp':99999999999")),
            new RuleCase(
                    "date-in-milliseconds",
                    HIGH,
                    "/payload/auth_time",
                    claims("'auth_time':1795521600000000"),
                    claims("'order':1795521600000")),
            new RuleCase(
                    "date-in-milliseconds",
                    HIGH,
                    "/payload/updated_at",
                    claims("'updated_at':1e19"),
                    claims("'updated_at':1795521600")),
            new RuleCase("date-not-number", HIGH, "/payload/exp", claims("'exp':'@exp'"), claims("'exp':@exp")),
            new RuleCase("date-not-number", HIGH, "/payload/nbf", claims("'nbf':null"), claims("'nbf':@now")),
            new RuleCase("date-not-integer", LOW, "/payload/iat", claims("'iat':1.7e9"), claims("'iat':1700000000")),
            new RuleCase(
                    "date-not-integer", LOW, "/payload/exp", claims("'exp':1700000000.5"), claims("'exp':1700000000")),
            new RuleCase("date-out-of-range", HIGH, "/payload/exp", claims("'exp':0"), claims("'exp':1")),
            new RuleCase("date-out-of-range", HIGH, "/payload/iat", claims("'iat':-1"), claims("'iat':@now")),
            new RuleCase("date-out-of-range", HIGH, "/payload/exp", claims("'exp':1e20"), claims("'exp':253402300800")),
            new RuleCase(
                    "exp-before-start",
                    HIGH,
                    "/payload/exp",
                    claims("'iat':@now,'exp':1"),
                    claims("'iat':1795521600000,'exp':@exp")),
            new RuleCase(
                    "lifetime-too-long",
                    HIGH,
                    "/payload/exp",
                    claims("'iat':@now,'exp':" + (NOW + 31_536_001)),
                    claims("'iat':@now,'exp':1795525200000")),
            new RuleCase(
                    "date-in-milliseconds",
                    HIGH,
                    "/payload/exp",
                    claims("'exp':253402300800"),
                    claims("'exp':253402300799")),
            new RuleCase("date-out-of-range", HIGH, "/payload/exp", claims("'exp':1e400"), claims("'exp':@exp")),
            new RuleCase(
                    "date-out-of-range",
                    MEDIUM,
                    "/payload/exp",
                    claims("'exp':" + (NOW + 315_360_001)),
                    claims("'exp':" + (NOW + 315_360_000))));

    private static final List<RuleCase> IDENTITY = List.of(
            new RuleCase("iss-missing", HIGH, "/payload/iss", typed(ACCESS, "'sub':'a'"), typed(ACCESS, "'iss':'a'")),
            new RuleCase("iss-missing", MEDIUM, "/payload/iss", claims("'sub':'a'"), typed("dpop+jwt", "'jti':'a'")),
            new RuleCase(
                    "iss-missing", LOW, "/payload/iss", claims("'_sd_alg':'sha-256'"), typed("kb+jwt", "'iat':@now")),
            new RuleCase("iss-invalid", HIGH, "/payload/iss", claims("'iss':['a']"), claims("'iss':'a'")),
            new RuleCase(
                    "iss-invalid",
                    HIGH,
                    "/payload/iss",
                    typed(ACCESS, "'iss':'http://idp.example.com'"),
                    typed(ACCESS, "'iss':'https://idp.example.com'")),
            new RuleCase(
                    "iss-invalid",
                    HIGH,
                    "/payload/iss",
                    typed(ACCESS, "'iss':'https://idp.example.com?a=b'"),
                    typed(ACCESS, "'iss':'https://idp.example.com/a'")),
            new RuleCase(
                    "iss-invalid",
                    HIGH,
                    "/payload/iss",
                    typed(ACCESS, "'iss':'https://idp.example.com#'"),
                    typed(ACCESS, "'iss':'http://localhost:8080'")),
            new RuleCase(
                    "iss-invalid",
                    HIGH,
                    "/payload/iss",
                    typed(ACCESS, "'iss':'https://u:p@idp.example.com'"),
                    typed(ACCESS, "'iss':'http://mintmark'")),
            new RuleCase(
                    "iss-invalid",
                    HIGH,
                    "/payload/iss",
                    typed(ACCESS, "'iss':'https://idp example.com'"),
                    typed(ACCESS, "'iss':'http://idp.auth.svc:8080'")),
            new RuleCase(
                    "iss-invalid",
                    HIGH,
                    "/payload/iss",
                    typed(ACCESS, "'iss':'somebody'"),
                    typed(ACCESS, "'iss':'http://idp.auth.svc.cluster.local'")),
            new RuleCase(
                    "iss-invalid",
                    LOW,
                    "/payload/iss",
                    typed(ACCESS, "'iss':'http://localhost:8080'"),
                    typed(ACCESS, "'iss':'https://localhost:8080'")),
            new RuleCase(
                    "iss-invalid",
                    LOW,
                    "/payload/iss",
                    typed(ACCESS, "'iss':'https://idp.example.com/'"),
                    typed(ACCESS, "'iss':'https://idp.example.com'")),
            new RuleCase(
                    "iss-invalid",
                    LOW,
                    "/payload/iss",
                    typed(ACCESS, "'iss':'https://IDP.example.com'"),
                    typed(ACCESS, "'iss':'https://idp.example.com'")),
            new RuleCase("aud-missing", HIGH, "/payload/aud", claims("'sub':'a'"), claims("'aud':'a'")),
            new RuleCase("aud-missing", LOW, "/payload/aud", claims("'events':{}"), typed("vc+jwt", "'iss':'a'")),
            new RuleCase("aud-invalid", HIGH, "/payload/aud", claims("'aud':['a','a']"), claims("'aud':['a','b']")),
            new RuleCase("aud-invalid", HIGH, "/payload/aud", claims("'aud':[]"), claims("'aud':['a']")),
            new RuleCase("aud-invalid", HIGH, "/payload/aud", claims("'aud':''"), claims("'aud':'a'")),
            new RuleCase("aud-invalid", HIGH, "/payload/aud", claims("'aud':{'a':1}"), claims("'aud':'a'")),
            new RuleCase("aud-wildcard", CRITICAL, "/payload/aud", claims("'aud':'ANY'"), claims("'aud':'anybody'")),
            new RuleCase(
                    "aud-wildcard",
                    CRITICAL,
                    "/payload/aud/1",
                    claims("'aud':['a','https://*.example.com']"),
                    claims("'aud':['a','https://a.example.com']")),
            new RuleCase(
                    "aud-multiple",
                    MEDIUM,
                    "/payload/aud",
                    claims("'aud':['a','b']"),
                    claims("'nonce':'n','azp':'a','aud':['a','b']")),
            new RuleCase(
                    "aud-multiple",
                    HIGH,
                    "/payload/aud",
                    claims("'aud':['a','b','c','d']"),
                    claims("'aud':['a','b','c']")),
            new RuleCase("sub-missing", HIGH, "/payload/sub", typed(ACCESS, "'iss':'a'"), typed(ACCESS, "'sub':'a'")),
            new RuleCase("sub-missing", HIGH, "/payload/sub", claims("'sub':7"), claims("'sub':'7'")),
            new RuleCase("sub-missing", MEDIUM, "/payload/sub", claims("'sub':''"), claims("'sub':'7'")),
            new RuleCase(
                    "sub-missing",
                    HIGH,
                    "/payload/sub",
                    claims("'sub':'" + "a".repeat(256) + "'"),
                    claims("'sub':'" + "a".repeat(255) + "'")),
            new RuleCase("sub-missing", MEDIUM, "/payload/sub", claims("'iss':'a'"), typed("logout+jwt", "'sid':'a'")),
            new RuleCase("sub-pii", LOW, "/payload/sub", claims("'sub':'ann@example.com'"), claims("'sub':'ann'")),
            new RuleCase(
                    "sub-pii",
                    LOW,
                    "/payload/sub",
                    claims("'sub':'ann','preferred_username':'ann'"),
                    claims("'sub':'ann','preferred_username':'bob'")),
            new RuleCase(
                    "jti-missing",
                    HIGH,
                    "/payload/jti",
                    typed("dpop+jwt", "'htm':'GET'"),
                    typed("dpop+jwt", "'jti':'a'")),
            new RuleCase("jti-missing", MEDIUM, "/payload/jti", typed(ACCESS, "'sub':'a'"), typed(ACCESS, "'jti':'a'")),
            new RuleCase("jti-missing", LOW, "/payload/jti", claims("'sub':'a'"), claims("'jti':'a'")),
            new RuleCase(
                    "jti-weak",
                    LOW,
                    "/payload/jti",
                    claims("'jti':'abcdefghijklmno'"),
                    claims("'jti':'abcdefghijklmnop'")),
            new RuleCase(
                    "jti-weak",
                    LOW,
                    "/payload/jti",
                    claims("'jti':'12345678901234567890'"),
                    claims("'jti':'1234567890123456789a'")),
            new RuleCase(
                    "jti-weak",
                    LOW,
                    "/payload/jti",
                    claims("'jti':'abcdefghijklmnop','sub':'abcdefghijklmnop'"),
                    claims("'jti':'abcdefghijklmnop','sub':'a'")),
            new RuleCase(
                    "revocation-impossible",
                    INFO,
                    "/payload/jti",
                    claims("'iat':@now,'exp':" + (NOW + 3_601)),
                    claims("'sid':'a','iat':@now,'exp':" + (NOW + 3_601))));

    private static final List<RuleCase> AUTHORITY = List.of(
            new RuleCase(
                    "token-kind-confusable",
                    MEDIUM,
                    "/payload/nonce",
                    claims("'scope':'a','nonce':'b'"),
                    claims("'azp':'a','nonce':'b'")),
            new RuleCase(
                    "token-kind-confusable",
                    MEDIUM,
                    "/payload/aud",
                    claims("'client_id':'a','aud':'a'"),
                    claims("'client_id':'a','aud':'b'")),
            new RuleCase(
                    "token-kind-confusable",
                    MEDIUM,
                    "/payload/scope",
                    claims("'typ':'ID','scope':'a'"),
                    claims("'typ':'Bearer','scope':'a'")),
            new RuleCase(
                    "refresh-reusable-as-access",
                    HIGH,
                    "/payload/aud",
                    typed("refresh+jwt", "'iss':'https://a','aud':'https://api'"),
                    typed("refresh+jwt", "'iss':'https://a','aud':'https://a'")),
            new RuleCase(
                    "refresh-reusable-as-access",
                    HIGH,
                    "/header/typ",
                    claims("'typ':'Refresh'"),
                    typed("refresh+jwt", "'typ':'Refresh'")),
            new RuleCase(
                    "refresh-reusable-as-access",
                    HIGH,
                    "/payload/scope",
                    typed("refresh+jwt", "'scope':'a'"),
                    typed("refresh+jwt", "'sid':'a'")),
            new RuleCase(
                    "profile-violated",
                    MEDIUM,
                    "/payload/client_id",
                    typed(ACCESS, "'sub':'a'"),
                    typed(ACCESS, "'client_id':'a'")),
            new RuleCase(
                    "profile-violated",
                    MEDIUM,
                    "/payload/nonce",
                    typed(ACCESS, "'nonce':'a'"),
                    typed(ACCESS, "'sub':'a'")),
            new RuleCase(
                    "profile-violated",
                    MEDIUM,
                    "/payload/htu",
                    typed("dpop+jwt", "'htm':'GET'"),
                    typed("dpop+jwt", "'htu':'a'")),
            new RuleCase(
                    "profile-violated",
                    MEDIUM,
                    "/header/jwk",
                    typed("dpop+jwt", "'htm':'GET'"),
                    token("{'alg':'ES256','typ':'dpop+jwt','jwk':{}}", "{}")),
            new RuleCase(
                    "profile-violated",
                    MEDIUM,
                    "/payload/events",
                    typed("secevent+jwt", "'jti':'a'"),
                    typed("secevent+jwt", "'events':{}")),
            new RuleCase(
                    "profile-violated",
                    HIGH,
                    "/payload/nonce",
                    typed("logout+jwt", "'nonce':'a'"),
                    typed("logout+jwt", "'sid':'a'")),
            new RuleCase(
                    "profile-violated",
                    MEDIUM,
                    "/payload/sub",
                    typed("client-authentication+jwt", "'iss':'a','sub':'b'"),
                    typed("client-authentication+jwt", "'iss':'a','sub':'a'")),
            new RuleCase(
                    "scope-wildcard", HIGH, "/payload/scope", claims("'scope':'read *'"), claims("'scope':'read *x'")),
            new RuleCase(
                    "scope-wildcard",
                    HIGH,
                    "/payload/permissions/1",
                    claims("'permissions':['a','orders:*']"),
                    claims("'permissions':['a','orders:read']")),
            new RuleCase(
                    "scope-wildcard",
                    HIGH,
                    "/payload/realm_access/roles/0",
                    claims("'realm_access':{'roles':['a.*']}"),
                    claims("'realm_access':{'roles':['a.b']}")),
            new RuleCase(
                    "scope-wildcard",
                    HIGH,
                    "/payload/resource_access/a~1b/roles/0",
                    claims("'resource_access':{'a/b':{'roles':['a/*']}}"),
                    claims("'resource_access':{'a/b':{'roles':['a']}}")),
            new RuleCase(
                    "scope-admin",
                    MEDIUM,
                    "/payload/roles/0",
                    life("'roles':['realm-admin']", ACCESS, 900),
                    life("'roles':['administrative-assistant']", ACCESS, 900)),
            new RuleCase(
                    "scope-admin",
                    HIGH,
                    "/payload/roles/0",
                    life("'roles':['Admin']", ACCESS, 901),
                    life("'roles':['Admin']", ACCESS, 900)),
            new RuleCase(
                    "scope-admin",
                    MEDIUM,
                    "/payload/scope",
                    claims("'scope':'aws.cognito.signin.user.administrator'"),
                    claims("'scope':'aws.cognito.signin.user.admin full_access_as_user'")),
            new RuleCase(
                    "scope-admin",
                    MEDIUM,
                    "/payload/roles/0",
                    claims("'roles':['org-owner']"),
                    claims("'roles':['product-owner','non-admin','not_root','data_owner']")),
            new RuleCase(
                    "scope-admin",
                    MEDIUM,
                    "/payload/scope",
                    claims("'scope':'users:admin:write'"),
                    claims("'scope':'users:read'")),
            new RuleCase(
                    "scope-admin", MEDIUM, "/payload/is_admin", claims("'is_admin':true"), claims("'is_admin':false")),
            new RuleCase("cnf", LOW, "/payload/cnf", life(ACCESS, 901), life(ACCESS, 900)),
            new RuleCase(
                    "cnf", LOW, "/payload/cnf", typed(ACCESS, "'roles':['admin']"), typed(ACCESS, "'roles':['user']")),
            new RuleCase(
                    "cnf",
                    HIGH,
                    "/payload/cnf",
                    claims("'cnf':{'jkt':'abc'}"),
                    claims("'cnf':{'jkt':'" + "a".repeat(43) + "'}")),
            new RuleCase(
                    "cnf",
                    HIGH,
                    "/payload/cnf",
                    claims("'cnf':{'jwk':{'kty':'EC','d':'AA'}}"),
                    claims("'cnf':{'jwk':{'kty':'EC'}}")),
            new RuleCase(
                    "cnf",
                    HIGH,
                    "/payload/cnf",
                    claims("'cnf':{'jwk':{'kty':'EC'},'jkt':'" + "a".repeat(43) + "'}"),
                    claims("'cnf':{'kid':'a'}")),
            new RuleCase(
                    "client-assertion-audience",
                    HIGH,
                    "/payload/aud",
                    typed("client-authentication+jwt", "'aud':['https://a','https://b']"),
                    typed("client-authentication+jwt", "'aud':['https://a']")),
            new RuleCase(
                    "client-assertion-audience",
                    HIGH,
                    "/payload/aud",
                    typed("client-authentication+jwt", "'aud':['https://a','https://b/token']"),
                    typed("client-authentication+jwt", "'aud':['https://a','https://a/token']")),
            new RuleCase(
                    "client-assertion-audience",
                    INFO,
                    "/payload/aud",
                    typed("client-authentication+jwt", "'aud':'https://a/oauth2/token'"),
                    typed("client-authentication+jwt", "'aud':'https://a/tokens'")));

    static final List<RuleCase> ALL =
            Stream.of(TIME, DATES, IDENTITY, AUTHORITY).flatMap(List::stream).toList();

    private ClaimCases() {}

    private static Subject claims(String members) {
        return typed("JWT", members);
    }

    private static Subject typed(String typ, String members) {
        return token("{'alg':'ES256','typ':'" + typ + "'}", "{" + members + "}");
    }

    /** A backdated token with this remaining lifetime, signed by the service's own key with this retention. */
    private static Subject keyRetention(long retention, long left) {
        return new Subject.Spec(
                JsonMembers.of(RuleCase.object("{'alg':'RS256'}")),
                JsonMembers.of(RuleCase.object("{'iat':" + (NOW - 1000) + ",'exp':" + (NOW + left) + "}")),
                Subject.KnownKeys.ofTheService(Duration.ofSeconds(retention)),
                Optional.empty(),
                OptionalInt.empty());
    }

    private static Subject life(String typ, long seconds) {
        return life("'sub':'a'", typ, seconds);
    }

    private static Subject life(String members, String typ, long seconds) {
        return typed(typ, members + ",'iat':@now,'exp':" + (NOW + seconds));
    }
}
