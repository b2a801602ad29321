package dev.mintmark.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program's command line. Unknown words and options print the usage and start nothing. */
@Command(
        name = Program.NAME,
        description = {"Mints, decodes, explains and verifies JSON Web Tokens.", "Without a command the service starts."
        },
        synopsisSubcommandLabel = "[COMMAND]",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Program.Version.class,
        footer = {"", "Exit codes: 0 done, 1 invalid or refused, 2 the options or the input cannot be used."})
public final class Program implements Runnable {
    static final String NAME = "mintmark";

    static final int DONE = 0;
    /** The command is valid, but the token is invalid, or the request was refused. */
    static final int REFUSED = 1;
    /** The options or the input cannot be used. */
    static final int UNUSABLE = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    private Program() {}

    /** All commands; a further command is one more line. */
    private static List<Object> commands(Console console) {
        return List.of(
                new ServeCommand(console),
                MintCommand.of(console),
                new DecodeCommand(console),
                VerifyCommand.of(console),
                new AdviseCommand(console),
                new DrillCommand(console),
                new McpCommand(console),
                new CommandLine(new KeysCommand()).addSubcommand(new GenerateCommand(console)));
    }

    /**
     * Runs the command that the words name.
     *
     * @return the exit code of the process
     */
    public static int run(Console console, String... words) {
        CommandLine program = new CommandLine(new Program());
        commands(console).forEach(program::addSubcommand);
        Errors errors = new Errors(console.err());
        program.setOut(console.out().writer())
                .setErr(console.err().writer())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                // A word such as @name is not a file of further words.
                .setExpandAtFiles(false)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
        int exitCode = program.execute(words);
        if (console.out().failure().isPresent()) {
            console.err()
                    .println("The output cannot be written: "
                            + console.out().failure().get());
            return UNUSABLE;
        }
        return exitCode;
    }

    /** Options without a command. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "A command is missing");
    }

    /** The version that the build wrote into the manifest of the program. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {NAME + ' ' + number()};
        }

        /** The number; {@code development} for classes that are not packaged. */
        static String number() {
            return Optional.ofNullable(Program.class.getPackage().getImplementationVersion())
                    .orElse("development");
        }
    }
}
