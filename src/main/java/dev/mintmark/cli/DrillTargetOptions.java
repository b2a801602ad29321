package dev.mintmark.cli;

import dev.mintmark.drills.run.DpopProofs;
import dev.mintmark.drills.run.Target;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of {@code drill} about the service under test. */
final class DrillTargetOptions {
    private static final int MAX_SECONDS = 600;
    private static final int MAX_RATE = 1000;

    @Option(names = "--url", required = true, paramLabel = "URL", description = "An operation that needs a token.")
    private String url = "";

    @Option(
            names = "--audience",
            required = true,
            paramLabel = "AUD",
            description = "The audience that the service expects.")
    private String audience = "";

    @Option(names = "--method", paramLabel = "GET", description = "The HTTP method. Default: GET.")
    private String method = "GET";

    @Option(names = "--header", paramLabel = "'X: y'", description = "A further header field. May be repeated.")
    private List<String> headers = List.of();

    @Option(
            names = "--dpop",
            description = "The service requires DPoP: bind the tokens to a key, and send each with a proof.")
    private boolean dpop;

    @Option(names = "--timeout", paramLabel = "10", description = "Seconds to wait for an answer. Default: 10.")
    private int timeout = 10;

    @Option(names = "--rate", paramLabel = "50", description = "Tokens in a second, at most. Default: 50.")
    private int rate = 50;

    /** The key of the proofs, if the service requires them. */
    Optional<DpopProofs> proofs(Clock clock) {
        return dpop ? Optional.of(new DpopProofs(clock)) : Optional.empty();
    }

    String audience() {
        return audience;
    }

    /** @throws IllegalArgumentException if an option cannot be used; the message does not repeat its value */
    Target target() {
        if (timeout < 1 || timeout > MAX_SECONDS || rate < 1 || rate > MAX_RATE) {
            throw new IllegalArgumentException("--timeout is 1 to 600 seconds, --rate 1 to 1000");
        }
        return new Target(
                http("--url", url),
                method,
                headers.stream().map(DrillTargetOptions::header).toList(),
                Duration.ofSeconds(timeout),
                rate);
    }

    /** Reads an http or https URL. */
    static URI http(String option, String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // The message would repeat the text.
        }
        throw new IllegalArgumentException(option + " must be an http or https URL");
    }

    private static Map.Entry<String, String> header(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("--header must be a name, a colon and a value");
        }
        return new SimpleImmutableEntry<>(
                text.substring(0, colon).strip(), text.substring(colon + 1).strip());
    }
}
