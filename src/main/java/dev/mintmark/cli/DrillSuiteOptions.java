package dev.mintmark.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.drills.run.DpopProofs;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options of {@code drill} about the tokens; they are members of {@code POST /drills}. */
final class DrillSuiteOptions {
    @Option(
            names = "--mintmark",
            paramLabel = "URL",
            description = "The Mintmark that makes the tokens. Default: http://localhost:8080.")
    private String mintmark = "http://localhost:8080";

    @Option(
            names = "--issuer",
            paramLabel = "ISS",
            description = "The issuer. Default: the root issuer of the Mintmark.")
    private Optional<String> issuer = Optional.empty();

    @Option(names = "--scope", paramLabel = "SCOPE", description = "The scope that the service requires.")
    private Optional<String> scope = Optional.empty();

    @Option(names = "--claims", paramLabel = "JSON", description = "Further claims of every token.")
    private Optional<String> claims = Optional.empty();

    @Option(
            names = "--type",
            paramLabel = "at+jwt",
            description = "The typ of good tokens, at+jwt or JWT. Default: at+jwt.")
    private Optional<String> type = Optional.empty();

    @Option(
            names = "--algorithms",
            paramLabel = "RS256,ES256",
            description = "The algorithms that the service accepts. Default: RS256,ES256.")
    private Optional<String> algorithms = Optional.empty();

    @Option(names = "--skew", paramLabel = "60s", description = "The leeway of the service. Default: 60s.")
    private Optional<String> skew = Optional.empty();

    @Option(
            names = "--include",
            paramLabel = "IDS",
            description = "Drills and groups, separated by commas. Default: all.")
    private Optional<String> include = Optional.empty();

    @Option(names = "--exclude", paramLabel = "IDS", description = "Drills and groups to leave out.")
    private Optional<String> exclude = Optional.empty();

    @Option(names = "--key", paramLabel = "FILE", description = "The public key of a service with other keys.")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--insecure-dos", description = "Also send tokens that may exhaust a weak service.")
    private boolean dos;

    /** @throws IllegalArgumentException if it is not a URL */
    URI mintmark() {
        return DrillTargetOptions.http("--mintmark", mintmark);
    }

    Optional<Path> key() {
        return key;
    }

    /** The drills and groups that were named one by one. */
    Set<String> named() {
        return include.map(text -> Set.copyOf(List.of(text.split(",", -1)))).orElse(Set.of());
    }

    /** The body of {@code POST /drills}. */
    ObjectNode request(String audience, Optional<TextNode> publicKey, Optional<DpopProofs> proofs) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("audience", audience);
        issuer.ifPresent(value -> request.put("issuer", value));
        scope.ifPresent(value -> request.put("scope", value));
        claims.ifPresent(value -> request.set("claims", DrillCommand.json(value)));
        proofs.ifPresent(of -> request.withObjectProperty("claims")
                .set("cnf", of.confirmation().json()));
        type.ifPresent(value -> request.put("type", value));
        skew.ifPresent(value -> request.put("skew", value));
        DrillCommand.list(request, "algorithms", algorithms);
        DrillCommand.list(request, "include", include);
        DrillCommand.list(request, "exclude", exclude);
        publicKey.ifPresent(value -> request.set("key", value));
        return dos ? request.put("dos", true) : request;
    }
}
