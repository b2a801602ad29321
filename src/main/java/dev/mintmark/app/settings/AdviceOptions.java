package dev.mintmark.app.settings;

import java.util.Optional;

/** The settings of {@code mintmark.advice.*}: security advice. */
public interface AdviceOptions {
    /** A file with further well-known secrets, one per line; if it is unreadable, the service does not start. */
    Optional<String> secretsFile();
}
