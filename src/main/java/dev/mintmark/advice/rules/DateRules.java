package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.LOW;
import static dev.mintmark.advice.Severity.MEDIUM;
import static dev.mintmark.advice.SubjectType.SPEC;
import static dev.mintmark.advice.SubjectType.TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.advice.DateClaims;
import dev.mintmark.advice.Findings;
import dev.mintmark.advice.Rule;
import dev.mintmark.advice.TokenView;
import dev.mintmark.advice.text.Masking;
import java.math.BigDecimal;
import java.util.List;

/** The form of dates (NumericDate, RFC 7519 section 2). */
final class DateRules {
    private static final List<String> DATES = List.of("exp", "nbf", "iat", "auth_time", "updated_at", "toe");

    private static final BigDecimal YEAR_9999 = BigDecimal.valueOf(DateClaims.YEAR_9999);
    private static final BigDecimal MICROSECONDS = BigDecimal.valueOf(100_000_000_000_000L);
    private static final BigDecimal NANOSECONDS = BigDecimal.valueOf(100_000_000_000_000_000L);
    /** Above it, a number is not a date in any unit. */
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(20);

    /** More digits than a date has: stripping zeros of a long number takes time. */
    private static final int MAX_DIGITS = 40;

    private static final long TEN_YEARS = 315_360_000;

    static final List<Rule> RULES = List.of(
            Rule.named("date-in-milliseconds", HIGH)
                    .title("A date in milliseconds")
                    .in(TOKEN, SPEC)
                    .when("exp, nbf, iat, auth_time, updated_at or toe is after the year 9999 in seconds: milliseconds,"
                            + " microseconds or nanoseconds")
                    .why("A token for 5 minutes becomes a token for 50,000 years")
                    .fix("Use seconds since 1970: divide by 1,000 (in JavaScript Math.floor(Date.now() / 1000))")
                    .see("RFC 7519 2")
                    .claims((token, found) -> each(token, found, DateRules::milliseconds))
                    .rule(),
            Rule.named("date-not-number", HIGH)
                    .title("A date that is not a number")
                    .in(TOKEN, SPEC)
                    .when("A date claim is a string, boolean, null, array or object")
                    .why("Some libraries reject the token, others skip the check, so that it never expires")
                    .fix("Write a JSON number: seconds since 1970, without quotes")
                    .see("RFC 7519 2, 4.1.4-4.1.6")
                    .claims((token, found) -> each(token, found, DateRules::notNumber))
                    .rule(),
            Rule.named("date-not-integer", LOW)
                    .title("A date with a fraction or exponent")
                    .in(TOKEN, SPEC)
                    .when("A date claim has a fraction or an exponent, as in 1.7e9")
                    .why("It is allowed, but libraries truncate, round or reject it")
                    .fix("Use whole seconds")
                    .see("RFC 7519 2")
                    .claims((token, found) -> each(token, found, DateRules::notInteger))
                    .rule(),
            Rule.named("date-out-of-range", HIGH, MEDIUM)
                    .title("A date out of range")
                    .in(TOKEN, SPEC)
                    .when("A date is zero, negative or after the year 9999; exp more than 10 years ahead (medium)")
                    .why("An overflow turns \"never\" into \"expired\", or \"expired\" into \"never\"")
                    .fix("Set a real date; do not use a far date for \"never\"")
                    .see("RFC 7493 2.2", "CWE-190")
                    .claims(DateRules::outOfRange)
                    .rule());

    private interface Look {
        void at(String where, JsonNode value, Findings found);
    }

    private DateRules() {}

    private static void each(TokenView token, Findings found, Look look) {
        for (String name : DATES) {
            JsonNode value = token.claims().get(name);
            if (value != null) {
                look.at("/payload/" + name, value, found);
            }
        }
    }

    private static void milliseconds(String where, JsonNode value, Findings found) {
        if (!value.isNumber() || !isAfterYear9999(value) || !isBelow(value, LARGEST)) {
            return;
        }
        String unit = isBelow(value, MICROSECONDS)
                ? "milliseconds"
                : isBelow(value, NANOSECONDS) ? "microseconds" : "nanoseconds";
        found.at(where, Masking.of(value), "This date is in " + unit + "; JWTs count seconds");
    }

    private static void notNumber(String where, JsonNode value, Findings found) {
        if (!value.isNumber()) {
            found.at(where, Masking.of(value), "This date is not a number");
        }
    }

    private static void notInteger(String where, JsonNode value, Findings found) {
        if (value.isFloatingPointNumber()) {
            boolean whole = value.canConvertToLong() && isWhole(value.decimalValue());
            found.at(
                    where,
                    Masking.of(value),
                    whole
                            ? "This date is a whole number written with a fraction or an exponent"
                            : "This date is not a whole number of seconds");
        }
    }

    /** Whether only the spelling has a fraction or an exponent (RFC 8259 section 6), as in 1.7e9. */
    private static boolean isWhole(BigDecimal value) {
        return value.precision() <= MAX_DIGITS && value.stripTrailingZeros().scale() <= 0;
    }

    private static void outOfRange(TokenView token, Findings found) {
        each(token, found, DateRules::outOfRange);
        token.date("exp").ifPresent(exp -> {
            if (exp - token.context().seconds() > TEN_YEARS) {
                found.at("/payload/exp", MEDIUM, "exp is more than 10 years ahead");
            }
        });
    }

    private static void outOfRange(String where, JsonNode value, Findings found) {
        if (value.isNumber() && (isBelow(value, BigDecimal.ONE) || !isBelow(value, LARGEST))) {
            found.at(where, Masking.of(value), "This date is not between 1970 and the year 9999");
        }
    }

    private static boolean isAfterYear9999(JsonNode value) {
        return !isBelow(value, YEAR_9999.add(BigDecimal.ONE));
    }

    private static boolean isBelow(JsonNode value, BigDecimal bound) {
        return (value.canConvertToLong() && value.isIntegralNumber())
                ? value.asLong() < bound.longValue()
                : value.decimalValue().compareTo(bound) < 0;
    }
}
