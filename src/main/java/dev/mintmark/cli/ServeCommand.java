package dev.mintmark.cli;

import picocli.CommandLine.Command;

/** {@code serve} starts the service, as the program does without words. */
@Command(
        name = "serve",
        description =
                "Start the service. Settings are environment variables and system properties, see docs/settings.md.")
final class ServeCommand implements Runnable {
    private final Console console;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.server().run();
    }
}
