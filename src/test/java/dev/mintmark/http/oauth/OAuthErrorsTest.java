package dev.mintmark.http.oauth;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.http.limit.HttpTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error of the endpoints as a row of errors.txt. */
@QuarkusTest
class OAuthErrorsTest extends HttpTest {
    private static final String PATH = "/issuers/errors/";
    private final OAuthClient client = new OAuthClient("/issuers/errors");

    record Row(String endpoint, String changes, int status, String outcome) {
        static Row parse(String line) {
            String[] cells = line.split("\\|", -1);
            return new Row(cells[0].strip(), cells[1].strip(), Integer.parseInt(cells[2].strip()), cells[3].strip());
        }
    }

    static Stream<Row> rows() throws IOException {
        try (InputStream in = OAuthErrorsTest.class.getResourceAsStream("errors.txt")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(Row::parse).toList().stream();
        }
    }

    @Test
    void theTableIsLong() throws IOException {
        assertThat(rows().count()).isGreaterThan(120);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowHolds(Row row) {
        String parameters = parameters(row);
        Response response = row.endpoint().equals("authorize") || row.endpoint().equals("logout")
                ? given().redirects()
                        .follow(false)
                        .urlEncodingEnabled(false)
                        .get(PATH + row.endpoint() + "?" + parameters)
                : given().contentType("application/x-www-form-urlencoded")
                        .body(parameters)
                        .post(PATH + row.endpoint());
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(row.status());
        switch (row.outcome()) {
            case "ok" -> assertThat(response.header("Location")).isNull();
            case "page" -> checkPage(response, "<h1>");
            case "login" -> checkPage(response, "name=\"request\"");
            case "click" -> checkPage(response, "id=\"continue\"");
            case "code" -> assertThat(response.header("Location")).contains("code=v1.");
            default -> checkError(row, response);
        }
    }

    private static void checkPage(Response response, String part) {
        assertThat(response.header("Location")).isNull();
        assertThat(response.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(response.asString()).contains(part).doesNotContain("<script", "<b>");
    }

    private static void checkError(Row row, Response response) {
        if (row.status() == 303) {
            assertThat(OAuthClient.answer(response))
                    .containsEntry("error", row.outcome())
                    .containsEntry("state", "s t&a=te")
                    .containsEntry("iss", "http://localhost:8080/issuers/errors");
            return;
        }
        assertThat((String) response.path("error")).isEqualTo(row.outcome());
        assertThat((String) response.path("error_description")).matches("[\\x20-\\x7e]+");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
    }

    private String parameters(Row row) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        base(row).forEach((name, value) -> all.put(name, new ArrayList<>(List.of(URLEncoder.encode(value, UTF_8)))));
        for (String change : row.changes().split(" ")) {
            if (change.startsWith("-")) {
                all.remove(change.substring(1));
                continue;
            }
            boolean adds = change.endsWith("*");
            String[] sides = (adds ? change.substring(0, change.length() - 1) : change).split("=", 2);
            if (adds) {
                all.computeIfAbsent(sides[0], name -> new ArrayList<>()).add(sides[1]);
            } else {
                all.put(sides[0], new ArrayList<>(List.of(sides[1])));
            }
        }
        List<String> pairs = new ArrayList<>();
        all.forEach((name, values) -> values.forEach(value -> pairs.add(name + "=" + value)));
        return String.join("&", pairs);
    }

    private Map<String, String> base(Row row) {
        return switch (row.endpoint()) {
            case "authorize" -> OAuthClient.request();
            case "token" ->
                new LinkedHashMap<>(Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        client.code(OAuthClient.request()),
                        "redirect_uri",
                        OAuthClient.REDIRECT,
                        "client_id",
                        "web",
                        "code_verifier",
                        OAuthClient.VERIFIER));
            default -> Map.of();
        };
    }
}
