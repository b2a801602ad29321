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

/** What the name of a key file says: its form by the ending, and its algorithm between dots, {@code 2026-11.ps256.pem}. */
record FileName(String text) {
    static final String ACTIVE = "active";

    private static final Map<String, Form> FORMS = Map.of(
            ".pem", Form.PEM,
            ".key", Form.PEM,
            ".jwk", Form.JSON,
            ".jwks", Form.JSON,
            ".json", Form.JSON,
            ".secret", Form.SECRET);

    /** How a file's content is to be read. */
    enum Form {
        PEM,
        JSON,
        SECRET
    }

    /** Whether the name stands for no key and no list: what the kubelet keeps beside them, and certificates. */
    boolean isIgnored() {
        return text.startsWith(".") || Stream.of(".crt", ".cer").anyMatch(ending()::equals);
    }

    /**
     * The form that the ending names.
     *
     * @throws KeyRejectedException if it names none
     */
    Form form() {
        return Optional.ofNullable(FORMS.get(ending()))
                .orElseThrow(
                        () -> new KeyRejectedException(
                                Reason.UNSUPPORTED,
                                "The name ends in none of .pem .key .jwk .jwks .json .secret (nor .crt .cer, which are ignored)"));
    }

    /**
     * The algorithm of the name, if it has one.
     *
     * @throws KeyRejectedException if it has two
     */
    Optional<Algorithm> algorithm() {
        String[] parts = text.split("\\.", -1);
        List<Algorithm> named = Arrays.stream(parts, 0, parts.length - 1)
                .flatMap(part -> algorithm(part).stream())
                .distinct()
                .toList();
        if (named.size() > 1) {
            throw new KeyRejectedException(Reason.WRONG_ALGORITHM, "The name says more than one algorithm");
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

    private String ending() {
        return text.substring(Math.max(text.lastIndexOf('.'), 0)).toLowerCase(Locale.ROOT);
    }
}
