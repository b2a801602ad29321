package dev.mintmark.cli;

import dev.mintmark.jose.JsonPointerException;
import dev.mintmark.keys.InvalidFileException;
import dev.mintmark.keys.KeysUnavailableException;
import dev.mintmark.service.body.InvalidMembersException;
import dev.mintmark.service.read.MalformedRequestException;
import java.util.Arrays;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints errors and determines the exit code. Words of the caller may be tokens or secrets and are not repeated. */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
    /** The length of "Usage: ". */
    private static final int SYNOPSIS_INDENT = 7;

    private final Output err;

    Errors(Output err) {
        this.err = err;
    }

    /** Wrong words and options: the error and the usage, which is only the synopsis for a command with many options. */
    @Override
    public int handleParseException(ParameterException e, String[] words) {
        CommandLine command = e.getCommandLine();
        err.println(message(e));
        if (command.getParent() == null || !command.getSubcommands().isEmpty()) {
            err.print(command.getUsageMessage());
        } else {
            // The error stays on the screen.
            err.print("Usage: " + command.getHelp().synopsis(SYNOPSIS_INDENT));
            err.println(command.getCommandSpec().qualifiedName() + " --help explains the options.");
        }
        return Program.UNUSABLE;
    }

    private static String message(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched
                ? UnknownWord.message(unmatched)
                : String.valueOf(e.getMessage());
    }

    /** Errors of a command that runs. */
    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult words) {
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
        if (e instanceof InvalidMembersException invalid) {
            invalid.errors().forEach(error -> err.println(place(error.pointer(), words) + error.detail()));
            return Program.UNUSABLE;
        }
        if (e instanceof KeysUnavailableException) {
            err.println("The key directory has no key for this.");
            return Program.REFUSED;
        }
        if (e instanceof JsonPointerException wrong) {
            err.println(place(wrong.pointer(), words) + wrong.detail());
            return wrong instanceof MalformedRequestException ? Program.UNUSABLE : Program.REFUSED;
        }
        // The message may contain input.
        err.println("Internal error: " + e.getClass().getName());
        Arrays.stream(e.getStackTrace()).forEach(frame -> err.println("    at " + frame));
        return Program.REFUSED;
    }

    /** The option that set the member, or else the pointer to it. */
    private static String place(String pointer, ParseResult words) {
        if (pointer.isEmpty() || pointer.equals("/token")) {
            return "";
        }
        String name = "--" + pointer.replaceFirst("^/(?:expect/)?", "").replace('_', '-');
        ParseResult command = words.hasSubcommand() ? words.subcommand() : words;
        return Stream.of(name, name + "-file")
                        .filter(command::hasMatchedOption)
                        .findFirst()
                        .orElse(pointer)
                + ": ";
    }
}
