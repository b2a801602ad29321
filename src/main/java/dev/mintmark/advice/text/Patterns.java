package dev.mintmark.advice.text;

import java.util.List;
import java.util.regex.Pattern;

/** Patterns of credentials and tokens. All are linear or bounded: hostile text cannot cause backtracking. */
public final class Patterns {
    /** Only this many first characters of a text are searched. */
    private static final int MAX_LENGTH = 16_384;

    /** A credential: a substring that every match contains, and the pattern. */
    private record Credential(String name, String mark, Pattern pattern) {
        static Credential of(String name, String mark, String pattern) {
            return new Credential(name, mark, Pattern.compile(pattern));
        }

        boolean isIn(String text) {
            return text.contains(mark) && pattern.matcher(text).find();
        }
    }

    private static final List<Credential> CREDENTIALS = List.of(
            Credential.of("private key in PEM", "-----", "(?i)-----BEGIN[ A-Z0-9_-]{0,100}PRIVATE KEY(?: BLOCK)?-----"),
            Credential.of("AWS access key", "AKIA", "\\bAKIA[A-Z2-7]{16}\\b"),
            Credential.of("AWS access key", "ASIA", "\\bASIA[A-Z2-7]{16}\\b"),
            Credential.of("AWS access key", "ABIA", "\\bABIA[A-Z2-7]{16}\\b"),
            Credential.of("AWS access key", "ACCA", "\\bACCA[A-Z2-7]{16}\\b"),
            Credential.of("AWS access key", "A3T", "\\bA3T[A-Z0-9][A-Z2-7]{16}\\b"),
            Credential.of("GitHub token", "gh", "gh[pousr]_[0-9a-zA-Z]{36}"),
            Credential.of("GitHub token", "github_pat_", "github_pat_\\w{82}"),
            Credential.of("GitLab token", "glpat-", "glpat-[\\w-]{20}"),
            Credential.of("Slack token", "xox", "xox[bp]-[0-9]{10,13}-[0-9]{10,13}[a-zA-Z0-9-]*"),
            Credential.of("Stripe key", "k_", "\\b(?:sk|rk)_(?:test|live|prod)_[a-zA-Z0-9]{10,99}"),
            Credential.of("Google API key", "AIza", "\\bAIza[\\w-]{35}"),
            Credential.of("Anthropic key", "sk-ant-", "sk-ant-api03-[a-zA-Z0-9_-]{93}AA"),
            Credential.of("OpenAI key", "T3BlbkFJ", "T3BlbkFJ"),
            Credential.of("npm token", "npm_", "npm_[A-Za-z0-9]{36}"),
            Credential.of("Vault token", "hvs.", "hvs\\.[\\w-]{90,120}"),
            Credential.of("SendGrid key", "SG.", "SG\\.[\\w.=-]{66}"),
            Credential.of("URL with a password", "@", "://[^/\\s:@]{1,256}:[^/\\s:@]{1,256}@"));

    private static final SubstringPrefilter MARKS =
            SubstringPrefilter.of(CREDENTIALS.stream().map(Credential::mark).toList());

    private static final Pattern TOKEN =
            Pattern.compile("ey[A-Za-z0-9_-]{10,}+\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]*+(?:\\.[A-Za-z0-9_-]++){0,2}");

    private Patterns() {}

    /** The name of the credential that the text contains; the empty string if it contains none. */
    public static String credential(String text) {
        if (text.length() < 8) {
            return "";
        }
        String start = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        if (!MARKS.isIn(start)) {
            return "";
        }
        for (Credential credential : CREDENTIALS) {
            if (credential.isIn(start)) {
                return credential.name();
            }
        }
        return "";
    }

    public static boolean isSecret(String text) {
        return !credential(text).isEmpty();
    }

    /** Whether it is a compact JWS or JWE. */
    public static boolean isToken(String text) {
        return text.startsWith("ey") && TOKEN.matcher(text).matches();
    }
}
