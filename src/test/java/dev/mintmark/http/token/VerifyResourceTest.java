package dev.mintmark.http.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.mintmark.Members;
import dev.mintmark.http.limit.HttpTest;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.Jws;
import dev.mintmark.jose.Sha256;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.json.JsonMembers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class VerifyResourceTest extends HttpTest {
    private static final String[] FULL = {
        "form",
        "algorithm",
        "key",
        "signature",
        "critical_headers",
        "type",
        "expiry",
        "not_before",
        "issued_at",
        "issuer",
        "audience",
        "subject",
        "required_claims",
        "scope",
        "roles",
        "permissions",
        "revocation"
    };

    @Test
    void aValidTokenPassesEveryRequestedCheck() {
        String token = token("{\"subject\": \"alice\", \"audience\": \"api\", \"scope\": \"a b\", \"roles\": [\"r\"]}");
        verify(token, """
            "expect": {"issuer": "http://localhost:8080", "audience": ["other", "api"], "type": "access",
             "algorithms": ["RS256"], "subject": "alice", "scope": "b", "roles": ["r"],
             "required_claims": ["jti"], "leeway": 0, "max_age": "1m"}\
            """)
                .header("Cache-Control", "no-store")
                .body("valid", equalTo(true))
                .body("signature.valid", equalTo(true))
                .body("checks.check", contains(FULL))
                .body("checks.findAll { it.status == 'skipped' }.check", contains("not_before", "permissions"))
                .body("claims.sub", equalTo("alice"));
    }

    @Test
    void issuersRolesAndScopeAreTakenAsProvidersWriteThem() {
        String token = token("""
            {"claims": {"realm_access": {"roles": ["admin"]}, "scope": ["a", "b"], "x": {"r": "boss"}}}\
            """);
        verify(token, """
            "expect": {"issuer": ["https://other.example", "http://localhost:8080"], "scope": "a b", "roles": ["admin"]}\
            """).body("valid", equalTo(true));
        verify(token, """
            "expect": {"roles": ["boss"], "roles_claim": "/x/r"}\
            """).body("valid", equalTo(true));
        verify(token, """
            "expect": {"roles": ["boss"]}\
            """).body("valid", equalTo(false));
    }

    @Test
    void adviceCanBeDisabled() {
        String token = token("{}");
        verify(token, "\"advise\": false").body("valid", equalTo(true)).body("", not(hasKey("advisories")));
        verify(token, "\"advise\": true").body("", hasKey("advisories"));
    }

    /** The keys of other ids are not read, so they cannot make the set unusable (RFC 7517 section 4.5). */
    @Test
    void onlyTheKeysThatTheTokenNamesAreRead() {
        Jwk key = GeneratedKey.of(Algorithm.ES256);
        String kid = key.keyId().orElseThrow();
        String token = SigningKey.of(key, Algorithm.ES256)
                .sign(
                        dev.mintmark.Members.of(Map.of("alg", "ES256", "typ", "JWT", "kid", kid)),
                        dev.mintmark.Members.of(Map.of()));
        String good = key.publicJson().toString();
        String other = good.replace(kid, "other");
        verify(token, "\"jwks\": {\"keys\": [" + other + ", " + other + ", " + good + "]}")
                .body("signature.valid", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"audience", "scope", "roles", "permissions", "required_claims", "issuer", "algorithms"})
    void aListHasAMaximum(String member) {
        String values = "[" + "\"ES256\",".repeat(1000) + "\"ES256\"]";
        post("/tokens/verify", "{\"token\": \"a\", \"expect\": {\"" + member + "\": " + values + "}}", 400)
                .body("errors[0].pointer", equalTo("/expect/" + member));
    }

    @Test
    void aKeySetHasAMaximum() {
        String jwks = "{\"keys\": [" + "{},".repeat(100) + "{}]}";
        post("/tokens/verify", "{\"token\": \"a\", \"jwks\": " + jwks + "}", 400)
                .body("errors[0].pointer", equalTo("/jwks/keys"));
        post("/advisories", "{\"jwks\": " + jwks + "}", 400).body("errors[0].pointer", equalTo("/jwks/keys"));
        post("/advisories", "{\"token\": \"a\", \"keys\": {\"jwks\": " + jwks + "}}", 400)
                .body("errors[0].pointer", equalTo("/keys/jwks/keys"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a/b"})
    void theClaimOfTheRolesIsAPointer(String pointer) {
        post(
                        "/tokens/verify",
                        "{\"token\": \"a\", \"expect\": {\"roles\": [\"x\"], \"roles_claim\": \"" + pointer + "\"}}",
                        400)
                .body("errors[0].pointer", equalTo("/expect/roles_claim"));
    }

    @Test
    void everyFailureIsReportedAndNotOnlyTheFirst() {
        String token = token("{\"subject\": \"alice\", \"issued_at\": \"-2h\", \"expires_at\": \"-1h\"}");
        verify(token, "\"expect\": {\"issuer\": \"x\", \"audience\": \"y\", \"subject\": \"bob\", \"scope\": \"s\"}")
                .body("valid", equalTo(false))
                .body("signature.valid", equalTo(true))
                .body(
                        "checks.findAll { it.status == 'failed' }.code",
                        contains("expired", "issuer_mismatch", "claim_missing", "claim_invalid", "insufficient_scope"))
                .body("claims.sub", equalTo("alice"));
    }

    @Test
    void aForgedTokenShowsNoClaims() {
        String token = token("{\"subject\": \"alice\"}");
        String forged = token.substring(0, token.lastIndexOf('.')) + ".AAAA";
        verify(forged, "\"expect\": {\"subject\": \"bob\"}")
                .body("valid", equalTo(false))
                .body("signature.valid", equalTo(false))
                .body("claims", nullValue())
                .body("checks.find { it.check == 'signature' }.code", equalTo("signature_invalid"))
                .body("checks.find { it.check == 'subject' }.code", equalTo("claim_invalid"))
                .body("checks.find { it.check == 'subject' }.actual", nullValue());
    }

    @Test
    void theSignatureVerdictIsIndependentOfThePayload() {
        Jwk jwk = GeneratedKey.of(Algorithm.ES256);
        String whole = SigningKey.of(jwk, Algorithm.ES256)
                .sign(Members.of(Map.of("alg", "ES256", "typ", "JWT")), JsonMembers.EMPTY);
        assertThat(whole).isNotEmpty();
        String text = hmac("{\"alg\":\"HS256\"}", "no JSON");
        verify(text, "\"secret\": \"" + TokensResourceTest.SECRET + "\"")
                .body("valid", equalTo(false))
                .body("signature.valid", equalTo(true))
                .body("claims", nullValue())
                .body("checks[0].code", equalTo("malformed"))
                .body("checks[0].pointer", equalTo("/payload"));
        verify(text, "\"mode\": \"signature\", \"secret\": \"" + TokensResourceTest.SECRET + "\"")
                .body("valid", equalTo(true))
                .body("checks.check", contains("form", "algorithm", "key", "signature", "critical_headers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", "none "})
    void anUnsignedTokenNeverVerifies(String alg) {
        String token = DecodeResourceTest.part("{\"alg\":\"" + alg + "\"}") + ".e30.";
        verify(token, "\"mode\": \"full\"")
                .body("valid", equalTo(false))
                .body("checks.find { it.check == 'algorithm' }.code", equalTo("alg_not_allowed"));
    }

    @Test
    void aKeyInTheTokenIsNotTrusted() {
        Jwk attacker = GeneratedKey.of(Algorithm.ES256);
        Map<String, Object> header = Map.of(
                "alg",
                "ES256",
                "typ",
                "JWT",
                "jku",
                "http://127.0.0.1:1/jwks",
                "jwk",
                Map.of("kty", "EC", "x", attacker.publicJson().path("x").asText()));
        String token =
                SigningKey.of(attacker, Algorithm.ES256).sign(Members.of(header), Members.of(Map.of("sub", "alice")));
        verify(token, "\"mode\": \"full\"").body("signature.valid", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"alg":"HS256","crit":["x"],"x":1} | crit_unsupported
        {"alg":"HS256","crit":[]}          | malformed
        {"alg":"HS256","crit":["b64"],"b64":false} | malformed
        {"alg":"HS256","b64":true}         | malformed
        """)
    void criticalHeadersFailTheSignature(String header, String code) {
        verify(hmac(header, "{}"), "\"secret\": \"" + TokensResourceTest.SECRET + "\"")
                .body("signature.valid", equalTo(false))
                .body("checks.find { it.check == 'critical_headers' }.code", equalTo(code));
    }

    @Test
    void aKeySetIsMatchedByKidAndAnAmbiguousOneFailsWithItsReason() {
        Jwk one = GeneratedKey.of(Algorithm.ES256);
        Jwk two = GeneratedKey.of(Algorithm.ES256);
        String token = SigningKey.of(one, Algorithm.ES256)
                .sign(
                        Members.of(Map.of(
                                "alg", "ES256", "typ", "JWT", "kid", one.keyId().orElseThrow())),
                        JsonMembers.EMPTY);
        verify(token, set(one, two))
                .body("valid", equalTo(true))
                .body("signature.key_id", equalTo(one.keyId().get()));
        verify(token, set(two)).body("checks.find { it.check == 'key' }.code", equalTo("key_not_found"));
        verify(token, set(one, two.withKeyId(one.keyId().get())))
                .body("valid", equalTo(false))
                .body(
                        "checks.find { it.check == 'key' }.message",
                        equalTo("Several keys have the token's kid and permit its alg, so the key is ambiguous (RFC"
                                + " 7517 4.5)"));
        verify(token, set(one.withAlgorithm("ES384")))
                .body("checks.find { it.check == 'algorithm' }.code", equalTo("alg_not_allowed"));
    }

    @Test
    void textAroundATokenFailsTheFormUnlessItIsToBeUnwrapped() {
        String token = token("{\"subject\": \"alice\"}");
        verify("Bearer " + token, "\"mode\": \"full\"")
                .body("valid", equalTo(false))
                .body(
                        "checks[0].message",
                        equalTo("The text is not only a token: it also has the scheme Bearer. Send the token alone, or"
                                + " set unwrap to true"));
        verify(token + "\n", "\"mode\": \"full\"").body("valid", equalTo(false));
        verify("Bearer " + token, "\"unwrap\": true")
                .body("valid", equalTo(true))
                .body("claims.sub", equalTo("alice"))
                .body("unwrapped", equalTo("the scheme Bearer"))
                .body("advisories.rule", hasItem("token-wrapped"));
        verify(token, "\"unwrap\": true").body("valid", equalTo(true)).body("unwrapped", nullValue());
        verify("v4.local.abcdefgh", "\"unwrap\": true").body("checks[0].message", containsString("PASETO"));
    }

    @Test
    void anEncryptedAndANestedTokenSayWhatTheyAre() {
        verify(
                        part("{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"kid\":\"k\"}") + "..AAAAAAAAAAAAAAAA.AAAA."
                                + "A".repeat(22),
                        "\"mode\": \"full\"")
                .body(
                        "checks[0].message",
                        equalTo("The token is encrypted (JWE, RFC 7516) with dir and A256GCM for the shared key with"
                                + " the kid k; decrypt it with that key, then verify the signed token inside"));
        String nested = hmac("{\"alg\":\"HS256\",\"cty\":\"JWT\"}", token("{}"));
        verify(nested, "\"secret\": \"" + TokensResourceTest.SECRET + "\"")
                .body("signature.valid", equalTo(true))
                .body("checks[0].message", containsString("nested JWT"));
    }

    @Test
    void theIssuerSignedTokenOfAnSdJwtIsVerifiedWithItsDisclosures() {
        String disclosure = part("[\"salt\", \"sub\", \"alice\"]");
        String digest = Base64Url.encode(Sha256.of(disclosure.getBytes(StandardCharsets.US_ASCII)));
        String jwt = hmac("{\"alg\":\"HS256\"}", "{\"exp\":4102444800,\"_sd\":[\"" + digest + "\"]}");
        String secret = "\"secret\": \"" + TokensResourceTest.SECRET + "\", ";
        verify(jwt + '~' + disclosure + '~', secret + "\"expect\": {\"subject\": \"alice\"}")
                .body("valid", equalTo(true))
                .body("claims.sub", equalTo("alice"))
                .body("claims._sd", nullValue())
                .body("checks[0].message", equalTo("An SD-JWT with 1 disclosure"));
        verify(jwt + '~', secret + "\"expect\": {\"subject\": \"alice\"}").body("valid", equalTo(false));
        verify(jwt + '~' + disclosure + '~' + disclosure + '~', secret + "\"mode\": \"full\"")
                .body("valid", equalTo(false))
                .body("signature.valid", equalTo(true));
        verify(jwt + '~' + part("[\"salt\", \"admin\", true]") + '~', secret + "\"mode\": \"full\"")
                .body("valid", equalTo(false));
    }

    @Test
    void theKeyBindingOfAnSdJwtIsVerified() {
        Jwk holder = GeneratedKey.of(Algorithm.ES256);
        String jwt = hmac("{\"alg\":\"HS256\"}", "{\"cnf\":{\"jwk\":" + holder.publicJson() + "}}") + '~';
        String hash = Base64Url.encode(Sha256.of(jwt.getBytes(StandardCharsets.US_ASCII)));
        JsonMembers header =
                JsonMembers.builder().put("alg", "ES256").put("typ", "kb+jwt").build();
        JsonMembers content = JsonMembers.builder()
                .put("iat", post("/tokens", "{}", 200).extract().<Integer>path("issued_at"))
                .put("aud", "https://verifier")
                .put("nonce", "n")
                .put("sd_hash", hash)
                .build();
        String token = jwt + SigningKey.of(holder, Algorithm.ES256).sign(header, content);
        String expect = "\"secret\": \"" + TokensResourceTest.SECRET
                + "\", \"expect\": {\"key_binding\": {\"audience\": %s, \"nonce\": \"n\", \"max_age\": \"1h\"}}";
        String check = "checks.find { it.check == 'key_binding' }";
        verify(token, expect.formatted("\"https://verifier\""))
                .body("valid", equalTo(true))
                .body(check + ".status", equalTo("passed"));
        verify(token, expect.formatted("[\"https://other\"]"))
                .body("valid", equalTo(false))
                .body(check + ".code", equalTo("audience_mismatch"));
        post("/tokens/verify", "{\"token\": \"\", " + expect.formatted("1") + "}", 400)
                .body("errors.pointer", contains("/expect/key_binding/audience"));
    }

    private static String part(String text) {
        return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anOversizedOrMalformedTokenGetsAVerdict() {
        for (String token : new String[] {"", "a", "a.b", "a.b.c.d", "x".repeat(70_000), ".".repeat(60_000)}) {
            verify(token, "\"mode\": \"full\"")
                    .body("valid", equalTo(false))
                    .body("checks[0].code", equalTo("malformed"))
                    .body("checks.check", contains(FULL))
                    .body("header", nullValue());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "mode": "quick"                            | /mode
        "expect": {"leeway": "11m"}                | /expect/leeway
        "expect": {"type": "bearer"}               | /expect/type
        "expect": {"algorithms": []}               | /expect/algorithms
        "expect": {"algorithms": ["none"]}         | /expect/algorithms
        "expect": {"issuer": ""}                   | /expect/issuer
        "expect": {"audience": {}}                 | /expect/audience
        "expect": {"colour": "red"}                | /expect/colour
        "jwks": {"keys": []}, "secret": "x"        | /jwks
        "jwks": {}                                 | /jwks
        "key": {"kty": "EC"}                       | /key
        "key": "x", "secret": "y"                  | /secret
        """)
    void anInvalidExpectationIsRefusedWithItsPointer(String members, String pointer) {
        post("/tokens/verify", "{\"token\": \"a.b.c\", " + members + "}", 400).body("errors.pointer", hasItem(pointer));
    }

    private static ValidatableResponse verify(String token, String members) {
        return post("/tokens/verify", "{\"token\": " + quoted(token) + ", " + members + "}", 200);
    }

    private static String set(Jwk... keys) {
        List<String> members = java.util.Arrays.stream(keys)
                .map(key -> key.publicJson().toString())
                .toList();
        return "\"jwks\": {\"keys\": [" + String.join(",", members) + "]}";
    }

    /** A token with any header and payload, signed by the JDK with the secret of the documentation. */
    private static String hmac(String header, String payload) {
        byte[] head = header.getBytes(StandardCharsets.UTF_8);
        byte[] body = payload.getBytes(StandardCharsets.UTF_8);
        try {
            var mac = javax.crypto.Mac.getInstance("HmacSHA256");
            mac.init(new javax.crypto.spec.SecretKeySpec(
                    TokensResourceTest.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Jws.assemble(head, body, mac.doFinal(Jws.signingInput(head, body)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
