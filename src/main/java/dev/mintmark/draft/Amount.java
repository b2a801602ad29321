package dev.mintmark.draft;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A duration in a sentence.
 *
 * @param words the number of words
 * @param seconds at least one
 * @param text as {@code POST /tokens} takes it, in the unit that was said where that is possible
 */
record Amount(int words, long seconds, String text) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:\\.\\d{1,3})?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)-?([a-z]{1,7})");
    private static final Pattern SEVERAL =
            Pattern.compile("p?(?:(\\d{1,6})d)?t?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");
    private static final long DAY = 86_400;
    private static final int MAX_PARTS = 4;

    /** Reads a duration such as "half an hour", "1.5 hours", "1 hour and 30 minutes", "15m" or "a day". */
    static Optional<Amount> read(Cursor at, int ahead) {
        Optional<Amount> first = one(at, ahead);
        if (first.isEmpty()) {
            return first;
        }
        Amount sum = first.get();
        for (int i = 1; i < MAX_PARTS; i++) {
            int join = at.is(ahead + sum.words, "and", ",") ? 1 : 0;
            int next = ahead + sum.words + join;
            Optional<Amount> more = isNumber(at, next) ? one(at, next) : Optional.empty();
            if (more.isEmpty() || more.get().seconds >= sum.seconds || at.is(next + more.get().words, "ago")) {
                return Optional.of(sum);
            }
            long seconds = sum.seconds + more.get().seconds;
            sum = new Amount(sum.words + join + more.get().words, seconds, text(seconds));
        }
        return Optional.of(sum);
    }

    /** "a" and "an" begin other phrases more often than they continue a duration. */
    private static boolean isNumber(Cursor at, int ahead) {
        String word = at.at(ahead).lower();
        return !word.isEmpty()
                && (Character.isDigit(word.charAt(0)) || (word.length() > 2 && Vocabulary.NUMBERS.containsKey(word)));
    }

    private static Optional<Amount> one(Cursor at, int ahead) {
        String word = at.at(ahead).lower();
        if (at.at(ahead).kind() != Word.Kind.PLAIN) {
            return Optional.empty();
        }
        return compact(word)
                .or(() -> half(at, ahead))
                .or(() -> counted(at, ahead))
                .map(it -> andAHalf(at, ahead, it));
    }

    private static Amount andAHalf(Cursor at, int ahead, Amount amount) {
        Long unit = Vocabulary.UNITS.get(at.at(ahead + amount.words - 1).lower());
        if (unit == null || !at.isPhrase(ahead + amount.words, "and a half")) {
            return amount;
        }
        long seconds = amount.seconds + unit / 2;
        return new Amount(amount.words + 3, seconds, text(seconds));
    }

    /** {@code 15m}, {@code 15-minute}, {@code two-hour}, {@code 2h30m}, {@code pt15m}. */
    private static Optional<Amount> compact(String word) {
        Matcher one = COMPACT.matcher(word);
        if (one.matches()) {
            Long unit = Vocabulary.UNITS.get(String.valueOf(one.group(2)));
            if (unit != null) {
                return of(1, new BigDecimal(String.valueOf(one.group(1))), unit);
            }
        }
        int dash = word.lastIndexOf('-');
        if (dash > 0) {
            Long count = Vocabulary.NUMBERS.get(word.substring(0, dash));
            Long unit = Vocabulary.UNITS.get(word.substring(dash + 1));
            if (count != null && unit != null) {
                return of(1, BigDecimal.valueOf(count), unit);
            }
            if (unit != null && word.startsWith("half-")) {
                return Optional.of(new Amount(1, unit / 2, text(unit / 2)));
            }
        }
        Matcher several = SEVERAL.matcher(word);
        if (word.length() < 3 || !several.matches()) {
            return Optional.empty();
        }
        long seconds = 0;
        long[] units = {DAY, 3600, 60, 1};
        for (int i = 0; i < units.length; i++) {
            String digits = several.group(i + 1);
            seconds += digits == null ? 0 : Long.parseLong(digits) * units[i];
        }
        return seconds == 0 ? Optional.empty() : Optional.of(new Amount(1, seconds, text(seconds)));
    }

    /** "half an hour", "half a day", "half hour", "a quarter of an hour". */
    private static Optional<Amount> half(Cursor at, int ahead) {
        int start = at.isPhrase(ahead, "a quarter") || at.isPhrase(ahead, "a half") ? ahead + 1 : ahead;
        int parts = at.is(start, "half") ? 2 : at.is(start, "quarter") ? 4 : 0;
        if (parts == 0) {
            return Optional.empty();
        }
        int unit = start + 1;
        unit += at.is(unit, "of") ? 1 : 0;
        unit += at.is(unit, "a", "an") ? 1 : 0;
        Long seconds = Vocabulary.UNITS.get(at.at(unit).lower());
        return seconds == null || seconds < 60
                ? Optional.empty()
                : Optional.of(new Amount(unit + 1 - ahead, seconds / parts, text(seconds / parts)));
    }

    private static Optional<Amount> counted(Cursor at, int ahead) {
        String word = at.at(ahead).lower();
        boolean isNumeral = NUMBER.matcher(word).matches();
        Long count = Vocabulary.NUMBERS.get(word);
        if (!isNumeral && count == null) {
            return Optional.empty();
        }
        BigDecimal number = count == null ? new BigDecimal(word) : BigDecimal.valueOf(count);
        int next = ahead + 1;
        Long more = Vocabulary.NUMBERS.get(at.at(next).lower());
        if (count != null && more != null && !at.is(next, "a", "an") && (more == 100 || (count >= 20 && more < 10))) {
            number = more == 100 ? number.multiply(BigDecimal.valueOf(100)) : number.add(BigDecimal.valueOf(more));
            next++;
        } else if (at.is(ahead, "a") && at.isPhrase(next, "couple of")) {
            number = BigDecimal.valueOf(2);
            next += 2;
        } else if (at.isPhrase(next, "and a half")) {
            number = number.add(new BigDecimal("0.5"));
            next += 3;
        }
        String unit = at.at(next).lower();
        Long seconds = Vocabulary.UNITS.get(unit);
        // "10 minutes and a d…" does not name a day: a number in words takes a unit in words.
        if (seconds == null || (!isNumeral && unit.length() < 3)) {
            return Optional.empty();
        }
        return of(next + 1 - ahead, number, seconds);
    }

    private static Optional<Amount> of(int words, BigDecimal number, long unit) {
        BigDecimal product = number.multiply(BigDecimal.valueOf(unit));
        if (product.signum() <= 0 || product.stripTrailingZeros().scale() > 0) {
            return Optional.empty();
        }
        long seconds = product.longValueExact();
        boolean isWhole = number.stripTrailingZeros().scale() <= 0;
        return Optional.of(new Amount(words, seconds, isWhole ? text(seconds, unit) : text(seconds)));
    }

    private static String text(long seconds, long unit) {
        if (unit >= DAY) {
            return seconds / DAY + "d";
        }
        return seconds / unit + (unit == 3600 ? "h" : unit == 60 ? "m" : "s");
    }

    /** Hours, minutes and seconds, as in {@code 1h30m}. */
    static String text(long seconds) {
        StringBuilder text = new StringBuilder();
        append(text, seconds / 3600, "h");
        append(text, seconds / 60 % 60, "m");
        append(text, seconds % 60, "s");
        return text.toString();
    }

    private static void append(StringBuilder text, long count, String unit) {
        if (count > 0) {
            text.append(count).append(unit);
        }
    }
}
