package dev.mintmark.http.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.mintmark.http.wire.PublicDocument;
import io.quarkus.arc.Unremovable;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Serves {@code openapi.yaml} at {@code /q/openapi}, as YAML unchanged or as JSON. The extension would parse the document at
 * each start, build a model and write it twice, which takes a fifth of the main thread's time to the first token. The setting
 * {@code quarkus.smallrye-openapi.ignore-static-document} turns that off, and this class reads the document on first use.
 */
@Alternative
@Priority(1)
@Singleton
@Unremovable
public class OpenApiDocument extends OpenApiDocumentService {
    private static final String FILE = "/META-INF/openapi.yaml";

    private @Nullable PublicDocument yaml;
    private @Nullable PublicDocument json;

    /** The document in the encoding that {@link OpenApiEncoding} announces; the extension writes the bytes as they are. */
    @Override
    public synchronized byte[] getDocument(String name, Format format) {
        PublicDocument document = format == Format.JSON ? json() : yaml();
        return document.bytes(OpenApiEncoding.ofCurrentRequest());
    }

    private PublicDocument yaml() {
        if (yaml == null) {
            yaml = PublicDocument.of(read());
        }
        return yaml;
    }

    private PublicDocument json() {
        if (json == null) {
            try {
                String text = new ObjectMapper(new YAMLFactory())
                        .readTree(yaml().bytes(null))
                        .toPrettyString();
                json = PublicDocument.of(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return json;
    }

    private static byte[] read() {
        try (InputStream in = Objects.requireNonNull(OpenApiDocument.class.getResourceAsStream(FILE), FILE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
