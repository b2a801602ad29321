package dev.mintmark.draft;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A point in time in a sentence.
 *
 * @param words the number of words
 * @param offset the seconds from now; empty for a date
 * @param text as {@code POST /tokens} takes it: {@code +24h}, {@code -5m} or ISO 8601
 * @param why the convention, if one was used
 */
record Moment(int words, OptionalLong offset, String text, String why) {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final long HOURS_24 = 86_400;

    /** Reads "tomorrow", "in 2 hours", "2 hours from now", "5 minutes ago", "yesterday", "2027-01-31", "31 January 2027". */
    static Optional<Moment> read(Cursor at, int ahead) {
        return named(at, ahead).or(() -> counted(at, ahead)).or(() -> date(at, ahead));
    }

    private static Optional<Moment> named(Cursor at, int ahead) {
        if (at.is(ahead, "tomorrow")) {
            return Optional.of(relative(1, HOURS_24, "tomorrow is 24 hours from now"));
        }
        if (at.is(ahead, "yesterday")) {
            return Optional.of(relative(1, -HOURS_24, "yesterday is 24 hours ago"));
        }
        if (at.is(ahead, "next", "last") && at.is(ahead + 1, "week", "month", "year")) {
            long unit = Vocabulary.UNITS.getOrDefault(at.at(ahead + 1).lower(), HOURS_24);
            return Optional.of(relative(2, at.is(ahead, "next") ? unit : -unit, "counted from now"));
        }
        return Optional.empty();
    }

    private static Optional<Moment> counted(Cursor at, int ahead) {
        int start = at.is(ahead, "in") ? ahead + 1 : ahead;
        Optional<Amount> amount = Amount.read(at, start);
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        int next = start + amount.get().words();
        if (at.is(next, "ago")) {
            return Optional.of(relative(next + 1 - ahead, amount.get(), "-"));
        }
        if (at.isPhrase(next, "from now")) {
            return Optional.of(relative(next + 2 - ahead, amount.get(), "+"));
        }
        return start == ahead ? Optional.empty() : Optional.of(relative(next - ahead, amount.get(), "+"));
    }

    private static Moment relative(int words, Amount amount, String sign) {
        long seconds = sign.equals("-") ? -amount.seconds() : amount.seconds();
        return new Moment(words, OptionalLong.of(seconds), sign + amount.text(), "");
    }

    private static Moment relative(int words, long seconds, String why) {
        return new Moment(words, OptionalLong.of(seconds), signed(seconds), why);
    }

    /** {@code +1h15m} or {@code -20m}. */
    static String signed(long seconds) {
        return seconds == 0 ? "now" : (seconds < 0 ? "-" : "+") + Amount.text(Math.abs(seconds));
    }

    private static Optional<Moment> date(Cursor at, int ahead) {
        String word = at.at(ahead).text();
        try {
            if (DATE.matcher(word).matches()) {
                return Optional.of(midnight(1, LocalDate.parse(word)));
            }
            if (word.length() > 16 && word.length() <= 40 && word.startsWith("-", 4)) {
                return Optional.of(new Moment(
                        1, OptionalLong.empty(), OffsetDateTime.parse(word).toString(), ""));
            }
            return inWords(at, ahead);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** "31 January 2027", "January 31, 2027". */
    private static Optional<Moment> inWords(Cursor at, int ahead) {
        boolean isMonthFirst = month(at, ahead) > 0;
        int month = isMonthFirst ? month(at, ahead) : month(at, ahead + 1);
        var day = DAY.matcher(at.at(isMonthFirst ? ahead + 1 : ahead).lower());
        int year = ahead + 2 + (at.is(ahead + 2, ",") ? 1 : 0);
        if (month == 0 || !day.matches() || !YEAR.matcher(at.at(year).lower()).matches()) {
            return Optional.empty();
        }
        LocalDate date = LocalDate.of(
                Integer.parseInt(at.at(year).text()), month, Integer.parseInt(String.valueOf(day.group(1))));
        return Optional.of(midnight(year + 1 - ahead, date));
    }

    private static int month(Cursor at, int ahead) {
        String word = at.at(ahead).lower();
        return word.length() < 3 ? 0 : MONTHS.indexOf(word.substring(0, 3)) + 1;
    }

    private static Moment midnight(int words, LocalDate date) {
        return new Moment(words, OptionalLong.empty(), date + "T00:00:00Z", "a date is its first moment in UTC");
    }
}
