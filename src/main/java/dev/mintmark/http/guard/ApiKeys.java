package dev.mintmark.http.guard;

import dev.mintmark.jose.Sha256;
import dev.mintmark.keys.InvalidFileException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of callers with the SHA-256 of each key. The keys themselves are not stored. */
final class ApiKeys {
    static final int MAX_COUNT = 1_000;

    /** Names appear in log lines and metrics. */
    private static final Pattern ENTRY = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,63}):([0-9A-Fa-f]{64})");

    /** The digest that a script writes if its variable is empty. */
    private static final byte[] OF_NOTHING = Sha256.of(new byte[0]);

    private final Map<String, byte[]> digests = new LinkedHashMap<>();

    private ApiKeys() {}

    /**
     * Reads lines of {@code name:sha256-hex}, ignoring blank lines and lines that start with {@code #}.
     *
     * @param source the name of the file in error messages
     * @throws InvalidFileException with the number of the line that is wrong, but not its text, which may contain a key
     */
    static ApiKeys parse(String source, byte[] content) {
        ApiKeys keys = new ApiKeys();
        List<String> lines =
                new String(content, StandardCharsets.ISO_8859_1).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                keys.add(line, source, "Line " + (i + 1));
            }
        }
        if (keys.digests.isEmpty()) {
            throw new InvalidFileException(source, "The file lists no callers");
        }
        return keys;
    }

    private void add(String line, String source, String place) {
        Matcher entry = ENTRY.matcher(line);
        if (!entry.matches()) {
            throw new InvalidFileException(
                    source, place + " is not a name, a colon and the 64 hexadecimal digits of a SHA-256");
        }
        byte[] digest = HexFormat.of().parseHex(entry.group(2));
        if (Sha256.areEqual(digest, OF_NOTHING)) {
            throw new InvalidFileException(source, place + " has the SHA-256 of an empty key");
        }
        if (digests.values().stream().anyMatch(other -> Sha256.areEqual(digest, other))) {
            throw new InvalidFileException(source, place + " repeats the key of an earlier line");
        }
        if (digests.put(entry.group(1), digest) != null) {
            throw new InvalidFileException(source, place + " repeats the name of an earlier line");
        }
        if (digests.size() > MAX_COUNT) {
            throw new InvalidFileException(source, "The file lists more than " + MAX_COUNT + " callers");
        }
    }

    /** The name of the caller with this key, in the same time for every key, known or unknown. */
    Optional<String> callerOf(String key) {
        // The server decodes header fields as Latin-1, so this restores the octets that were sent.
        byte[] presented = Sha256.of(key.getBytes(StandardCharsets.ISO_8859_1));
        Optional<String> caller = Optional.empty();
        for (Map.Entry<String, byte[]> entry : digests.entrySet()) {
            if (Sha256.areEqual(entry.getValue(), presented)) {
                caller = Optional.of(entry.getKey());
            }
        }
        return caller;
    }

    int size() {
        return digests.size();
    }

    @Override
    public String toString() {
        return "ApiKeys" + digests.keySet();
    }
}
