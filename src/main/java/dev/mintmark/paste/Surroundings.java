package dev.mintmark.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What surrounds a token in a text.
 *
 * @param candidate the token
 * @param named the scheme and the name before the token, each a noun phrase
 * @param before the text before the token, shortened, and without its scheme
 * @param rank the place among several tokens; the lowest is read
 */
record Surroundings(Candidate candidate, List<String> named, String before, int rank) {
    /** Only this many characters before a token are searched for its name. */
    private static final int MAX_CONTEXT = 512;

    private static final String QUOTES = "\"'`\u00b4\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a";
    private static final String BRACKETS = "()[]{}<>";
    private static final String EDGES = QUOTES + BRACKETS + ",;\\.:!";
    private static final Map<String, String> SCHEMES =
            Map.of("bearer", "Bearer", "dpop", "DPoP", "jwt", "JWT", "token", "Token", "pop", "PoP", "gnap", "GNAP");
    private static final Pattern SCHEME = Pattern.compile(
            "(?i)(?<![A-Za-z0-9_-])(?:(bearer)\\s*:?|(dpop|jwt|pop|gnap|token))(?:%20|\\+|\\s)+[\"'`<]{0,2}$");
    private static final Pattern NAME = Pattern.compile(
            "([A-Za-z0-9_.-]{1,64}+)(\\\\?[\"'`]?\\]?)\\s*(:|=>|=|%3[dD])\\s*(?:\\\\?[\"'`\\[{(]\\s*){0,4}$");
    private static final Pattern COOKIE = Pattern.compile("(?i)(?:^|\\n|[\"' ])(?:set-)?cookie:[^\\n]*$");
    private static final Pattern ECHOED = Pattern.compile("[A-Za-z0-9_.-]{1,32}");
    private static final Set<String> ACCESS = Set.of("access_token", "accesstoken", "authorization");
    private static final Set<String> LAST = Set.of(
            "refresh_token", "refreshtoken", "id_token_hint", "dpop", "client_assertion", "device_secret", "request");

    Surroundings {
        named = List.copyOf(named);
    }

    /** Reads what stands before the token, which decides which of several tokens is read. */
    static Surroundings before(String text, Candidate candidate) {
        String before = text.substring(Math.max(0, candidate.start() - MAX_CONTEXT), candidate.start());
        List<String> phrases = new ArrayList<>();
        int rank = 2;
        Matcher scheme = SCHEME.matcher(before);
        if (scheme.find()) {
            String word = scheme.group(1) == null ? scheme.group(2) : scheme.group(1);
            phrases.add("the scheme " + SCHEMES.get(word.toLowerCase(Locale.ROOT)));
            before = before.substring(0, scheme.start());
            rank = 1;
        }
        Matcher name = NAME.matcher(before);
        if (name.find()) {
            phrases.add(named(before, name));
            rank = rank(name.group(1), rank);
        }
        return new Surroundings(candidate, phrases, before, rank);
    }

    /** All surroundings, each a noun phrase; reads the whole text. */
    List<String> phrases(String text) {
        List<String> phrases = new ArrayList<>(named);
        describe(phrases, text, text.substring(candidate.end()));
        return phrases;
    }

    private static int rank(String name, int rank) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (ACCESS.contains(lower)) {
            return 0;
        }
        return LAST.contains(lower) ? 4 : rank;
    }

    private void describe(List<String> phrases, String text, String after) {
        boolean isKnown = !named.isEmpty();
        boolean quoted = contains(before, QUOTES) || contains(after, QUOTES);
        boolean bracketed = contains(before, BRACKETS) || contains(after, BRACKETS);
        boolean otherBefore = !isKnown && !stripEnd(before).isEmpty();
        boolean otherAfter = !isKnown && !stripStart(after).isEmpty();
        if (quoted && phrases.isEmpty() && !otherBefore && !otherAfter) {
            phrases.add("quotes");
        } else if (bracketed && phrases.isEmpty() && !otherBefore && !otherAfter) {
            phrases.add("brackets");
        }
        if (otherBefore) {
            phrases.add("other text before the token");
        }
        if (otherAfter) {
            phrases.add("other text after the token");
        }
        if (candidate.hasLineBreaks()) {
            phrases.add("line breaks inside the token");
        }
        if (candidate.hasSpaces()) {
            phrases.add("spaces inside the token");
        }
        if (phrases.isEmpty() && !text.equals(candidate.token())) {
            phrases.add((before + after).replace('\u00a0', ' ').isBlank() ? "white space" : "punctuation");
        }
    }

    private static String named(String before, Matcher name) {
        String shown = ECHOED.matcher(name.group(1)).matches() ? " " + name.group(1) : "";
        String head = before.substring(0, name.start());
        boolean assigned = !name.group(3).startsWith(":");
        if (assigned && COOKIE.matcher(head + ' ').find()) {
            return "the cookie" + shown;
        }
        if (assigned && (head.endsWith("#") || head.endsWith("?") || head.endsWith("&"))) {
            int start = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'));
            boolean fragment = head.indexOf('#', Math.max(0, start)) >= 0;
            return (fragment ? "the URL fragment parameter" : "the URL or form parameter") + shown;
        }
        boolean isQuoted = !name.group(2).isEmpty();
        if (isQuoted && !assigned) {
            return "the JSON member" + shown;
        }
        boolean isHeader = name.group(1).toLowerCase(Locale.ROOT).matches("(?:proxy-)?authorization|x-[a-z0-9-]+|dpop");
        if (isHeader) {
            return "the header field" + shown;
        }
        return "the name" + shown;
    }

    private static boolean contains(String text, String characters) {
        return text.chars().anyMatch(c -> characters.indexOf(c) >= 0);
    }

    private static boolean isEdge(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || EDGES.indexOf(c) >= 0;
    }

    private static String stripEnd(String text) {
        int end = text.length();
        while (end > 0 && isEdge(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String stripStart(String text) {
        int start = 0;
        while (start < text.length() && isEdge(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }
}
