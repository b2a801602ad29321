package dev.mintmark.drills.run;

/** Sends one token to the service under test. */
@FunctionalInterface
public interface Sender {
    Answer send(String token);
}
