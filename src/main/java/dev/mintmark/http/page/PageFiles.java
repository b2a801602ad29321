package dev.mintmark.http.page;

import dev.mintmark.jose.Digest128;
import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of the web page, in memory and compressed once. Their common digest is part of their paths, so that a browser
 * can cache each file without expiry and never mixes two versions.
 */
final class PageFiles {
    private static final String FOLDER = "dev/mintmark/http/page/files";
    private static final String INDEX = "index.html";
    /** Modules that are imported when their view is opened. */
    private static final String LATER = "later/";

    private static final Pattern STYLE =
            Pattern.compile("<link rel=\"stylesheet\" href=\"/page/\\{version}/(style/\\w+\\.css)\">\\s*");
    private static final String STYLESHEET = "style.css";

    private final Map<String, PageFile> files = new TreeMap<>();
    private final String version;

    private PageFiles(Map<String, String> contents) {
        version = Digest128.of(contents.entrySet().stream()
                        .flatMap(file -> Stream.of(file.getKey(), file.getValue()))
                        .toArray(String[]::new))
                .toString();
        contents.forEach((name, content) -> files.put(name, PageFile.of(name, content)));
        String index = Objects.requireNonNull(contents.get(INDEX), INDEX);
        files.put(STYLESHEET, PageFile.of(STYLESHEET, stylesheet(index, contents)));
        files.put(INDEX, PageFile.of(INDEX, index(index, contents)));
    }

    /** Reads the files from the class path. */
    static PageFiles load() {
        Map<String, String> contents = new TreeMap<>();
        try {
            ClassPathUtils.consumeAsPaths(PageFiles.class.getClassLoader(), FOLDER, root -> collect(root, contents));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PageFiles(contents);
    }

    String version() {
        return version;
    }

    PageFile index() {
        return find(INDEX).orElseThrow();
    }

    Optional<PageFile> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** The stylesheets of the index in their order, as one file: each small file costs as much again in header fields. */
    private static String stylesheet(String index, Map<String, String> contents) {
        return STYLE.matcher(index)
                .results()
                .map(link -> Objects.requireNonNull(contents.get(link.group(1)), link.group(1)))
                .collect(Collectors.joining());
    }

    /** The index with the version and a preload link for each module of the first view, so that they load in parallel. */
    private String index(String source, Map<String, String> contents) {
        String modules = contents.keySet().stream()
                .filter(name -> name.endsWith(".js") && !name.startsWith(LATER))
                .map(name -> "<link rel=\"modulepreload\" href=\"/page/{version}/" + name + "\">")
                .collect(Collectors.joining("\n  "));
        return STYLE.matcher(source)
                .replaceAll("")
                .replace("<!-- styles -->", "<link rel=\"stylesheet\" href=\"/page/{version}/" + STYLESHEET + "\">")
                .replace("<!-- modules -->", modules)
                .replace("{version}", version);
    }

    private static void collect(Path root, Map<String, String> contents) {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                contents.put(root.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
