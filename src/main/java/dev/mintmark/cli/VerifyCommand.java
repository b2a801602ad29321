package dev.mintmark.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.assembly.Services;
import dev.mintmark.cli.MemberOption.Kind;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.service.VerifyResult;
import dev.mintmark.service.body.RequestJson;
import dev.mintmark.service.request.VerifyRequest;
import dev.mintmark.service.response.VerifyResponse;
import dev.mintmark.tokens.verify.CheckResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code verify} verifies a token. The exit code is the verdict, and the output has the failed checks. */
@Command(
        name = "verify",
        sortOptions = false,
        description =
                "Verify a token. The exit code is 0 if it is valid, and 1 if it is invalid; then the failed checks are"
                        + " printed.")
final class VerifyCommand implements Callable<Integer> {
    /** Members of the request that have a key. */
    static final List<MemberOption> KEYS = List.of(
            new MemberOption("jwks", Kind.JSON_FILE, "FILE", "A file with the issuer's JWK Set. - is stdin."),
            new MemberOption("key", Kind.KEY_FILE, "FILE", "A file with the public key, PEM or JWK. - is stdin."),
            new MemberOption("secret", Kind.SECRET_FILE, "FILE", "A file with the HMAC secret. - is stdin."));

    /** Other members of the request. */
    static final List<MemberOption> MEMBERS = List.of(
            new MemberOption("secret_encoding", Kind.TEXT, "ENCODING", "utf8 (the default), base64url, base64 or hex."),
            new MemberOption("mode", Kind.TEXT, "MODE", "full (the default) or signature."));

    /** The members of {@code expect}. */
    static final List<MemberOption> EXPECT = List.of(
            new MemberOption("issuer", Kind.TEXTS, "ISSUER", "The accepted iss. Repeat the option for several."),
            new MemberOption("audience", Kind.TEXTS, "AUDIENCE", "The accepted aud. Repeat the option for several."),
            new MemberOption("type", Kind.TEXT, "TYPE", "access, id, refresh or generic."),
            new MemberOption("algorithms", Kind.LIST, "ALG", "The accepted algorithms, separated by commas."),
            new MemberOption("subject", Kind.TEXT, "SUBJECT", "The required sub."),
            new MemberOption("scope", Kind.TEXTS, "SCOPE", "The required scope values, separated by spaces."),
            new MemberOption("roles", Kind.LIST, "ROLE", "The required roles, separated by commas."),
            new MemberOption("roles_claim", Kind.TEXT, "POINTER", "The claim of the roles, as in /realm_access/roles."),
            new MemberOption("permissions", Kind.LIST, "PERMISSION", "The required permissions, separated by commas."),
            new MemberOption("required_claims", Kind.LIST, "NAME", "Claims that must be present, separated by commas."),
            new MemberOption("leeway", Kind.TIME, "DURATION", "The tolerance for clock skew."),
            new MemberOption("max_age", Kind.TIME, "DURATION", "The longest accepted time since iat."));

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Mixin
    private final LocalServices services = new LocalServices();

    @Parameters(paramLabel = "TOKEN", description = "A token, the name of a file, or - for standard input.")
    private String token = "";

    @Option(names = "--json", description = "Print the response of POST /tokens/verify.")
    private boolean json;

    private VerifyCommand(Console console) {
        this.console = console;
    }

    static CommandLine of(Console console) {
        CommandLine command = new CommandLine(new VerifyCommand(console));
        Stream.of(KEYS, MEMBERS, EXPECT).forEach(members -> MemberOption.add(command.getCommandSpec(), members));
        return command;
    }

    @Override
    public Integer call() {
        VerifyRequest request = RequestJson.bind(request(), VerifyRequest.class);
        try (Services local = services.withoutNewKey(console.clock())) {
            VerifyResult result = local.tokens().verify(request);
            VerifyResponse response = VerifyResponse.of(result);
            if (json) {
                console.out().println(Printable.json(RequestJson.write(response)));
            } else {
                console.out().print(report(result, response));
            }
            return response.valid() ? Program.DONE : Program.REFUSED;
        }
    }

    private ObjectNode request() {
        ParseResult words = spec.commandLine().getParseResult();
        long sources = KEYS.stream()
                .filter(key -> words.hasMatchedOption(key.option()))
                .count();
        if (sources + (services.hasKeys() ? 1 : 0) != 1) {
            throw new ParameterException(
                    spec.commandLine(), "verify needs exactly one of --jwks, --key, --secret-file and --keys");
        }
        Input input = new Input(console);
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("token", input.text(token).strip());
        request.put("unwrap", true);
        request.put("advise", json);
        MemberOption.set(request, KEYS, words, input);
        MemberOption.set(request, MEMBERS, words, input);
        MemberOption.set(request.putObject("expect"), EXPECT, words, input);
        return request;
    }

    private static String report(VerifyResult result, VerifyResponse response) {
        TextReport report = new TextReport();
        result.unwrapped().ifPresent(wrapping -> report.line("Removed from around the token: " + wrapping));
        if (response.valid()) {
            String key = Optional.ofNullable(response.signature().keyId())
                    .map(id -> ", key " + id)
                    .orElse("");
            return report.line("Valid: signed with " + response.signature().algorithm() + key)
                    .text();
        }
        result.verdict().checks().stream().filter(CheckResult::isFailed).forEach(check -> report.line(failure(check)));
        return report.text();
    }

    private static String failure(CheckResult check) {
        String expected = check.expected().map(it -> ", expected " + json(it)).orElse("");
        String actual = check.actual().map(it -> ", found " + json(it)).orElse("");
        return check.check().wireName() + ": " + check.message() + expected + actual + " ("
                + check.check().reference() + ')';
    }

    private static String json(Object value) {
        return new String(StrictJson.bytes(value), StandardCharsets.UTF_8);
    }
}
