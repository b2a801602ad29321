package dev.mintmark.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of the page. The scripts of CI run those that need more than a JDK. */
@QuarkusTest
class SnippetsTest {
    private static final Path PAGE = Path.of("src/main/resources/dev/mintmark/http/page/files");
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    @TestHTTPResource
    URL service;

    @TempDir
    Path folder;

    @Test
    void everyOfferedSnippetExistsWithItsPlaceholders() throws IOException {
        String offered = Files.readString(PAGE.resolve("later/integrate.js"));
        try (Stream<Path> snippets = Files.list(PAGE.resolve("snippets"))) {
            assertThat(snippets)
                    .hasSize(10)
                    .allSatisfy(file -> assertThat(offered)
                            .contains("['" + file.getFileName().toString().replace(".txt", "") + "', "))
                    .allSatisfy(file -> assertThat(places(file))
                            .isNotEmpty()
                            .isSubsetOf("service", "jwks", "issuer", "audience", "algorithm"));
        }
    }

    @Test
    void theSnippetForRestAssuredMintsAToken() throws Exception {
        assertThat(RestAssured.get("/keys").statusCode()).isEqualTo(200);
        Path source = folder.resolve("Snippet.java");
        Files.writeString(
                source,
                "import static io.restassured.RestAssured.given;\npublic class Snippet {\n"
                        + "public static String token() {\n" + filled("mint-rest-assured") + "\nreturn token;\n}\n}\n");
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        String classPath = System.getProperty("java.class.path");
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, errors, "-cp", classPath, "-d", folder.toString(), source.toString()))
                .as(() -> errors.toString(StandardCharsets.UTF_8))
                .isZero();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            Object token = loader.loadClass("Snippet").getMethod("token").invoke(null);
            given().contentType(ContentType.JSON)
                    .body(Map.of(
                            "token",
                            token,
                            "expect",
                            Map.of("audience", "https://orders.example", "scope", "orders:read")))
                    .post("/tokens/verify")
                    .then()
                    .body("valid", equalTo(true));
        }
    }

    private String filled(String name) throws IOException {
        Map<String, String> values = Map.of(
                "service", service.toString().replaceAll("/$", ""),
                "issuer", "http://localhost:8080",
                "audience", "https://orders.example",
                "algorithm", "ES256");
        return PLACE.matcher(Files.readString(PAGE.resolve("snippets/" + name + ".txt")))
                .replaceAll(place -> values.get(place.group(1)));
    }

    private static List<String> places(Path file) {
        try {
            return PLACE.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult place) -> place.group(1))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
