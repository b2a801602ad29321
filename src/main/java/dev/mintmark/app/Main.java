package dev.mintmark.app;

import dev.mintmark.cli.Console;
import dev.mintmark.cli.Output;
import dev.mintmark.cli.Program;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.Clock;

/** The main class: starts the service, or runs the command that the words name. */
@QuarkusMain
public final class Main {
    /** Quarkus makes a bean of the class; it recommends no private members for beans. */
    Main() {}

    /** Without words the service starts, and no class of the command line is loaded. */
    public static void main(String... args) {
        if (args.length == 0) {
            Quarkus.run();
            return;
        }
        Console console = new Console(
                Clock.systemUTC(),
                System.in,
                Output.to(new FileOutputStream(FileDescriptor.out)),
                Output.to(new FileOutputStream(FileDescriptor.err)),
                Quarkus::run);
        System.exit(Program.run(console, args));
    }
}
