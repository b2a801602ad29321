package dev.mintmark.app.settings;

import java.util.Optional;

/** The settings of {@code mintmark.drills.*}: what the service does wrong on purpose, for tests. */
public interface DrillOptions {
    /** Whether it does; true without API key authentication and false with it, unless set. */
    Optional<Boolean> enabled();
}
