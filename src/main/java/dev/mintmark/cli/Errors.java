package dev.mintmark.cli;

import dev.mintmark.jose.JsonPointerException;
import dev.mintmark.keys.InvalidFileException;
import dev.mintmark.service.read.MalformedRequestException;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints errors and determines the exit code. Words of the caller may be tokens or secrets and are not repeated. */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final PrintStream err;

    Errors(PrintStream err) {
        this.err = err;
    }

    /** Wrong words and options: the error and the usage. */
    @Override
    public int handleParseException(ParameterException e, String[] words) {
        CommandLine command = e.getCommandLine();
        err.println(message(e));
        err.println(command.getUsageMessage());
        return Program.UNUSABLE;
    }

    private static String message(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched
                ? UnknownWord.message(unmatched)
                : String.valueOf(e.getMessage());
    }

    /** Errors of a command that runs. */
    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult words) throws Exception {
        if (e instanceof ParameterException wrong) {
            return handleParseException(wrong, new String[0]);
        }
        if (e instanceof CommandException known) {
            err.println(known.getMessage());
            return known.exitCode();
        }
        if (e instanceof InvalidFileException invalid) {
            err.println("The keys cannot be loaded: " + invalid.detail());
            return Program.UNUSABLE;
        }
        if (e instanceof JsonPointerException wrong) {
            err.println(wrong.pointer().isEmpty() ? wrong.detail() : wrong.pointer() + ": " + wrong.detail());
            return wrong instanceof MalformedRequestException ? Program.UNUSABLE : Program.REFUSED;
        }
        throw e;
    }
}
