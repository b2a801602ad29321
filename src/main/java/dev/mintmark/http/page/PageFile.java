package dev.mintmark.http.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** One file of the web page, plain and compressed. */
final class PageFile {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "txt", "text/plain;charset=UTF-8");

    private final String type;
    private final byte[] plain;
    private final byte[] gzip;

    private PageFile(String type, byte[] plain, byte[] gzip) {
        this.type = type;
        this.plain = plain;
        this.gzip = gzip;
    }

    static PageFile of(String name, String content) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException("A file of the page has an unknown type: " + name);
        }
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new PageFile(type, bytes, compress(bytes));
    }

    String type() {
        return type;
    }

    byte[] plain() {
        return plain.clone();
    }

    byte[] gzip() {
        return gzip.clone();
    }

    private static byte[] compress(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
