package dev.mintmark.http.page;

import dev.mintmark.http.wire.PublicDocument;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One file of the web page.
 *
 * @param type its media type
 */
record PageFile(String type, PublicDocument document) {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "txt", "text/plain;charset=UTF-8");

    static PageFile of(String name, String content) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException("A file of the page has an unknown type: " + name);
        }
        return new PageFile(type, PublicDocument.of(content.getBytes(StandardCharsets.UTF_8)));
    }
}
