package dev.mintmark.app.settings;

import dev.mintmark.service.read.Durations;
import dev.mintmark.service.read.MalformedRequestException;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/** Converts durations as in requests; a plain number is seconds. */
public final class DurationConverter implements Converter<Duration> {
    private static final long serialVersionUID = 1L;

    @Override
    public Duration convert(String value) {
        String text = value.strip();
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        try {
            return Durations.parse("", digits ? text + "s" : text);
        } catch (MalformedRequestException e) {
            throw new IllegalArgumentException(e.detail(), e);
        }
    }
}
