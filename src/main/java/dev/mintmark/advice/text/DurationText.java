package dev.mintmark.advice.text;

import java.time.Duration;

/** Durations as readable text. */
public final class DurationText {
    private DurationText() {}

    /** The two largest units of a duration, as in {@code 1 h 5 min}. */
    public static String of(long seconds) {
        Duration duration = Duration.ofSeconds(seconds);
        if (duration.toDays() >= 1) {
            return duration.toDays() + " d" + (duration.toHoursPart() > 0 ? " " + duration.toHoursPart() + " h" : "");
        }
        if (duration.toHours() >= 1) {
            return duration.toHours() + " h"
                    + (duration.toMinutesPart() > 0 ? " " + duration.toMinutesPart() + " min" : "");
        }
        if (duration.toMinutes() >= 1) {
            return duration.toMinutes() + " min"
                    + (duration.toSecondsPart() > 0 ? " " + duration.toSecondsPart() + " s" : "");
        }
        return seconds + " s";
    }
}
