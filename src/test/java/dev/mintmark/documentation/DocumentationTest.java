package dev.mintmark.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be checked of the documentation without running its commands. */
class DocumentationTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern COMMAND =
            Pattern.compile("(?m)^(?:[A-Z_]+=\\S+ )*(?:curl|java|kubectl|docker|\\./mvnw|jq) ");

    /** The class that runs each kind, or nothing where the page says that it is not run. */
    private static final Set<String> FENCES = Set.of(
            "sh ", // DocumentedCommandsTest
            "sh package", // DocumentedServersIT
            "sh server", // DocumentedServersIT
            "sh client", // DocumentedServersIT
            "sh cluster", // RotationCommandsIT
            "sh by-hand", // needs Maven, a container engine, a cluster or a quarter of an hour
            "nginx proxy", // DocumentedServersIT
            "nginx gateway", // it/gateways
            "caddy gateway", // it/gateways
            "haproxy gateway", // it/gateways
            "properties ", // it/resource-servers, and codeIsPartOfWhatIsBuilt
            "java ", // the same
            "js ", // the same
            "javascript ",
            "nginx ",
            "yaml ",
            "xml ",
            "json ",
            "text ");

    /** Metaphors and archaisms that plain technical English does without. */
    private static final Pattern BANNED = Pattern.compile(
            "(?i)\\b(desks?|workshops?|cabinets?|rooms?|doors?|houses?|whoever|nobody|anybody|everybody|refusals?"
                    + "|is had|are had|judges?|judged|(?:is|are|was) asked for|wherever)\\b");

    static List<Page> pages() {
        return Page.all();
    }

    /** The pages of users and those of developers. */
    static Stream<Page> allPages() {
        return Stream.concat(
                Page.all().stream(),
                Stream.of("ARCHITECTURE.md", "CONTRIBUTING.md").map(Path::of).map(Page::of));
    }

    @Test
    void theReadmeHasAtMost200Lines() {
        assertThat(Page.of(Page.README).text().lines()).hasSizeLessThanOrEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("allPages")
    void everyLinkLeadsToAFileAndAHeading(Page page) {
        assertThat(links(page)).allSatisfy(link -> {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty()
                    ? page.path()
                    : page.path().resolveSibling(parts[0]).normalize();
            assertThat(target).exists();
            if (parts.length == 2) {
                assertThat(Page.of(target).anchors()).contains(parts[1]);
            }
        });
    }

    @Test
    void theReadmeAndThePagesThatItNamesLeadToEveryPage() {
        List<Path> linked = Stream.of(Page.README, Path.of("SECURITY.md"), Path.of("docs", "decisions", "README.md"))
                .map(Page::of)
                .flatMap(page -> links(page)
                        .map(link -> page.path()
                                .resolveSibling(link.replaceAll("#.*", ""))
                                .normalize()))
                .map(target -> Files.isDirectory(target) ? target.resolve("README.md") : target)
                .toList();
        assertThat(Page.all())
                .extracting(Page::path)
                .filteredOn(path -> !path.equals(Page.README))
                .as("a new page needs a row in the README's table, a new decision one in docs/decisions/README.md")
                .isSubsetOf(linked);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyBlockIsOfAKnownKindAndCommandsAreCalledCommands(Page page) {
        assertThat(page.fences()).allSatisfy(fence -> {
            assertThat(FENCES).contains(fence.language() + " " + fence.tag());
            if (!fence.language().equals("sh")) {
                assertThat(fence.content()).doesNotContainPattern(COMMAND);
            }
        });
        assertThat(page.prose())
                .as("a fence that is not closed, or has no language")
                .doesNotContain("```");
    }

    /** {@code it/resource-servers} runs the samples and this build the tests; pages show parts of them. */
    @Test
    void codeIsPartOfWhatIsBuilt() {
        List<String> sources = Stream.of(
                        Path.of("samples"), Path.of("testing", "src", "test"), Path.of("src", "test", "java"))
                .flatMap(DocumentationTest::files)
                .map(file -> Fence.flat(Page.of(file).text()))
                .toList();
        List<String> shown = Page.all().stream()
                .flatMap(page -> page.fences().stream())
                .filter(fence -> Set.of("properties", "java", "js").contains(fence.language()))
                .map(Fence::flat)
                .toList();
        assertThat(shown)
                .hasSizeGreaterThan(5)
                .allSatisfy(code -> assertThat(sources).anyMatch(source -> source.contains(code)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theLanguageIsPlain(Page page) {
        assertThat(BANNED.matcher(page.prose()).results().map(found -> found.group()))
                .isEmpty();
    }

    private static Stream<String> links(Page page) {
        return LINK.matcher(page.prose())
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.matches("https?:.*"));
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(file -> file.toString().matches(".*\\.(java|properties|mjs)")
                            && !file.toString().matches(".*/(target|node_modules)/.*"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
