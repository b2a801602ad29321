package dev.mintmark.http.token;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.mintmark.http.limit.HttpTest;
import dev.mintmark.jose.Base64Url;
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

    private static ValidatableResponse decode(String token) {
        return post("/tokens/decode", "{\"token\": " + quoted(token) + "}", 200);
    }

    static String part(String text) {
        return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
    }
}
