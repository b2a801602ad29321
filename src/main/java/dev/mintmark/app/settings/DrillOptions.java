package dev.mintmark.app.settings;

import java.util.Optional;

/** The settings of {@code mintmark.drills.*}: what the service does wrong on purpose, for tests. */
public interface DrillOptions {
    /** Whether {@code /drills} and the faults of tickets are served; if absent, only without API key authentication. */
    Optional<Boolean> enabled();
}
