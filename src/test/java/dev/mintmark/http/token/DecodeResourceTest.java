package dev.mintmark.http.token;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.mintmark.http.limit.HttpTest;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.Sha256;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DecodeResourceTest extends HttpTest {

    @Test
    void showsTheContentsOfATokenAsUnverified() {
        decode(token("{\"subject\": \"alice\", \"scope\": \"read\"}"))
                .header("Cache-Control", "no-store")
                .body("verified", equalTo(false))
                .body("header.alg", equalTo("RS256"))
                .body("payload.sub", equalTo("alice"))
                .body("signature.present", equalTo(true))
                .body("signature.bytes", equalTo(256))
                .body("kind", equalTo("access"));
    }

    @Test
    void showsAnUnknownAlgorithmAndAMissingSignature() {
        decode(part("{\"alg\":\"XS1\",\"typ\":\"dpop+jwt\"}") + "." + part("{\"a\":1}") + ".")
                .body("header.alg", equalTo("XS1"))
                .body("payload.a", equalTo(1))
                .body("signature.present", equalTo(false))
                .body("signature.bytes", nullValue())
                .body("kind", equalTo("dpop"));
        decode(part("{}") + "." + part("{\"nonce\":\"x\"}")).body("kind", equalTo("id"));
    }

    @Test
    void showsTheHeaderOfAnEncryptedToken() {
        decode(part("{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\"}") + ".a.b.c.d")
                .body("header.enc", equalTo("A256GCM"))
                .body("payload", nullValue())
                .body("signature.present", equalTo(false));
    }

    @Test
    void readsLooseBase64AndWhatIsCopiedAlong() {
        String token = part("{\"alg\":\"HS256\"}") + "==." + part("text, no JSON") + "=.AAAA";
        decode("Bearer " + token + " ").body("payload", equalTo("text, no JSON"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "....", "e30", "bnVsbA.e30.", "{}"})
    void textWithoutAHeaderObjectIsMalformed(String token) {
        if (token.equals("e30")) {
            decode(token).body("payload", nullValue());
            return;
        }
        post("/tokens/decode", "{\"token\": " + quoted(token) + "}", 400).body("code", equalTo("malformed-token"));
    }

    @Test
    void hostileSizesAreRefused() {
        for (String token : new String[] {"a".repeat(70_000), ".".repeat(60_000), part("[".repeat(40_000)) + ".e30."}) {
            post("/tokens/decode", "{\"token\": " + quoted(token) + "}", 400).body("code", equalTo("malformed-token"));
        }
    }

    @Test
    void findsTheTokenInAPastedResponse() {
        String token = token("{\"subject\": \"alice\"}");
        decode("{\"access_token\": \"" + token + "\", \"token_type\": \"Bearer\"}")
                .body("payload.sub", equalTo("alice"))
                .body("size", equalTo(token.length()))
                .body(
                        "advisories.find { it.rule == 'token-wrapped' }.message",
                        equalTo("The text is not only a token: it also has the JSON member access_token"));
    }

    @Test
    void saysWhatATextIsThatIsNotAToken() {
        post("/tokens/decode", "{\"token\": \"v4.public.abcdefgh\"}", 400).body("detail", containsString("PASETO"));
        post("/tokens/decode", "{\"token\": \"[object Object]\"}", 400).body("detail", containsString("placeholder"));
    }

    @Test
    void saysForWhichKeyATokenIsEncrypted() {
        decode(part("{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\",\"kid\":\"r1\",\"cty\":\"JWT\"}") + ".a.b.c.d")
                .body(
                        "explanations.find { it.pointer == '/header/kid' }.meaning",
                        equalTo("Id of the recipient's key that decrypts the token"))
                .body(
                        "explanations.find { it.pointer == '/payload' }.value",
                        equalTo("encrypted (JWE, RFC 7516) with RSA-OAEP-256 and A256GCM for the RSA key with the kid"
                                + " r1"));
    }

    @Test
    void saysThatATokenIsInsideAnotherOne() {
        String inner = token("{\"subject\": \"alice\"}");
        decode(part("{\"alg\":\"RS256\",\"cty\":\"JWT\"}") + '.' + part(inner) + ".AAAA")
                .body("explanations.find { it.pointer == '/payload' }.reference", equalTo("RFC 7519 5.2"))
                .body("advisories.rule", not(hasItem("json-not-strict")));
    }

    @Test
    void decodesAndExplainsTheDisclosuresOfAnSdJwt() {
        String disclosure = part("[\"salt\", \"given_name\", \"Ann\"]");
        String digest = Base64Url.encode(Sha256.of(disclosure.getBytes(StandardCharsets.US_ASCII)));
        String jwt = part("{\"alg\":\"ES256\",\"typ\":\"dc+sd-jwt\"}")
                + '.'
                + part("{\"_sd\":[\"" + digest + "\"]}")
                + '.'
                + "A".repeat(86);
        String binding = part("{\"alg\":\"ES256\",\"typ\":\"kb+jwt\"}") + '.' + part("{\"nonce\":\"n\"}") + ".AAAA";
        decode(jwt + '~' + disclosure + '~' + binding)
                .body("signature.bytes", equalTo(64))
                .body("disclosures.digest", contains(digest))
                .body("disclosures.name", contains("given_name"))
                .body("disclosures.value", contains("Ann"))
                .body("disclosures.pointer", contains("/payload/given_name"))
                .body("key_binding.payload.nonce", equalTo("n"))
                .body("explanations.find { it.pointer == '/disclosures/0/value' }.value", equalTo("Ann"))
                .body("advisories.rule", not(hasItem("token-malformed")));
        decode(jwt + '~' + part("[\"salt\", \"admin\", true]") + '~')
                .body("disclosures", empty())
                .body(
                        "advisories.find { it.rule == 'token-malformed' }.message",
                        equalTo("A disclosure belongs to no digest in the token (RFC 9901)"));
    }

    private static ValidatableResponse decode(String token) {
        return post("/tokens/decode", "{\"token\": " + quoted(token) + "}", 200);
    }

    static String part(String text) {
        return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void adviceCanBeDisabled() {
        String token = part("{\"alg\":\"none\"}") + "." + part("{\"scope\":\"a\"}") + ".";
        post("/tokens/decode", "{\"advise\": false, \"token\": \"" + token + "\"}", 200)
                .body("", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasKey("advisories")))
                .body("kind", equalTo("access"));
        post("/tokens/decode", "{\"token\": \"" + token + "\"}", 200)
                .body("advisories.size()", org.hamcrest.Matchers.greaterThan(0));
    }
}
