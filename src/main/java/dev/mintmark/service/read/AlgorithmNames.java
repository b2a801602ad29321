package dev.mintmark.service.read;

import dev.mintmark.jose.Algorithm;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads names of algorithms, and explains those that are not supported. */
public final class AlgorithmNames {
    private static final List<String> ALL = Stream.concat(
                    Arrays.stream(Algorithm.values()).map(Algorithm::joseName), Stream.of(Algorithm.ED25519))
            .toList();

    /** A name that an error may repeat. */
    private static final Pattern SHOWN = Pattern.compile("[A-Za-z0-9_.-]{1,32}");

    private AlgorithmNames() {}

    /**
     * Reads the name of an algorithm.
     *
     * @throws MalformedRequestException with the given pointer if the service does not support it
     */
    public static Algorithm require(String pointer, String name) {
        return Algorithm.parse(name).orElseThrow(() -> new MalformedRequestException(pointer, unsupported(name)));
    }

    private static String unsupported(String name) {
        if (name.equalsIgnoreCase("none")) {
            return "The algorithm \"none\" is refused on purpose: anyone can forge an unsigned token (rule alg-none).";
        }
        Optional<String> meant = ALL.stream()
                .filter(candidate -> normal(candidate).equals(normal(name)))
                .findFirst();
        if (meant.isPresent() && SHOWN.matcher(name).matches()) {
            return "Unknown algorithm \"" + name + "\". Did you mean \"" + meant.get() + "\"?";
        }
        return "Unknown algorithm. The algorithms are " + ALL.stream().collect(Collectors.joining(", ")) + '.';
    }

    /** Without case and separators, which are the usual differences. */
    private static String normal(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }
}
