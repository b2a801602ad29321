package dev.mintmark.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param path relative to the project
 * @param text its Markdown
 */
public record Page(Path path, String text) {
    public static final Path README = Path.of("README.md");
    public static final Path DOCS = Path.of("docs");

    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\S+)( \\S+)?\n(.*?)^```$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    public static Page of(Path path) {
        try {
            return new Page(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page of {@code docs/} by its file name. */
    public static Page of(String name) {
        return of(DOCS.resolve(name));
    }

    /** Every page, the README first. */
    public static List<Page> all() {
        try (Stream<Path> files = Files.walk(DOCS)) {
            return Stream.concat(
                            Stream.of(README, Path.of("SECURITY.md"), Path.of("CHANGELOG.md")),
                            files.filter(file -> file.toString().endsWith(".md"))
                                    .sorted())
                    .map(Page::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Fence> fences() {
        return FENCE.matcher(text)
                .results()
                .map(found -> new Fence(
                        found.group(1),
                        found.group(2) == null ? "" : found.group(2).strip(),
                        found.group(3)))
                .toList();
    }

    public List<Fence> fences(String language, String tag) {
        return fences().stream()
                .filter(fence ->
                        fence.language().equals(language) && fence.tag().equals(tag))
                .toList();
    }

    /** The text outside of fences. */
    String prose() {
        return FENCE.matcher(text).replaceAll("");
    }

    /** The anchors of the headings, as GitHub makes them. */
    List<String> anchors() {
        return HEADING.matcher(prose())
                .results()
                .map((MatchResult heading) -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
