package dev.mintmark.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** The main class: starts the service, or runs {@code keys generate} without starting it. */
@QuarkusMain
public final class Main {
    /** Quarkus makes a bean of the class; it recommends no private members for beans. */
    Main() {}

    /** Runs the command that the first word names, or else the service. */
    public static void main(String... args) {
        List<String> words = Arrays.asList(args);
        if (!words.isEmpty() && words.get(0).equals(KeysCommand.NAME)) {
            System.exit(new KeysCommand(Clock.systemUTC(), System.out, System.err).run(words.subList(1, words.size())));
        }
        Quarkus.run(args);
    }
}
