package dev.mintmark.cli;

import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.UnmatchedArgumentException;

/** The message for a word that no command takes. A word is repeated only if it looks like a name. */
final class UnknownWord {
    private static final Pattern NAME = Pattern.compile("-{0,2}[A-Za-z][A-Za-z0-9-]{0,31}");

    private UnknownWord() {}

    static String message(UnmatchedArgumentException e) {
        String word = e.getUnmatched().get(0);
        // The value of an unknown option may be a secret.
        String name = word.startsWith("-") ? word.split("=", 2)[0] : word;
        boolean isOption = word.startsWith("-");
        String what = isOption ? "Unknown option" : "Unknown word";
        if (!NAME.matcher(name).matches()) {
            return what + '.';
        }
        List<String> similar = e.getSuggestions();
        String hint = similar.isEmpty() ? "" : " Did you mean " + String.join(" or ", similar) + '?';
        return what + ' ' + name + '.' + hint;
    }
}
