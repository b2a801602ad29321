package dev.mintmark.advice.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises member names that denote credentials. */
public final class CredentialNames {
    private static final Pattern NAME =
            Pattern.compile("(?:.*[_.:/-])?(?:pass(?:word|wd|phrase)?|pwd|secret|client_?secret|api_?key|private_?key"
                    + "|access_?token|refresh_?token|id_?token|bearer|credentials?|otp|pin|cvv2?|cvc2?"
                    + "|security_?answer)");
    private static final Pattern CAMEL_CASE = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    /** Every matching name contains one of these. */
    private static final SubstringPrefilter STEMS = SubstringPrefilter.of(
            List.of("pass", "pwd", "secret", "key", "token", "bearer", "credential", "otp", "pin", "cv", "answer"));

    private static final int MAX_LENGTH = 128;

    private CredentialNames() {}

    public static boolean isOne(String name) {
        if (name.length() < 3 || name.length() > MAX_LENGTH) {
            return false;
        }
        if (!STEMS.isIn(name.toLowerCase(Locale.ROOT))) {
            return false;
        }
        String words = CAMEL_CASE.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
        return NAME.matcher(words).matches();
    }
}
