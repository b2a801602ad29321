package dev.mintmark.cli;

import dev.mintmark.assembly.Services;
import dev.mintmark.service.DecodeResult;
import dev.mintmark.service.body.RequestJson;
import dev.mintmark.service.request.DecodeRequest;
import dev.mintmark.service.response.DecodeResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decode} prints the content of a token, the meaning of each field and advice. It verifies nothing. */
@Command(
        name = "decode",
        description =
                "Print the content of a token, the meaning of each field, and security advice. Nothing is verified.")
final class DecodeCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "TOKEN", description = "A token, the name of a file, or - for standard input.")
    private String token = "";

    @Option(names = "--json", description = "Print the response of POST /tokens/decode.")
    private boolean json;

    DecodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        String text = new Input(console).text(token).strip();
        try (Services local = new LocalServices().withoutNewKey(console.clock())) {
            DecodeResult decoded = local.tokens().decode(DecodeRequest.of(text));
            DecodeResponse response = DecodeResponse.of(decoded);
            if (json) {
                console.out().println(Printable.json(RequestJson.write(response)));
                return;
            }
            console.out()
                    .print(new TextReport()
                            .line("Kind: " + response.kind() + ". " + response.kindReason() + ". Not verified.")
                            .heading("Header")
                            .json(response.header())
                            .heading("Payload")
                            .json(response.payload() == null ? "(not readable)" : response.payload())
                            .explanations(decoded.explanations())
                            .advisories(decoded.advisories())
                            .text());
        }
    }
}
