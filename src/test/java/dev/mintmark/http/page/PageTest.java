package dev.mintmark.http.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.mintmark.KeysReady;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the page is delivered; {@code PageIT} covers its behaviour in a browser. */
@QuarkusTest
class PageTest {
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"(/page/[^\"]+)\"");
    private static final RestAssuredConfig UNDECODED = RestAssuredConfig.config()
            .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/openapi",
                "/q/openapi?format=json",
                "/advisories",
                "/keys/jwks",
                "/.well-known/jwks.json",
                "/issuers/acme/jwks"
            })
    void publicDocumentsAreCompressedForClientsThatAcceptIt(String path) throws IOException {
        KeysReady.await();
        Response plain = encoded(path, "identity");
        Response gzip = encoded(path, "gzip");
        assertThat(plain.header("Content-Encoding")).isNull();
        assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(gzip.asByteArray().length).isLessThan(plain.asByteArray().length);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.asByteArray())).readAllBytes())
                .isEqualTo(plain.asByteArray());
        assertThat(gzip.contentType()).isEqualTo(plain.contentType());
        for (Response response : List.of(plain, gzip)) {
            assertThat(String.join(",", response.headers().getValues("Vary"))).containsIgnoringCase("Accept-Encoding");
        }
    }

    @Test
    void theTagOfAJwksDependsOnItsEncoding() {
        KeysReady.await();
        String plain = encoded("/keys/jwks", "identity").header("ETag");
        String gzip = encoded("/keys/jwks", "gzip").header("ETag");
        assertThat(gzip).isNotEqualTo(plain);
        given().config(UNDECODED)
                .header("Accept-Encoding", "gzip")
                .header("If-None-Match", gzip)
                .get("/keys/jwks")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(gzip));
        given().config(UNDECODED)
                .header("Accept-Encoding", "identity")
                .header("If-None-Match", gzip)
                .get("/keys/jwks")
                .then()
                .statusCode(200)
                .header("ETag", equalTo(plain));
    }

    /** A compressed response with a token reveals it to a page that observes sizes (BREACH). */
    @Test
    void aResponseThatMustNotBeStoredIsNotCompressed() {
        KeysReady.await();
        for (String type : List.of("application/json", "text/plain")) {
            Response minted = given().config(UNDECODED)
                    .header("Accept-Encoding", "gzip")
                    .header("Accept", type)
                    .contentType(ContentType.JSON)
                    .body("{\"explain\": true}".replace("true", Boolean.toString(type.equals("application/json"))))
                    .post("/tokens");
            minted.then().statusCode(200).header("Cache-Control", equalTo("no-store"));
            assertThat(minted.header("Content-Encoding")).isNull();
        }
        assertThat(encoded("/keys", "gzip").header("Content-Encoding")).isNull();
    }

    private static List<String> addresses() {
        return ADDRESS.matcher(given().get("/").asString())
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .toList();
    }

    private static Response compressed(String path) {
        return encoded(path, "gzip");
    }

    private static Response encoded(String path, String accepted) {
        return given().config(UNDECODED).header("Accept-Encoding", accepted).get(path);
    }
}
