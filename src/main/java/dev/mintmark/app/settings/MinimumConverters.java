package dev.mintmark.app.settings;

import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * Settings that have a least value. Checked as they are read: constraints of Bean Validation would have a validator made
 * for the settings alone, which takes a tenth of the time to the first token.
 */
public final class MinimumConverters {
    private MinimumConverters() {}

    private static int atLeast(int least, String value) {
        int number = Integer.parseInt(value.strip());
        if (number < least) {
            throw new IllegalArgumentException("must be at least " + least);
        }
        return number;
    }

    /** A count from one on. */
    public static final class One implements Converter<Integer> {
        private static final long serialVersionUID = 1L;

        @Override
        public Integer convert(String value) {
            return atLeast(1, value);
        }
    }

    /** A count from zero on. */
    public static final class Zero implements Converter<Integer> {
        private static final long serialVersionUID = 1L;

        @Override
        public Integer convert(String value) {
            return atLeast(0, value);
        }
    }

    /** A duration from a second on. */
    public static final class Second implements Converter<Duration> {
        private static final long serialVersionUID = 1L;

        @Override
        public Duration convert(String value) {
            Duration duration = new DurationConverter().convert(value);
            if (duration.toSeconds() < 1) {
                throw new IllegalArgumentException("must be at least a second");
            }
            return duration;
        }
    }
}
