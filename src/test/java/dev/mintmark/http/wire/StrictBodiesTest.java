package dev.mintmark.http.wire;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.http.limit.HttpTest;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.GeneratedKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that other programs read differently, at every operation that reads JSON. */
@QuarkusTest
class StrictBodiesTest extends HttpTest {
    private static final List<String> OPERATIONS = List.of(
            "/tokens",
            "/tokens/batch",
            "/tokens/decode",
            "/tokens/verify",
            "/tokens/refresh",
            "/tokens/revoke",
            "/advisories",
            "/keys/convert",
            "/keys/generate");

    @ParameterizedTest
    @ValueSource(strings = {"{\"subject\":\"adm\\udc00\"}", "{\"a\\ud800\":1}", "[\"\\udbff\\u0041\"]"})
    void aLoneSurrogateIsRejectedWithItsPosition(String body) {
        int column = body.indexOf('\\') + 1;
        for (String path : OPERATIONS) {
            post(path, body.getBytes(StandardCharsets.UTF_8))
                    .statusCode(400)
                    .body("code", equalTo("malformed-request"))
                    .body(
                            "detail",
                            equalTo("The body has a lone surrogate (RFC 7493 2.1) at line 1, column " + column));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c181", "eda080", "ff", "c3"})
    void bytesThatAreNotUtf8AreRejectedWithTheirPosition(String hex) {
        byte[] body = HexFormat.of().parseHex(hex(" {\"subject\":\"a") + hex + hex("\"}"));
        for (String path : OPERATIONS) {
            post(path, body)
                    .statusCode(400)
                    .body("detail", equalTo("The body is not valid UTF-8 (RFC 8259 8.1) at line 1, column 15"));
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
    void otherEncodingsAreRejected(String charset) {
        for (String path : OPERATIONS) {
            post(path, "{\"subject\":\"alice\"}".getBytes(Charset.forName(charset)))
                    .statusCode(400)
                    .body("detail", containsString("RFC 8259 8.1"));
        }
    }

    @Test
    void aPairOfSurrogatesIsText() {
        post("/tokens", "{\"subject\":\"\\ud83d\\ude00\"}".getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("claims.sub", equalTo("\ud83d\ude00"));
    }

    @Test
    void brokenJsonIsRejectedWithItsPosition() {
        post("/tokens", "{\n  \"subject\": alice}".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("detail", containsString("not valid JSON at line 2, column"));
    }

    /** What lenient parsers accept in a header or payload ends in a report, never in a failure. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'exp':NaN}",
                "{'exp':Infinity,'nbf':-Infinity,'iat':+INF}",
                "{'exp':1e999999999,'iat':1e-999999999}",
                "{'exp':1e9999999999}",
                "{'exp':00017,'iat':+5,'nbf':-0}",
                "{'sub':'a\\ud800','\\udc00':1}",
                "{sub:'x',/*c*/'exp':1,}",
                "[NaN]",
                "NaN",
                "'\\ud800'",
                "{'cnf':NaN,'aud':[NaN],'scope':NaN,'amr':{'a':NaN}}",
                "{'p2c':NaN,'crit':NaN,'jwk':{'n':NaN},'x5c':[NaN],'alg':NaN,'kid':NaN,'typ':NaN}",
                "{'alg':'none','p2c':1e99999,'enc':'A128GCM','kid':'\\udfff'}",
                "{'exp':[[[[[[NaN]]]]]]}",
                "{'a':1} trailing",
                "{'a':\u0001}",
                "{'a':1,'a':NaN}",
                "{,}",
                "{'a':}"
            })
    void noPayloadOrHeaderLeadsToAFailure(String single) {
        String json = single.replace('\'', '"');
        String part = Base64Url.encode(json.getBytes(StandardCharsets.UTF_8));
        String good = Base64Url.encode("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8));
        for (String token : List.of(good + '.' + part + ".AA", part + '.' + part + ".AA", part + "...." + part)) {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("token", token);
            byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
            for (String path : List.of("/tokens/decode", "/tokens/verify", "/advisories", "/tokens/revoke")) {
                post(path, bytes).statusCode(lessThan(500));
            }
            post("/tokens/verify", bytes).statusCode(200).body("valid", equalTo(false));
            byte[] refresh = JsonNodeFactory.instance
                    .objectNode()
                    .put("refresh_token", token)
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            post("/tokens/refresh", refresh).statusCode(lessThan(500));
        }
    }

    /** Out of range in one member: 400 at once, in every operation and form. */
    @Test
    void aKeyWithAMemberOutOfRangeIsRejectedEverywhere() throws Exception {
        BigInteger huge = new BigInteger(65_536, new Random(1)).setBit(0);
        for (String member : List.of("d", "p", "q", "dp", "dq", "qi")) {
            ObjectNode key = GeneratedKeys.of(Algorithm.RS256).insecurePrivateJson();
            key.put(member, Base64Url.encode(huge.toByteArray()));
            key.put("dp", Base64Url.encode(huge.toByteArray()));
            String body = "{\"key\":" + key + "}";
            post("/tokens", body).statusCode(400).body("errors[0].pointer", equalTo("/key"));
            post("/keys/convert", body).statusCode(400);
            post("/tokens/verify", "{\"token\":\"a.b.c\",\"key\":" + key + "}").statusCode(400);
            post("/advisories", "{\"jwk\":" + key + "}").statusCode(200);
            post("/advisories", "{\"spec\":{\"key\":" + key + "}}").statusCode(200);
            post("/tokens/batch", "{\"count\":1,\"spec\":{\"key\":" + key + "}}")
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/spec/key"));
            post("/tokens/batch", "{\"specs\":[{\"key\":" + key + "},{\"key\":" + key + "}]}")
                    .statusCode(200);
        }
    }

    private static ValidatableResponse post(String path, String body) {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse post(String path, byte[] body) {
        return given().header("Content-Type", "application/json")
                .body(body)
                .post(path)
                .then();
    }
}
