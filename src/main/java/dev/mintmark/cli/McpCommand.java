package dev.mintmark.cli;

import dev.mintmark.assembly.Services;
import dev.mintmark.mcp.McpServer;
import dev.mintmark.mcp.StdioServer;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mcp} serves the tools for assistants on standard input and output, until the input ends. */
@Command(
        name = "mcp",
        description =
                "Serve the tools for assistants (Model Context Protocol) on standard input and output, until the input"
                        + " ends.")
final class McpCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final LocalServices services = new LocalServices();

    @Option(names = "--no-mint", description = "Leave out the tools that mint tokens.")
    private boolean isReadOnly;

    McpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (Services local = services.withAllKeys(console.clock())) {
            McpServer server = McpServer.of(
                    local.tokens(),
                    Optional.of(local.drills()),
                    local.catalogue(),
                    local.issuers(),
                    !isReadOnly,
                    Program.Version.number());
            new StdioServer(server, console.out(), console.err()).serve(console.in());
        }
        return Program.DONE;
    }
}
