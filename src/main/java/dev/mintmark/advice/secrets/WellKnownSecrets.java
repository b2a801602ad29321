package dev.mintmark.advice.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The secrets that documentation, tutorials and products show or use as default, and those of an optional file. */
public final class WellKnownSecrets {
    private static final String RESOURCE = "well-known-secrets.txt";
    /** Shorter entries are words; a decoded word is not used as a key. */
    private static final int MIN_ENCODED = 16;

    /** Each form of each entry by its bytes as Latin-1 text, which has value equality; the built-in list first. */
    private final Map<String, byte[]> forms = new LinkedHashMap<>();

    private WellKnownSecrets(Stream<String> entries) {
        // A broken configuration signs with an empty secret (CVE-2019-20933).
        forms.put("", new byte[0]);
        entries.filter(entry -> !entry.isEmpty()).forEach(this::add);
    }

    /**
     * Loads the built-in list and an optional file.
     *
     * @param file one secret per line, LF or CRLF, spaces are significant
     * @throws UncheckedIOException if the file cannot be read; the message contains nothing of its content
     */
    public static WellKnownSecrets load(Optional<Path> file) {
        Stream<String> own = own().filter(line -> !line.startsWith("#"));
        return new WellKnownSecrets(
                Stream.concat(own, file.map(WellKnownSecrets::lines).orElse(Stream.of())));
    }

    private static Stream<String> own() {
        try (InputStream in = Objects.requireNonNull(WellKnownSecrets.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            // A line in another encoding is decoded leniently; it is not an error.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of secrets cannot be read: " + file, e);
        }
    }

    private void add(String entry) {
        add(entry.getBytes(StandardCharsets.UTF_8));
        if (!entry.equals(entry.strip())) {
            add(entry.strip().getBytes(StandardCharsets.UTF_8));
        }
        if (entry.length() >= MIN_ENCODED) {
            decoded(entry.strip()).forEach(this::add);
        }
    }

    private void add(byte[] form) {
        if (form.length > 0) {
            forms.putIfAbsent(key(form), form);
        }
    }

    private static String key(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Whether the secret is listed: as given, trimmed, or as base64, base64url or hex of a listed one. */
    public boolean contains(byte[] secret) {
        String text = new String(secret, StandardCharsets.UTF_8).strip();
        return forms.containsKey(key(secret))
                || forms.containsKey(key(text.getBytes(StandardCharsets.UTF_8)))
                || decoded(text).anyMatch(bytes -> bytes.length > 0 && forms.containsKey(key(bytes)));
    }

    /** The secrets that a search tries: every distinct form of every entry. */
    Collection<byte[]> candidates() {
        return forms.values();
    }

    private static Stream<byte[]> decoded(String text) {
        return Stream.<Function<String, byte[]>>of(
                        Base64.getDecoder()::decode, Base64.getUrlDecoder()::decode, HexFormat.of()::parseHex)
                .flatMap(decoder -> decode(decoder, text).stream());
    }

    private static Optional<byte[]> decode(Function<String, byte[]> decoder, String text) {
        try {
            return Optional.of(decoder.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The number of known forms of secrets. */
    public int size() {
        return forms.size();
    }

    @Override
    public String toString() {
        return "WellKnownSecrets[" + size() + "]";
    }
}
