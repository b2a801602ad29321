package dev.mintmark.service.summary;

import dev.mintmark.advice.text.Masking;
import dev.mintmark.advice.text.Patterns;
import java.util.List;
import java.util.stream.Collectors;

/** Values of a token and durations as English text. */
final class Words {
    private static final int MAX_VALUE = 80;
    private static final int MAX_LIST = 3;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long YEAR = 365 * DAY;

    private Words() {}

    /**
     * A value in quotation marks: without control, format and bidirectional characters, cut at 80 characters, masked if it
     * looks like a credential.
     */
    static String quoted(String value) {
        String clean = value.codePoints()
                .filter(Words::isVisible)
                .map(c -> c == '“' || c == '”' ? '"' : c)
                .limit(4L * MAX_VALUE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String shown = Patterns.isSecret(clean) || Patterns.isToken(clean) ? Masking.masked(clean) : clean;
        int[] characters = shown.codePoints().toArray();
        return characters.length <= MAX_VALUE
                ? '“' + shown + '”'
                : '“' + new String(characters, 0, MAX_VALUE - 1) + "…”";
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Quoted values, the first three of them and the number of the rest. */
    static String quoted(List<String> values) {
        List<String> shown = values.stream().limit(MAX_LIST).map(Words::quoted).collect(Collectors.toList());
        if (values.size() > MAX_LIST) {
            shown.add((values.size() - MAX_LIST) + " more");
        }
        return and(shown);
    }

    /** {@code a, b and c}. */
    static String and(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    static String plural(String noun, int count) {
        return count == 1 ? noun : noun + 's';
    }

    /** The two largest units of a duration that is not negative, as in {@code 1 hour and 5 minutes}. */
    static String duration(long seconds) {
        if (seconds >= YEAR) {
            return units(seconds, YEAR, "year", DAY, "day");
        }
        if (seconds >= DAY) {
            return units(seconds, DAY, "day", HOUR, "hour");
        }
        if (seconds >= HOUR) {
            return units(seconds, HOUR, "hour", MINUTE, "minute");
        }
        return seconds >= MINUTE ? units(seconds, MINUTE, "minute", 1, "second") : unit(seconds, "second");
    }

    private static String units(long seconds, long large, String largeName, long small, String smallName) {
        long rest = seconds % large / small;
        String first = unit(seconds / large, largeName);
        return rest == 0 ? first : first + " and " + unit(rest, smallName);
    }

    private static String unit(long count, String name) {
        return count + " " + (count == 1 ? name : name + 's');
    }
}
