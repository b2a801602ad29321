package dev.mintmark.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.KeysReady;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of every page run as they are against a service. */
@QuarkusTest
@Tag("slow")
class DocumentedCommandsTest {
    @TestHTTPResource("/")
    URL service;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @TempDir
    Path directory;

    static Stream<Page> pages() {
        return Page.all().stream().filter(page -> !page.fences("sh", "").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commandsRunAndPrintWhatThePagePromises(Page page) throws Exception {
        Shell.assumePrograms("sh", "curl", "jq");
        KeysReady.await();
        List<Fence> fences = page.fences("sh", "");
        StringBuilder script = new StringBuilder();
        fences.forEach(fence -> script.append(fence.content()).append(Shell.mark()));
        List<String> outputs = new Shell(directory, Map.of())
                .run(script.toString()
                        .replace("http://localhost:8080/", service.toString())
                        .replace(
                                "http://localhost:9000/",
                                management.resolve("/").toString()));
        Shell.assertPromises(fences, outputs);
    }

    @Test
    void mostPagesHaveCommands() {
        assertThat(pages()).hasSizeGreaterThan(8);
        assertThat(pages().map(Page::path)).contains(Page.README);
    }
}
