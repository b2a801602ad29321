package dev.mintmark.keys;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.KeyRejectedException;
import dev.mintmark.jose.KeyRejectedException.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The name of a key file. Its extension gives the form, a part between dots the algorithm: {@code 2026-11.ps256.pem}.
 */
record FileName(String text) {
    static final String ACTIVE = "active";

    private static final Map<String, Form> FORMS = Map.of(
            ".pem", Form.PEM,
            ".key", Form.PEM,
            ".jwk", Form.JSON,
            ".jwks", Form.JSON,
            ".json", Form.JSON,
            ".secret", Form.SECRET);

    /** How the content of a file is read. */
    enum Form {
        PEM,
        JSON,
        SECRET
    }

    /** Whether the file is neither a key nor the list: hidden files of the kubelet, and certificates. */
    boolean isIgnored() {
        return text.startsWith(".") || Stream.of(".crt", ".cer").anyMatch(extension()::equals);
    }

    /**
     * The form that the extension names.
     *
     * @throws KeyRejectedException if the extension is unknown
     */
    Form form() {
        return Optional.ofNullable(FORMS.get(extension()))
                .orElseThrow(() -> new KeyRejectedException(
                        Reason.UNSUPPORTED,
                        "The name does not end in .pem .key .jwk .jwks .json .secret (.crt and .cer are ignored)"));
    }

    /**
     * The algorithm in the name, if there is one.
     *
     * @throws KeyRejectedException if the name has two
     */
    Optional<Algorithm> algorithm() {
        String[] parts = text.split("\\.", -1);
        List<Algorithm> named = Arrays.stream(parts, 0, parts.length - 1)
                .flatMap(part -> algorithm(part).stream())
                .distinct()
                .toList();
        if (named.size() > 1) {
            throw new KeyRejectedException(Reason.WRONG_ALGORITHM, "The name has more than one algorithm");
        }
        return named.stream().findFirst();
    }

    private static Optional<Algorithm> algorithm(String part) {
        if (part.equalsIgnoreCase(Algorithm.ED25519)) {
            return Optional.of(Algorithm.EDDSA);
        }
        return Arrays.stream(Algorithm.values())
                .filter(algorithm -> algorithm.joseName().equalsIgnoreCase(part))
                .findFirst();
    }

    private String extension() {
        return text.substring(Math.max(text.lastIndexOf('.'), 0)).toLowerCase(Locale.ROOT);
    }
}
