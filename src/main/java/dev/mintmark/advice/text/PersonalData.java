package dev.mintmark.advice.text;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises personal and financial data by its form. All patterns are linear or bounded. */
public final class PersonalData {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}\\.[^@\\s.]{2,63}");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{7,14}");
    private static final Pattern SSN = Pattern.compile("(?!000|666|9\\d\\d)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}");
    private static final Pattern NINE_DIGITS = Pattern.compile("(?!000|666|9\\d\\d)\\d{3}(?!00)\\d{2}(?!0000)\\d{4}");
    private static final Pattern CARD = Pattern.compile("(?<![\\w.-])\\d(?:[ -]?\\d){12,18}(?![\\w-])");
    private static final Pattern IBAN =
            Pattern.compile("(?<!\\w)[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\\w)");
    /** First digits of the card schemes, with the lengths of their numbers. */
    private static final Pattern SCHEME = Pattern.compile("4(?:\\d{12}|\\d{15}|\\d{18})"
            + "|5[1-5]\\d{14}|2(?:22[1-9]|2[3-9]\\d|[3-6]\\d\\d|7[01]\\d|720)\\d{12}"
            + "|3[47]\\d{13}|3(?:0[0-5]|[68]\\d)\\d{11}|35\\d{14}"
            + "|6(?:011|5\\d\\d|4[4-9]\\d|2\\d\\d|304|759|76[1-3])\\d{12}|50\\d{14}|5[6-8]\\d{14}");

    private static final int MAX_LENGTH = 16_384;
    private static final int MIN_CARD_DIGITS = 13;
    private static final int MIN_IBAN = 15;

    private static final Map<String, Integer> IBAN_LENGTHS = Map.ofEntries(
            Map.entry("AD", 24),
            Map.entry("AE", 23),
            Map.entry("AL", 28),
            Map.entry("AT", 20),
            Map.entry("BA", 20),
            Map.entry("BE", 16),
            Map.entry("BG", 22),
            Map.entry("BH", 22),
            Map.entry("BR", 29),
            Map.entry("CH", 21),
            Map.entry("CR", 22),
            Map.entry("CY", 28),
            Map.entry("CZ", 24),
            Map.entry("DE", 22),
            Map.entry("DK", 18),
            Map.entry("DO", 28),
            Map.entry("EE", 20),
            Map.entry("EG", 29),
            Map.entry("ES", 24),
            Map.entry("FI", 18),
            Map.entry("FO", 18),
            Map.entry("FR", 27),
            Map.entry("GB", 22),
            Map.entry("GE", 22),
            Map.entry("GI", 23),
            Map.entry("GL", 18),
            Map.entry("GR", 27),
            Map.entry("HR", 21),
            Map.entry("HU", 28),
            Map.entry("IE", 22),
            Map.entry("IL", 23),
            Map.entry("IS", 26),
            Map.entry("IT", 27),
            Map.entry("JO", 30),
            Map.entry("KW", 30),
            Map.entry("KZ", 20),
            Map.entry("LB", 28),
            Map.entry("LI", 21),
            Map.entry("LT", 20),
            Map.entry("LU", 20),
            Map.entry("LV", 21),
            Map.entry("MC", 27),
            Map.entry("MD", 24),
            Map.entry("ME", 22),
            Map.entry("MK", 19),
            Map.entry("MT", 31),
            Map.entry("NL", 18),
            Map.entry("NO", 15),
            Map.entry("PK", 24),
            Map.entry("PL", 28),
            Map.entry("PT", 25),
            Map.entry("QA", 29),
            Map.entry("RO", 24),
            Map.entry("RS", 22),
            Map.entry("SA", 24),
            Map.entry("SE", 24),
            Map.entry("SI", 19),
            Map.entry("SK", 24),
            Map.entry("SM", 27),
            Map.entry("TN", 24),
            Map.entry("TR", 26),
            Map.entry("UA", 29));

    private PersonalData() {}

    static boolean isEmail(String text) {
        return text.indexOf('@') > 0 && EMAIL.matcher(text).matches();
    }

    public static boolean isContact(String text) {
        return isEmail(text) || (text.startsWith("+") && PHONE.matcher(text).matches());
    }

    public static boolean isSocialSecurityNumber(String text) {
        return text.length() == 11 && SSN.matcher(text).matches();
    }

    /** Nine digits that could be one: not sufficient without a member name that says so. */
    public static boolean couldBeSocialSecurityNumber(String text) {
        return text.length() == 9 && NINE_DIGITS.matcher(text).matches();
    }

    /** Whether it contains a payment card number with a correct check digit (Luhn). */
    public static boolean hasCardNumber(String text) {
        if (text.length() < MIN_CARD_DIGITS || text.length() > MAX_LENGTH || !hasDigitsOfCard(text)) {
            return false;
        }
        Matcher matcher = CARD.matcher(text);
        while (matcher.find()) {
            String digits = matcher.group().replace(" ", "").replace("-", "");
            if (SCHEME.matcher(digits).matches() && luhn(digits)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text has as many digits as a card with only separators between them: cheaper than the pattern. */
    private static boolean hasDigitsOfCard(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                if (++digits == MIN_CARD_DIGITS) {
                    return true;
                }
            } else if (c != ' ' && c != '-') {
                digits = 0;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    /** Whether it contains an IBAN of its country's length with correct check digits (ISO 13616). */
    public static boolean hasIban(String text) {
        if (text.length() < MIN_IBAN || text.length() > MAX_LENGTH || !hasIbanStart(text)) {
            return false;
        }
        Matcher matcher = IBAN.matcher(text);
        while (matcher.find()) {
            String iban = matcher.group().replace(" ", "").toUpperCase(Locale.ROOT);
            if (IBAN_LENGTHS.getOrDefault(iban.substring(0, 2), 0) == iban.length() && mod97(iban) == 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text has a country code and check digits: rare, and cheaper than the pattern. */
    private static boolean hasIbanStart(String text) {
        for (int i = 3; i < text.length(); i++) {
            if (isDigit(text.charAt(i))
                    && isDigit(text.charAt(i - 1))
                    && Character.isUpperCase(text.charAt(i - 2))
                    && Character.isUpperCase(text.charAt(i - 3))) {
                return true;
            }
        }
        return false;
    }

    private static int mod97(String iban) {
        String moved = iban.substring(4) + iban.substring(0, 4);
        int remainder = 0;
        for (int i = 0; i < moved.length(); i++) {
            int value = Character.digit(moved.charAt(i), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder;
    }
}
