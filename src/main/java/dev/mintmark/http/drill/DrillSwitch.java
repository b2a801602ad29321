package dev.mintmark.http.drill;

import dev.mintmark.http.problem.NotFoundProblemException;

/**
 * Whether drills are served.
 *
 * @param isOn the setting {@code mintmark.drills.enabled}, or its default
 */
public record DrillSwitch(boolean isOn) {
    /** @throws NotFoundProblemException if drills are off */
    void require() {
        if (!isOn) {
            throw new NotFoundProblemException("Drills are off. The setting mintmark.drills.enabled turns them on.");
        }
    }
}
