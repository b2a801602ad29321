package dev.mintmark.cli;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.keys.KeyFileGenerator;
import dev.mintmark.keys.KeyFileGenerator.MadeKey;
import dev.mintmark.service.read.AlgorithmNames;
import dev.mintmark.service.read.MalformedRequestException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code keys generate} writes key files for a Secret. It prints file names and key ids, never a key. */
@Command(
        name = "generate",
        description = "Write a new key file for each algorithm, readable by its owner alone. No file is overwritten.")
final class GenerateCommand implements Runnable {
    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The directory of the files. It is created if it does not exist.")
    private Path out = Path.of("");

    @Option(
            names = "--algorithms",
            paramLabel = "RS256,ES256",
            completionCandidates = AlgorithmCandidates.class,
            description = "The algorithms of the keys. Default: all, ${COMPLETION-CANDIDATES}.")
    private Optional<String> algorithms = Optional.empty();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The first part of the file names. Default: the date of today (UTC).")
    private Optional<String> name = Optional.empty();

    @Option(names = "--active", description = "Also write the file active, so that these keys sign and others do not.")
    private boolean active;

    GenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        if (out.toString().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--out needs the name of a directory");
        }
        try {
            List<MadeKey> made = new KeyFileGenerator(out).make(name.orElseGet(this::today), algorithms(), active);
            made.forEach(key -> console.out().println(key.file() + "  " + key.keyId()));
        } catch (MalformedRequestException e) {
            throw new ParameterException(spec.commandLine(), e.detail(), e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (FileAlreadyExistsException e) {
            throw CommandException.refused(
                    e.getFile() + " exists already, and no file is overwritten. Choose another --name or --out.");
        } catch (IOException e) {
            throw CommandException.refused("The files cannot be written: " + e);
        }
    }

    private String today() {
        return LocalDate.ofInstant(console.clock().instant(), ZoneOffset.UTC).toString();
    }

    private Set<Algorithm> algorithms() {
        return algorithms.stream()
                .flatMap(names -> Arrays.stream(names.split(",", -1)))
                .map(word -> AlgorithmNames.require("--algorithms", word))
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet<Algorithm>::new),
                        given -> given.isEmpty() ? new LinkedHashSet<>(List.of(Algorithm.values())) : given));
    }
}
