package dev.mintmark.drills.run;

/** Sends the token of a drill to the service under test. */
@FunctionalInterface
public interface Sender {
    Answer send(RunItem item);
}
