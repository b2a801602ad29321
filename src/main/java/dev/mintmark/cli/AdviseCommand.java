package dev.mintmark.cli;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.advice.Report;
import dev.mintmark.assembly.Services;
import dev.mintmark.paste.PastedText;
import dev.mintmark.paste.TextKind;
import dev.mintmark.service.body.RequestJson;
import dev.mintmark.service.read.CallerKey;
import dev.mintmark.service.request.AdviceRequest;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.service.response.AdviceResponse;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code advise} prints security advice on a token, a token request, a key or a key set. */
@Command(
        name = "advise",
        description =
                "Print security advice on a token, a token request (the body of POST /tokens), a key or a JWK Set.")
final class AdviseCommand implements Runnable {
    private final Console console;

    @Mixin
    private final LocalServices services = new LocalServices();

    @Parameters(
            paramLabel = "TOKEN|SPEC|JWKS",
            description = "The text itself, the name of a file, or - for standard input.")
    private String word = "";

    @Option(names = "--json", description = "Print the response of POST /advisories.")
    private boolean json;

    AdviseCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        AdviceRequest request = request(new Input(console).text(word).strip());
        try (Services local = services(request)) {
            Report report = local.tokens().advise(request);
            console.out()
                    .print(json ? Printable.json(RequestJson.write(AdviceResponse.of(report))) + '\n' : text(report));
        }
    }

    private static AdviceRequest request(String text) {
        PastedText pasted = PastedText.read(text);
        TextKind kind = pasted.instead().orElse(TextKind.TEXT);
        return switch (kind) {
            case JWK -> AdviceRequest.ofKey(Input.json("The key", text));
            case JWKS -> AdviceRequest.ofKeySet(Input.json("The key set", text));
            case PEM_PRIVATE, PEM_PUBLIC, PEM_CERTIFICATE ->
                AdviceRequest.ofKey(CallerKey.readToShow(TextNode.valueOf(text)).publicJson());
            case CLAIMS, HEADER, JSON ->
                AdviceRequest.ofSpec(RequestJson.bind(Input.json("The token request", text), MintRequest.class));
            default ->
                // Broken JSON is meant as a token request.
                pasted.instead().isPresent() && text.startsWith("{")
                        ? AdviceRequest.ofSpec(RequestJson.bind(Input.json("The text", text), MintRequest.class))
                        : AdviceRequest.ofToken(text);
        };
    }

    /** Only a token request without a key of its own is signed by the services. */
    private Services services(AdviceRequest request) {
        Optional<MintRequest> spec = request.spec();
        return spec.isPresent() && !CallerKey.isGiven(spec.get())
                ? services.withKeys(console.clock(), MintCommand.algorithm(spec.get()))
                : services.withoutNewKey(console.clock());
    }

    private static String text(Report report) {
        if (report.advisories().isEmpty()) {
            return "No advice.\n";
        }
        return new TextReport()
                .advisories(Optional.of(report.advisories()))
                .text()
                .stripLeading();
    }
}
