package dev.mintmark.jose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Thumbprints of keys whose private key is public: RFC examples, jwt.io, test suites. */
final class SampleKeys {
    private static final String RESOURCE = "sample-key-thumbprints.txt";
    private static final Set<String> THUMBPRINTS = load();

    private SampleKeys() {}

    static boolean contains(String thumbprint) {
        return THUMBPRINTS.contains(thumbprint);
    }

    private static Set<String> load() {
        try (InputStream in = Objects.requireNonNull(SampleKeys.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ", 2)[0])
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
