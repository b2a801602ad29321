package dev.mintmark.http.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the page is delivered; {@code PageIT} covers its behaviour in a browser. */
@QuarkusTest
class PageTest {
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"(/page/[^\"]+)\"");
    private static final int FIRST_LOAD = 200_000;

    @BeforeEach
    void disableTheContractFilter() {
        RestAssured.replaceFiltersWith(List.of());
    }

    @Test
    void thePageMayConnectOnlyToThisService() {
        Response page = given().get("/");
        page.then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .header("Cache-Control", equalTo("no-cache"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Cross-Origin-Opener-Policy", equalTo("same-origin"))
                .header("Permissions-Policy", containsString("camera=()"));
        assertThat(page.header("Content-Security-Policy").split("; "))
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "connect-src 'self'",
                        "form-action 'none'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'",
                        "require-trusted-types-for 'script'");
        assertThat(page.header("Content-Security-Policy")).doesNotContain("unsafe", "*", "http");
        assertThat(page.asString()).doesNotContain("<script>", "<style", " style=", "https://", "{version}");
    }

    @Test
    void swaggerUiHasItsOwnPolicy() {
        given().get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }

    @Test
    void theFirstLoadIsSmallCompressedAndImmutable() {
        int sum = compressed("/").asByteArray().length;
        for (String address : addresses()) {
            Response file = compressed(address);
            file.then()
                    .statusCode(200)
                    .header("Content-Encoding", equalTo("gzip"))
                    .header("Vary", equalTo("Accept-Encoding"))
                    .header("Cache-Control", equalTo("public, max-age=31536000, immutable"));
            sum += file.asByteArray().length;
        }
        assertThat(sum).isLessThan(FIRST_LOAD);
    }

    @Test
    void aClientWithoutCompressionGetsTheSameFile() {
        String style = addresses().stream()
                .filter(address -> address.endsWith(".css"))
                .findFirst()
                .orElseThrow();
        given().header("Accept-Encoding", "identity")
                .get(style)
                .then()
                .statusCode(200)
                .contentType("text/css")
                .body(startsWith("/*"));
    }

    @Test
    void otherVersionsUnknownFilesAndFilesOutsideAreNotFound() {
        String address = addresses().get(0);
        String version = address.split("/")[2];
        for (String wrong : List.of(
                "/page/0123456789abcdef/app.js",
                "/page/" + version + "/none.js",
                "/page/" + version + "/..%2f..%2fapplication.properties")) {
            given().urlEncodingEnabled(false).get(wrong).then().statusCode(404).body("code", equalTo("not-found"));
        }
    }

    @Test
    void responsesOfTheApiAreNotCompressed() {
        assertThat(compressed("/keys").header("Content-Encoding")).isNull();
    }

    private static List<String> addresses() {
        return ADDRESS.matcher(given().get("/").asString())
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .toList();
    }

    private static Response compressed(String path) {
        return given().config(RestAssuredConfig.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", "gzip")
                .get(path);
    }
}
