package dev.mintmark.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.assembly.Services;
import dev.mintmark.cli.MemberOption.Kind;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.service.body.RequestJson;
import dev.mintmark.service.read.CallerKey;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.service.response.MintResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mint} prints a token. Its options are the members of {@code POST /tokens}. */
@Command(
        name = "mint",
        sortOptions = false,
        description = "Print a new token. The options are the members of POST /tokens.")
final class MintCommand implements Runnable {
    static final List<MemberOption> MEMBERS = List.of(
            new MemberOption("type", Kind.TEXT, "TYPE", "access (the default), id, refresh or generic."),
            new MemberOption("algorithm", Kind.TEXT, "ALG", "The signature algorithm. Default: RS256."),
            new MemberOption("key_id", Kind.TEXT, "KID", "The key of the directory that signs."),
            new MemberOption("issuer", Kind.TEXT, "ISSUER", "The claim iss. Default: http://localhost:8080."),
            new MemberOption("subject", Kind.TEXT, "SUBJECT", "The claim sub."),
            new MemberOption("audience", Kind.TEXTS, "AUDIENCE", "The claim aud. Repeat the option for several."),
            new MemberOption("expires_in", Kind.TIME, "DURATION", "The lifetime: 900, 15m, 2h30m, 30d or PT15M."),
            new MemberOption(
                    "expires_at", Kind.TIME, "INSTANT", "The claim exp: epoch seconds, ISO 8601, +15m or -5m."),
            new MemberOption("not_before", Kind.TIME, "INSTANT", "The claim nbf."),
            new MemberOption("issued_at", Kind.TIME, "INSTANT", "The claim iat."),
            new MemberOption("scope", Kind.TEXTS, "SCOPE", "The claim scope, separated by spaces."),
            new MemberOption("roles", Kind.LIST, "ROLE", "The claim roles, separated by commas."),
            new MemberOption("permissions", Kind.LIST, "PERMISSION", "The claim permissions, separated by commas."),
            new MemberOption("groups", Kind.LIST, "GROUP", "The claim groups, separated by commas."),
            new MemberOption("tenant", Kind.TEXT, "TENANT", "The claim tenant."),
            new MemberOption("client_id", Kind.TEXT, "CLIENT", "The claim client_id."),
            new MemberOption("claims", Kind.OBJECT, "JSON", "Further claims as a JSON object. null removes a default."),
            new MemberOption("headers", Kind.OBJECT, "JSON", "Header parameters as a JSON object."),
            new MemberOption("key", Kind.KEY_FILE, "FILE", "A file with your own private key, PEM or JWK. - is stdin."),
            new MemberOption("secret", Kind.SECRET_FILE, "FILE", "A file with your own HMAC secret. - is stdin."),
            new MemberOption("secret_encoding", Kind.TEXT, "ENCODING", "utf8 (the default), base64url, base64 or hex."),
            new MemberOption("refresh", Kind.FLAG, "", "Add a refresh token; with --json."),
            new MemberOption("advise", Kind.FLAG, "", "Add security advice; with --json. It is on by default."),
            new MemberOption("explain", Kind.FLAG, "", "Explain each field; with --json."));

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Mixin
    private final LocalServices services = new LocalServices();

    @Option(
            names = "--spec",
            paramLabel = "FILE",
            description = "A file with the body of POST /tokens. - is stdin. Options replace its members.")
    private Optional<String> specFile = Optional.empty();

    @Option(names = "--json", description = "Print the whole response of POST /tokens.")
    private boolean json;

    @Option(
            names = "--claim",
            paramLabel = "NAME=VALUE",
            description = "One further claim. A value that is JSON is taken as JSON, any other as text.")
    private final Map<String, String> claims = new LinkedHashMap<>();

    @Option(names = "--header", paramLabel = "NAME=VALUE", description = "One header parameter.")
    private final Map<String, String> headers = new LinkedHashMap<>();

    private MintCommand(Console console) {
        this.console = console;
    }

    static CommandLine of(Console console) {
        CommandLine command = new CommandLine(new MintCommand(console));
        MemberOption.add(command.getCommandSpec(), MEMBERS);
        return command;
    }

    @Override
    public void run() {
        ObjectNode request = request();
        if (!json) {
            if (request.path("refresh").asBoolean()) {
                throw CommandException.unusable("A bare token has no room for a refresh token. Add --json.");
            }
            request.put("advise", false);
            request.put("explain", false);
        }
        MintRequest bound = RequestJson.bind(request, MintRequest.class);
        try (Services local = services(bound)) {
            MintResponse minted = MintResponse.of(local.tokens().mint(bound));
            console.out().println(json ? Printable.json(RequestJson.write(minted)) : minted.token());
        }
    }

    private ObjectNode request() {
        Input input = new Input(console);
        JsonNode given = specFile.map(input::json).orElseGet(JsonNodeFactory.instance::objectNode);
        if (!(given instanceof ObjectNode request)) {
            throw CommandException.unusable("The token request must be a JSON object.");
        }
        MemberOption.set(request, MEMBERS, spec.commandLine().getParseResult(), input);
        add(request, "claims", claims);
        add(request, "headers", headers);
        return request;
    }

    private static void add(ObjectNode request, String member, Map<String, String> values) {
        if (values.isEmpty()) {
            return;
        }
        JsonNode object = request.path(member);
        if (!object.isObject() && !object.isMissingNode() && !object.isNull()) {
            return; // Binding reports the type.
        }
        ObjectNode all = object.isObject() ? (ObjectNode) object : request.putObject(member);
        values.forEach((name, value) -> all.set(name, value(value)));
    }

    private static JsonNode value(String word) {
        try {
            JsonNode value = RequestJson.parse(word);
            return value.isMissingNode() ? TextNode.valueOf(word) : value;
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(word);
        }
    }

    /** A new key is generated only for a request that the services sign. */
    private Services services(MintRequest request) {
        if (CallerKey.isGiven(request)) {
            return services.withoutNewKey(console.clock());
        }
        return services.withKeys(console.clock(), algorithm(request));
    }

    /** The algorithm of the new key; an unknown name is reported by the services. */
    static Algorithm algorithm(MintRequest request) {
        return request.algorithm().flatMap(Algorithm::parse).orElse(LocalServices.DEFAULTS.algorithm());
    }
}
