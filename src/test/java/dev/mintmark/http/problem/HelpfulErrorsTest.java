package dev.mintmark.http.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.http.limit.HttpTest;
import dev.mintmark.service.body.BodyShape;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors say what is wrong, where, and what to write instead. */
@QuarkusTest
class HelpfulErrorsTest extends HttpTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sub         | Unknown member "sub". Did you mean "subject"?
            aud         | Unknown member "aud". Did you mean "audience"?
            iss         | Unknown member "iss". Did you mean "issuer"?
            exp         | Unknown member "exp". Did you mean "expires_at"?
            alg         | Unknown member "alg". Did you mean "algorithm"?
            kid         | Unknown member "kid". Did you mean "key_id"?
            expiresIn   | Unknown member "expiresIn". Did you mean "expires_in"?
            expires-in  | Unknown member "expires-in". Did you mean "expires_in"?
            ttl         | Unknown member "ttl". Did you mean "expires_in"?
            subjct      | Unknown member "subjct". Did you mean "subject"?
            Subject     | Unknown member "Subject". Did you mean "subject"?
            scopes      | Unknown member "scopes". Did you mean "scope"?
            jwk         | Unknown member "jwk". Did you mean "key"?
            x5u         | Unknown member "x5u". Header parameters go into "headers".
            email       | Unknown member "email". Claims without a member of their own go into "claims".
            """)
    void anUnknownMemberGetsASuggestion(String name, String detail) {
        error("/tokens", "{\"" + name + "\": 1}", "/" + name, "unknown-member", detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /tokens/verify  | {"jwt": "a"}                          | /jwt          | Unknown member "jwt". Did you mean "token"?
            /tokens/verify  | {"token": "a", "expect": {"aud": 1}}  | /expect/aud   | Unknown member "aud". Did you mean "audience"?
            /tokens/decode  | {"access_token": "a"}                 | /access_token | Unknown member "access_token". Did you mean "token"?
            /keys/convert   | {"pem": "a"}                          | /pem          | Unknown member "pem". Did you mean "key"?
            /keys/generate  | {"alg": "a"}                          | /alg          | Unknown member "alg". Did you mean "algorithm"?
            /keys/generate  | {"nothing": "a"}                      | /nothing      | Unknown member "nothing". The members are algorithm.
            """)
    void suggestionsFitTheOperation(String path, String body, String pointer, String detail) {
        error(path, body, pointer, "unknown-member", detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"issuer": 123456}    | /issuer  | "issuer" must be a string, but is a number
            {"claims": []}        | /claims  | "claims" must be an object, but is an array
            {"refresh": "yes"}    | /refresh | "refresh" must be true or false, but is a string
            {"roles": [1]}        | /roles/0 | Each element of "roles" must be a string, but this one is a number
            {"roles": 1}          | /roles   | "roles" must be a string or an array of strings, but is a number
            []                    | ''       | The body must be a JSON object, but is an array
            """)
    void aWrongTypeNamesTheNeededOne(String body, String pointer, String detail) {
        error("/tokens", body, pointer, "malformed-request", detail);
    }

    @Test
    void aMissingMemberIsNamed() {
        error("/tokens/verify", "{}", "/token", "malformed-request", "token is missing");
        error("/tokens/decode", "{}", "/token", "malformed-request", "token is missing");
        error("/keys/generate", "{}", "/algorithm", "malformed-request", "algorithm is missing");
    }

    @Test
    void allIndependentErrorsAreReportedAtOnce() {
        String body = "{\"sub\": \"a\", \"issuer\": 5, \"roles\": [true], \"tenant\": \"" + "x".repeat(9000) + "\"}";
        Response response = post("/tokens", body, 400).extract().response();
        assertThat(response.<String>path("detail"))
                .isEqualTo("The request has 4 errors. The first: Unknown member \"sub\". Did you mean \"subject\"?");
        assertThat(response.<List<Map<String, String>>>path("errors"))
                .extracting(error -> error.get("pointer"), error -> error.get("detail"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "/sub", "Unknown member \"sub\". Did you mean \"subject\"?"),
                        org.assertj.core.groups.Tuple.tuple("/issuer", "\"issuer\" must be a string, but is a number"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/roles/0", "Each element of \"roles\" must be a string, but this one is a boolean"),
                        org.assertj.core.groups.Tuple.tuple("/tenant", "\"tenant\" must have at most 8192 characters"));
    }

    @Test
    void errorsInValuesAreReportedAtOnce() {
        Response response = post(
                        "/tokens",
                        "{\"algorithm\": \"rs256\", \"expires_in\": \"soon\", \"claims\": {\"iat\": 1.5}}",
                        400)
                .extract()
                .response();
        assertThat(response.<String>path("detail"))
                .startsWith("The request has 3 errors. The first: Unknown algorithm");
        assertThat(response.<List<String>>path("errors.pointer"))
                .containsExactly("/algorithm", "/claims/iat", "/expires_in");
    }

    /** Unknown names, types, lengths and values are independent. A value that belongs to a wrong member gets no error. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /tokens         | {"sub": 1, "roles": 5, "expires_in": "soon", "claims": {"iat": 1.5}} | /sub,/roles,/claims/iat,/expires_in
            /tokens         | {"sercet": "aa", "secret_encoding": "hex", "type": "x"}              | /sercet,/type
            /tokens         | {"id": "%s", "algorithm": "rs256", "not_before": true}               | /id,/algorithm,/not_before
            /tokens/verify  | {"jwt": "a", "mode": "fast", "expect": {"leeway": "1h"}}             | /jwt,/expect/leeway,/mode
            /tokens/verify  | {"token": "a", "keys": 1, "jwks": "text"}                            | /keys,/jwks
            /tokens/verify  | {"mode": "fast"}                                                     | /token,/mode
            /tokens/refresh | {"token": "a", "refresh_token": "b", "scope": [1], "audience": {}}   | /token,/scope,/audience
            /tokens/revoke  | {"id": "a", "iss": "b", "issuer": " ", "issued_before": "x"}         | /iss,/issued_before,/issuer
            /advisories     | {"token": "a.b.c", "kid": "k", "now": "x", "kind": "y"}              | /kid,/now,/kind
            /advisories     | {"spec": {"expires_in": "soon"}, "skew": "1h", "aud": "a"}           | /aud,/skew,/spec/expires_in
            """)
    void errorsInNamesTypesAndValuesAreReportedAtOnce(String path, String body, String pointers) {
        Response response =
                post(path, body.formatted("x".repeat(9000)), 400).extract().response();
        assertThat(String.join(",", response.<List<String>>path("errors.pointer")))
                .isEqualTo(pointers);
    }

    /** A body cannot make the response many times as large as itself. */
    @Test
    void theNumberOfErrorsIsLimited() {
        String members =
                IntStream.range(0, 20_000).mapToObj(i -> "\"m" + i + "\": 1").collect(Collectors.joining(","));
        String elements = IntStream.range(0, 20_000).mapToObj(i -> "1").collect(Collectors.joining(","));
        for (String body : List.of("{" + members + "}", "{\"roles\": [" + elements + "]}")) {
            assertThat(post("/tokens", body, 400).extract().<List<Object>>path("errors"))
                    .hasSize(BodyShape.MAX_ERRORS);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"subject": "a",}             | line 1, column 17: expected a member name in double quotes; a comma must not precede the closing brace.
            {'subject': 'a'}              | line 1, column 2: expected a member name in double quotes; a comma must not precede the closing brace.
            {"subject": 'a'}              | line 1, column 13: expected a JSON value; strings need double quotes, and a comma must not precede the closing bracket.
            {"subject" "a"}               | line 1, column 12: expected a colon after the member name.
            {"subject": "a" "b"}          | line 1, column 17: expected a comma or the closing brace.
            {"subject": "a"               | line 1, column 16: the JSON ends too early; a string, an array or an object is not closed.
            {"a": 1, "a": 2}              | line 1, column 13: a member name occurs twice.
            """)
    void aSyntaxErrorHasLineColumnAndWhatWasExpected(String body, String place) {
        error("/tokens", body, "", "malformed-request", "The body is not valid JSON at " + place);
    }

    @Test
    void linesAreCounted() {
        assertThat(post("/tokens", "{\n  \"subject\": \"a\",\n}", 400).extract().<String>path("detail"))
                .startsWith("The body is not valid JSON at line 3, column 1: expected a member name");
    }

    @Test
    void aBodyThatIsNotUtf8IsRefusedWithItsPlace() {
        byte[] overlong = {'{', '"', (byte) 0xC1, (byte) 0x81, '"', ':', '1', '}'};
        Response response = given().contentType(ContentType.JSON).body(overlong).post("/tokens");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("detail"))
                .isEqualTo("The body is not valid UTF-8 (RFC 8259 8.1) at line 1, column 3");
    }

    @Test
    void anUnsupportedMediaTypeNamesTheSentAndTheNeededOne() {
        assertThat(given().contentType("application/x-www-form-urlencoded")
                        .body("{}")
                        .post("/tokens")
                        .<String>path("detail"))
                .isEqualTo("The request has Content-Type: application/x-www-form-urlencoded."
                        + " Send Content-Type: application/json.");
    }

    @Test
    void aWrongMethodListsTheMethods() {
        assertThat(given().get("/tokens").<String>path("detail"))
                .isEqualTo("The path does not have the method GET. It has OPTIONS, POST.");
    }

    @Test
    void anUnacceptableRepresentationListsTheMediaTypes() {
        Response response = given().accept("text/html")
                .get("/keys/" + given().get("/keys/jwks").path("keys[0].kid"));
        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(response.<String>path("detail"))
                .isEqualTo("The response is not available in a media type that Accept allows. It is available as "
                        + "application/json, application/x-pem-file.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /token               | The path does not exist. Did you mean /tokens? GET /q/openapi lists all paths.
            /jwks                | The path does not exist. Did you mean /keys/jwks? GET /q/openapi lists all paths.
            /oauth/introspect    | The path does not exist. Did you mean /oauth2/introspect? GET /q/openapi lists all paths.
            /q/health            | The path does not exist. Health and metrics have a port of their own. GET /q/openapi lists all paths.
            /nothing/at/all      | The path does not exist. GET /q/openapi lists all paths.
            /keys/no-such-key    | No public key has this key id. GET /keys lists the keys; secrets are not published.
            /advisories/no-rule  | No rule has this id. GET /advisories lists the rules.
            """)
    void anUnknownResourceSaysWhichAndWhereToLook(String path, String detail) {
        assertThat(given().get(path).<String>path("detail")).isEqualTo(detail);
    }

    @Test
    void queryParametersAreRefused() {
        Response response = given().contentType(ContentType.JSON).body("{}").post("/tokens?subject=alice");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("detail"))
                .isEqualTo(
                        "Unknown query parameter \"subject\". The operation has none: send members in the JSON body.");
        assertThat(response.<String>path("errors[0].code")).isEqualTo("unknown-parameter");
        assertThat(given().get("/keys/jwks?cache=no").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rs256  | Unknown algorithm "rs256". Did you mean "RS256"?
            ES-256 | Unknown algorithm "ES-256". Did you mean "ES256"?
            none   | The algorithm "none" is refused on purpose: anyone can forge an unsigned token (rule alg-none).
            XS256  | Unknown algorithm. The algorithms are HS256, HS384, HS512, RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, EdDSA, Ed25519.
            """)
    void anUnknownAlgorithmIsExplained(String name, String detail) {
        error("/tokens", "{\"algorithm\": \"" + name + "\"}", "/algorithm", "malformed-request", detail);
        error("/keys/generate", "{\"algorithm\": \"" + name + "\"}", "/algorithm", "malformed-request", detail);
        error(
                "/tokens/verify",
                "{\"token\": \"a.b.c\", \"expect\": {\"algorithms\": [\"" + name + "\"]}}",
                "/expect/algorithms",
                "malformed-request",
                detail);
    }

    @Test
    void millisecondsAreRecognised() {
        error(
                "/tokens",
                "{\"expires_at\": 1795510800000}",
                "/expires_at",
                "malformed-request",
                "The number looks like milliseconds. An instant is epoch seconds: 1795510800");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            key  | https://issuer.example/jwks.json | This is a URL. The service fetches no keys; paste the key itself
            key  | /etc/keys/public.pem             | This is the path of a file. The service reads no files; paste the key itself
            jwks | https://issuer.example/jwks.json | This is a string. The service fetches no keys; paste the JWKS itself (RFC 7517 5)
            """)
    void anAddressIsNotFetched(String member, String address, String detail) {
        error(
                "/tokens/verify",
                "{\"token\": \"a.b.c\", \"" + member + "\": \"" + address + "\"}",
                "/" + member,
                "malformed-request",
                detail);
    }

    private static void error(String path, String body, String pointer, String code, String detail) {
        Response response = post(path, body, 400).extract().response();
        assertThat(response.<List<Map<String, String>>>path("errors"))
                .containsExactly(Map.of("pointer", pointer, "code", code, "detail", detail));
        assertThat(response.<String>path("detail")).isEqualTo(detail);
    }
}
