package dev.mintmark.app.settings;

import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * Converters of settings with a minimum. The check runs during conversion, because Bean Validation would create a validator
 * for the settings alone, which takes a tenth of the time to the first token.
 */
public final class MinimumConverters {
    private MinimumConverters() {}

    private static int atLeast(int minimum, String value) {
        int number = Integer.parseInt(value.strip());
        if (number < minimum) {
            throw new IllegalArgumentException("must be at least " + minimum);
        }
        return number;
    }

    /** A count of at least one. */
    public static final class One implements Converter<Integer> {
        private static final long serialVersionUID = 1L;

        @Override
        public Integer convert(String value) {
            return atLeast(1, value);
        }
    }

    /** A count of at least zero. */
    public static final class Zero implements Converter<Integer> {
        private static final long serialVersionUID = 1L;

        @Override
        public Integer convert(String value) {
            return atLeast(0, value);
        }
    }

    /** A duration of at least a second. */
    public static final class Second implements Converter<Duration> {
        private static final long serialVersionUID = 1L;

        @Override
        public Duration convert(String value) {
            Duration duration = new DurationConverter().convert(value);
            if (duration.toSeconds() < 1) {
                throw new IllegalArgumentException("must be at least one second");
            }
            return duration;
        }
    }
}
