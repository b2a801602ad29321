package dev.mintmark.http.batch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mintmark.http.limit.HttpTest;
import dev.mintmark.http.token.TokensResourceTest;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BatchResourceTest extends HttpTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** More than are minted ahead, and not a multiple of the chunk size. */
    private static final int MANY = 1003;

    @Test
    void everyLineIsATokenAndTheyAreInOrder() {
        List<JsonNode> lines =
                lines("{\"count\": %d, \"spec\": {\"algorithm\": \"HS256\"}, \"vary\": {\"subject\": \"user-{n}\"}}"
                        .formatted(MANY));
        assertThat(lines)
                .extracting(line -> line.at("/claims/sub").asText())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, MANY)
                        .mapToObj(n -> "user-" + n)
                        .toList());
        assertThat(lines).extracting(line -> line.path("id").asText()).doesNotHaveDuplicates();
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.path("expires_in").asInt()).isEqualTo(900))
                .noneMatch(line -> line.has("advisories") || line.has("explanations"));
    }

    @Test
    void theResponseIsNdjsonThatIsNotCached() {
        Response response = batch("{\"count\": 2}");
        response.then().header("Cache-Control", "no-store").header("Content-Type", equalTo("application/x-ndjson"));
        assertThat(response.asString()).endsWith("}\n");
    }

    @Test
    void placeholdersAreNumberedAtAnyDepthAndOverrideTheSpec() {
        List<JsonNode> lines = lines("""
                {"count": 2, "spec": {"algorithm": "ES256", "subject": "x", "claims": {"plan": "{n}", "team": "none"}},
                 "vary": {"subject": "{n}-{n}", "claims": {"team": "t{n}", "deep": {"list": ["a{n}", 1, null, {"b": "{n}"}]}}}}""");
        assertThat(lines.get(1).path("claims").toString())
                .contains(
                        "\"sub\":\"2-2\"",
                        "\"plan\":\"{n}\"",
                        "\"team\":\"t2\"",
                        "\"deep\":{\"list\":[\"a2\",1,null,{\"b\":\"2\"}]}");
        verifies(lines.get(1).path("token").asText());
    }

    @Test
    void compactReturnsOnlyTheTokens() {
        Response response = batch("{\"count\": 3, \"spec\": {\"algorithm\": \"ES256\"}, \"compact\": true}");
        assertThat(response.contentType()).startsWith("text/plain");
        List<String> tokens = response.asString().lines().toList();
        assertThat(tokens).hasSize(3).doesNotHaveDuplicates();
        tokens.forEach(BatchResourceTest::verifies);
    }

    @Test
    void anInvalidSpecIsALineWithItsIndexAndTheOthersAreMinted() {
        List<JsonNode> lines = lines("""
                {"specs": [{"subject": "a"}, {"expires_in": "soon"}, {"expires_in": "40000d"}, {"no_such_member": 1},
                           {"subject": 5}, null, {"type": "%s"}, {"key_id": "gone"}, {"advise": true}, {"subject": "b"}]}""".formatted("x".repeat(300)));
        assertThat(lines.get(0).at("/claims/sub").asText()).isEqualTo("a");
        assertThat(lines.get(9).at("/claims/sub").asText()).isEqualTo("b");
        assertThat(lines.subList(1, 9))
                .extracting(line -> line.path("index").asText() + " "
                        + line.at("/error/status").asText() + " "
                        + line.at("/error/errors/0/pointer").asText())
                .containsExactly(
                        "1 400 /specs/1/expires_in",
                        "2 422 /specs/2/expires_in",
                        "3 400 /specs/3/no_such_member",
                        "4 400 /specs/4/subject",
                        "5 400 /specs/5",
                        "6 400 /specs/6/type",
                        "7 422 /specs/7/key_id",
                        "8 400 /specs/8/advise");
    }

    @Test
    void anInvalidSpecIsALineAmongBareTokensToo() {
        String lines = batch("{\"specs\": [{}, {\"refresh\": true}, {}], \"compact\": true}")
                .asString();
        assertThat(lines.lines().map(line -> line.startsWith("{\"index\":1,"))).containsExactly(false, true, false);
    }

    @Test
    void eachSpecMayHaveItsOwnKey() {
        String key = GeneratedKey.of(Algorithm.ES256).insecurePrivateJson().toString();
        Response response = batch(
                "{\"specs\": [{\"key\": %s}, {\"secret\": %s}, {}]}".formatted(key, quoted(TokensResourceTest.SECRET)));
        List<JsonNode> lines = lines(response);
        assertThat(lines)
                .extracting(line -> line.path("algorithm").asText())
                .containsExactly("ES256", "HS256", "RS256");
        post(
                        "/tokens/verify",
                        "{\"token\": \"%s\", \"key\": %s}"
                                .formatted(lines.get(0).path("token").asText(), key),
                        200)
                .body("valid", equalTo(true));
        assertThat(response.asString()).doesNotContain(TokensResourceTest.SECRET);
    }

    @Test
    void eachTokenMayHaveItsOwnRefreshToken() {
        List<JsonNode> lines = lines("{\"count\": 2, \"spec\": {\"algorithm\": \"ES256\", \"refresh\": true}}");
        assertThat(lines).extracting(line -> line.at("/claims/sid").asText()).doesNotHaveDuplicates();
        post("/tokens/refresh", "{\"refresh_token\": " + lines.get(1).path("refresh_token") + "}", 200);
    }

    @Test
    void refreshTokensMayBeMintedAloneAndCompact() {
        String lines = batch(
                        "{\"count\": 2, \"spec\": {\"algorithm\": \"ES256\", \"type\": \"refresh\"}, \"compact\": true}")
                .asString();
        lines.lines().forEach(token -> post("/tokens/refresh", "{\"refresh_token\": \"" + token + "\"}", 200));
    }

    @Test
    void datesAreWholeSecondsAtTheTimeOfMinting() {
        JsonNode line = lines("{\"count\": 1, \"spec\": {\"issued_at\": \"-1h\", \"expires_in\": \"2h\"}}")
                .get(0);
        assertThat(line.path("expires_in").asInt()).isEqualTo(3600);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                  | 400 | /count
            {"spec": {}}                                                        | 400 | /count
            {"count": null}                                                     | 400 | /count
            {"count": 0}                                                        | 400 | /count
            {"count": -1}                                                       | 400 | /count
            {"count": 100001}                                                   | 400 | /count
            {"count": 4294967297}                                               | 400 | /count
            {"count": 1.0}                                                      | 400 | /count
            {"count": "1"}                                                      | 400 | /count
            {"specs": []}                                                       | 400 | /specs
            {"specs": {}}                                                       | 400 | /specs
            {"count": 1, "specs": [{}]}                                         | 400 | /count
            {"spec": {}, "specs": [{}]}                                         | 400 | /spec
            {"vary": {}, "specs": [{}]}                                         | 400 | /vary
            {"count": 2, "vary": {}}                                            | 400 | /vary
            {"count": 2, "vary": {"subject": "user"}}                           | 400 | /vary/subject
            {"count": 2, "vary": {"subject": "user", "claims": {"x": "{n}"}}}   | 400 | /vary/subject
            {"count": 2, "vary": {"claims": {"sub": "user", "x": "{n}"}}}       | 400 | /vary/claims/sub
            {"count": 2, "vary": {"subject": "{n}", "claims": {"sub": "u{n}"}}} | 400 | /vary/claims/sub
            {"count": 2, "vary": {"claims": {"plan": "gold"}}}                  | 400 | /vary
            {"count": 2, "vary": {"claims": {"exp": "{n}"}}}                    | 400 | /vary/claims/exp
            {"count": 2, "vary": {"subjects": "{n}"}}                           | 400 | /vary/subjects
            {"count": 2, "spec": {"subject": "user-{n}"}}                       | 400 | /spec/subject
            {"count": 1, "spec": {"claims": {"sub": "{n}"}}}                    | 400 | /spec/claims/sub
            {"count": 2, "spec": {"algorithm": "none"}}                         | 400 | /spec/algorithm
            {"count": 2, "spec": {"expires_in": "soon"}}                        | 400 | /spec/expires_in
            {"count": 2, "spec": {"expires_in": "40000d"}}                      | 422 | /spec/expires_in
            {"count": 2, "spec": {"secret": "short"}}                           | 422 | /spec/secret
            {"count": 2, "spec": {"headers": {"alg": "none"}}}                  | 422 | /spec/headers/alg
            {"count": 2, "spec": {"advise": true}}                              | 400 | /spec/advise
            {"count": 2, "spec": {"explain": true}}                             | 400 | /spec/explain
            {"count": 2, "spec": {"refresh": true}, "compact": true}            | 400 | /spec/refresh
            {"count": 2, "spec": {"refresh": true}, "vary": {"claims": {"sid": "{n}"}}} | 400 | /vary/claims/sid
            {"count": 2, "spec": {"nothing": 1}}                                | 400 | /spec/nothing
            {"count": 2, "format": "csv"}                                       | 400 | /format
            """)
    void anInvalidBatchIsRefusedBeforeTheFirstLine(String body, int status, String pointer) {
        post("/tokens/batch", body, status).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void anAcceptWithoutBothFormsIsNotAcceptable() {
        given().contentType("application/json")
                .accept("text/html")
                .body("{\"count\": 1}")
                .post("/tokens/batch")
                .then()
                .statusCode(406);
    }

    private static Response batch(String body) {
        return post("/tokens/batch", body, 200).extract().response();
    }

    private static List<JsonNode> lines(String body) {
        return lines(batch(body));
    }

    private static List<JsonNode> lines(Response response) {
        return response.asString().lines().flatMap(BatchResourceTest::parse).toList();
    }

    private static Stream<JsonNode> parse(String line) {
        try {
            return Stream.of(JSON.readTree(line));
        } catch (JsonProcessingException e) {
            throw new AssertionError("A line is no JSON", e);
        }
    }

    private static void verifies(String token) {
        post("/tokens/verify", "{\"token\": \"" + token + "\"}", 200).body("valid", equalTo(true));
    }
}
