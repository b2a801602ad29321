package dev.mintmark.app;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.keys.KeyFileGenerator;
import dev.mintmark.keys.KeyFileGenerator.MadeKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code keys generate} writes key files for a Secret. It prints file names and key ids, never a key. */
final class KeysCommand {
    static final String NAME = "keys";

    static final int DONE = 0;
    /** The command is valid but failed: a file exists already or cannot be written. */
    static final int REFUSED = 1;

    static final int USAGE = 2;

    private static final List<String> WITH_VALUE = List.of("--out", "--algorithms", "--name");
    private static final String ACTIVE = "--active";
    private static final String ALL =
            Arrays.stream(Algorithm.values()).map(Algorithm::joseName).collect(Collectors.joining(","));
    private static final String HELP = """
            Usage: keys generate --out DIR [--algorithms RS256,ES256] [--name NAME] [--active]
              --out         where the files are made, for their owner alone; none is ever overwritten
              --algorithms  a key for each; else for all: %s
              --name        what the names of the files begin with; else the date of today (UTC)
              --active      make the file active too: these keys sign, others do not
            """.formatted(ALL);

    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    KeysCommand(Clock clock, PrintStream out, PrintStream err) {
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** Runs the command with the words after {@code keys} and returns the exit code. */
    int run(List<String> words) {
        if (words.contains("--help")) {
            out.print(HELP);
            return DONE;
        }
        try {
            generate(options(words));
            return DONE;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(HELP);
            return USAGE;
        } catch (FileAlreadyExistsException e) {
            err.println(e.getFile() + " is there already, and nothing is overwritten: choose another --name or --out");
            return REFUSED;
        } catch (IOException e) {
            err.println("The files cannot be written: " + e);
            return REFUSED;
        }
    }

    private void generate(Map<String, String> options) throws IOException {
        String directory = options.get("--out");
        if (directory == null || directory.isEmpty()) {
            throw new IllegalArgumentException("--out is needed");
        }
        String today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        List<MadeKey> made = new KeyFileGenerator(Path.of(directory))
                .make(
                        options.getOrDefault("--name", today),
                        algorithms(options.getOrDefault("--algorithms", ALL)),
                        options.containsKey(ACTIVE));
        made.forEach(key -> out.println(key.file() + "  " + key.keyId()));
    }

    private static Set<Algorithm> algorithms(String names) {
        return Arrays.stream(names.split(",", -1))
                .map(name -> Algorithm.parse(name)
                        .orElseThrow(() -> new IllegalArgumentException(name + " is no algorithm of the service")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<String, String> options(List<String> words) {
        if (words.isEmpty() || !words.get(0).equals("generate")) {
            throw new IllegalArgumentException("What is to be done with keys? There is one command: generate");
        }
        Map<String, String> options = new HashMap<>();
        Iterator<String> rest = words.listIterator(1);
        while (rest.hasNext()) {
            String[] parts = rest.next().split("=", 2);
            if (options.put(parts[0], value(parts, rest)) != null) {
                throw new IllegalArgumentException(parts[0] + " is given twice");
            }
        }
        return options;
    }

    /** {@code --out DIR} and {@code --out=DIR} are the same. */
    private static String value(String[] parts, Iterator<String> rest) {
        if (parts[0].equals(ACTIVE) && parts.length == 1) {
            return "";
        }
        if (!WITH_VALUE.contains(parts[0])) {
            throw new IllegalArgumentException(String.join("=", parts) + " is not understood");
        }
        if (parts.length == 1 && !rest.hasNext()) {
            throw new IllegalArgumentException(parts[0] + " needs a value");
        }
        return parts.length == 2 ? parts[1] : rest.next();
    }
}
