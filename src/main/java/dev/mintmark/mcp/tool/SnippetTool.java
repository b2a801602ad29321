package dev.mintmark.mcp.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.issuer.IssuerContext;
import dev.mintmark.issuer.Issuers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code snippet}: code that verifies or mints tokens, the same as on the page. */
final class SnippetTool {
    /** The files of the page; a test compares the two. */
    static final List<String> FRAMEWORKS = List.of(
            "quarkus",
            "spring-boot",
            "node-jose",
            "python-pyjwt",
            "go-jwt",
            "nginx",
            "envoy",
            "mint-curl",
            "mint-rest-assured",
            "mint-k6");

    static final int MAX_BYTES = 2000;

    private static final String FILES = "/dev/mintmark/http/page/files/snippets/";
    private static final String FRAMEWORK = "framework";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

    /** What stands in code, configuration and shell commands without a quotation mark or an escape. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~:/@%+=,-]{1,200}");

    private static final String DEFAULT_AUDIENCE = "https://orders.example";

    private final Issuers issuers;

    private SnippetTool(Issuers issuers) {
        this.issuers = issuers;
    }

    static Tool of(Issuers issuers) {
        SnippetTool tool = new SnippetTool(issuers);
        ObjectNode input = Inputs.texts(FRAMEWORK, "What the code is for; mint-* mints in a test, the others verify.");
        ArrayNode names = input.withObjectProperty("properties")
                .withObjectProperty(FRAMEWORK)
                .putArray("enum");
        FRAMEWORKS.forEach(names::add);
        Inputs.with(input, "audience", "The aud of the tokens.");
        Inputs.with(input, "issuer", "The iss of the tokens; that of this service by default.");
        return new Tool(
                "snippet",
                "Code for a framework",
                "Tested code or configuration that accepts tokens of this service, or mints them in tests.",
                Tool.Effect.READ,
                input,
                Outputs.summary().member("code", "string").require("code"),
                tool::answer);
    }

    private ObjectNode answer(ObjectNode arguments, Caller caller) {
        String framework = Arguments.text(arguments, FRAMEWORK, 64)
                .filter(FRAMEWORKS::contains)
                .orElseThrow(() -> new ToolException("framework is one of " + String.join(", ", FRAMEWORKS) + '.'));
        IssuerContext root = issuers.root();
        String base = caller.base().orElse("http://localhost:8080");
        Map<String, String> values = Map.of(
                "service", base,
                "jwks", base + "/.well-known/jwks.json",
                "issuer", plain(arguments, "issuer").orElse(root.issuer().value()),
                "audience", plain(arguments, "audience").orElse(DEFAULT_AUDIENCE),
                "algorithm", root.defaults().algorithm().joseName());
        return Answer.of("The JWKS is that of this service, at " + base + '.')
                .put("code", fill(text(framework), values))
                .fitTo(MAX_BYTES);
    }

    private static Optional<String> plain(ObjectNode arguments, String name) {
        Optional<String> value = Arguments.text(arguments, name, 200);
        if (value.filter(text -> !PLAIN.matcher(text).matches()).isPresent()) {
            throw new ToolException("\"" + name + "\" must be a URL or a name without spaces and quotation marks.");
        }
        return value;
    }

    private static String fill(String template, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    private static String text(String framework) {
        String file = FILES + framework + ".txt";
        try (InputStream in = Objects.requireNonNull(SnippetTool.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
