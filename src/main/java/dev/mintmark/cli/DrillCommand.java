package dev.mintmark.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.drills.run.DpopProofs;
import dev.mintmark.drills.run.DrillRun;
import dev.mintmark.drills.run.HttpSender;
import dev.mintmark.drills.run.JsonReport;
import dev.mintmark.drills.run.JunitReport;
import dev.mintmark.drills.run.MintmarkClient;
import dev.mintmark.drills.run.RunReport;
import dev.mintmark.drills.run.RunSuite;
import dev.mintmark.drills.run.TableReport;
import dev.mintmark.jose.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code drill} sends deliberately bad tokens to a service and tells which it does not refuse. */
@Command(
        name = "drill",
        sortOptions = false,
        description = {
            "Send deliberately bad tokens to a service, and tell which it does not refuse.",
            "The tokens come from a running Mintmark, whose keys the service must trust."
        },
        footer = {
            "",
            "Exit codes: 0 every MUST holds, 1 not, 2 the options cannot be used or Mintmark makes no suite.",
            "The environment variable DRILL_API_KEY holds the API key of the Mintmark, if it needs one."
        })
final class DrillCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @ArgGroup(exclusive = false, multiplicity = "1", heading = "%nThe service under test%n")
    private DrillTargetOptions target = new DrillTargetOptions();

    @ArgGroup(exclusive = false, heading = "%nThe tokens%n")
    private DrillSuiteOptions tokens = new DrillSuiteOptions();

    @Option(names = "--junit", paramLabel = "FILE", description = "Also write the results as JUnit XML.")
    private Optional<Path> junit = Optional.empty();

    @Option(names = "--json", description = "Print the results as JSON and not as a table.")
    private boolean json;

    DrillCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RunReport report = run();
        try {
            if (junit.isPresent()) {
                Files.writeString(junit.get(), JunitReport.write(report));
            }
        } catch (IOException e) {
            throw CommandException.unusable("The JUnit file cannot be written: " + e.getMessage());
        }
        if (json) {
            console.out().println(JsonReport.write(report));
        } else {
            new TableReport(console.out()).write(report);
        }
        return report.holds() ? Program.DONE : Program.REFUSED;
    }

    /** A JDK from 22 on calls a file a console, too; the line of progress does no harm there. */
    @SuppressWarnings("SystemConsoleNull")
    private RunReport run() {
        try {
            Optional<DpopProofs> proofs = target.proofs(console.clock());
            HttpSender sender = new HttpSender(target.target(), proofs);
            MintmarkClient mintmark =
                    new MintmarkClient(tokens.mintmark(), Optional.ofNullable(System.getenv("DRILL_API_KEY")));
            RunSuite suite = mintmark.suite(tokens.request(target.audience(), key(), proofs));
            DrillProgress progress =
                    new DrillProgress(console.err(), suite.items().size(), System.console() != null && !json);
            RunReport report =
                    new DrillRun(sender, tokens.named(), progress).run(suite, () -> fetched(mintmark, suite));
            progress.end();
            return report;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw CommandException.unusable(
                    "No suite: " + Optional.ofNullable(e.getMessage()).orElse("Mintmark cannot be reached"));
        }
    }

    private Set<String> fetched(MintmarkClient mintmark, RunSuite suite) {
        try {
            return mintmark.fetched(suite);
        } catch (IOException e) {
            console.err().println("The canary cannot be asked, so requests of the service were not seen.");
            return Set.of();
        }
    }

    private Optional<TextNode> key() throws IOException {
        return tokens.key().isPresent()
                ? Optional.of(TextNode.valueOf(Files.readString(tokens.key().get(), StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    /** Reads a JSON object. */
    static ObjectNode json(String text) {
        try {
            return StrictJson.object(text.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--claims " + e.getMessage(), e);
        }
    }

    /** Adds the values of a comma-separated option. */
    static void list(ObjectNode request, String name, Optional<String> values) {
        values.ifPresent(text -> {
            ArrayNode array = request.putArray(name);
            for (String value : text.split(",", -1)) {
                array.add(value.strip());
            }
        });
    }
}
