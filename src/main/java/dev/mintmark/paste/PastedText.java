package dev.mintmark.paste;

import dev.mintmark.jose.TokenReading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A token in text that a person copied: with a scheme, in a cookie, a URL, a JSON response, quotes or a log line, broken
 * into lines, or encoded once more.
 *
 * @param token the token alone; without one, the text without white space and quotes around it
 * @param wrapping what surrounds the token, each a noun phrase; empty if the text is the token
 * @param instead what the text is if it is not a token
 */
public record PastedText(String token, List<String> wrapping, Optional<TextKind> instead) {
    /** Characters without width that editors, web pages and chat programs insert. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\ufeff\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069]");

    private static final Pattern ENCODED = Pattern.compile("%(?:25)?(2[eE]|7[eE]|3[dD])");
    /** JSON that has tokens' parts as members, of which none is a token. */
    private static final Set<TextKind> SERIALIZATIONS = Set.of(TextKind.JWS_JSON, TextKind.JWE_JSON);
    /** How a token begins that is encoded in base64 once more. */
    private static final String ENCODED_TWICE = "ZXlK";

    public PastedText {
        wrapping = List.copyOf(wrapping);
    }

    /** Reads any text; never throws. The time is linear in its length, which the caller bounds. */
    public static PastedText read(String given) {
        if (TokenText.isBare(given)) {
            return new PastedText(
                    given,
                    List.of(),
                    Optional.of(TextKind.ITSDANGEROUS).filter(kind -> TextPatterns.isItsDangerous(given)));
        }
        Optional<TextKind> json = JsonText.of(given.strip()).filter(SERIALIZATIONS::contains);
        if (json.isPresent()) {
            return new PastedText(given.strip(), List.of(), json);
        }
        List<String> wrapping = new ArrayList<>();
        String text = given;
        if (INVISIBLE.matcher(text).find()) {
            wrapping.add("invisible characters such as a byte order mark or a zero-width space");
            text = INVISIBLE.matcher(text).replaceAll("");
        }
        if (ENCODED.matcher(text).find()) {
            String decoded = ENCODED.matcher(text)
                    .replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 16)));
            if (!Candidate.find(decoded).isEmpty() && Candidate.find(text).isEmpty()) {
                wrapping.add("percent-encoded characters");
                text = decoded;
            }
        }
        return found(text, wrapping).or(() -> encodedTwice(given)).orElseGet(() -> Bare.read(given));
    }

    private static Optional<PastedText> found(String text, List<String> wrapping) {
        List<Candidate> candidates = Candidate.find(text);
        Optional<Surroundings> best = candidates.stream()
                .map(candidate -> Surroundings.before(text, candidate))
                .min(Comparator.comparingInt(Surroundings::rank));
        return best.map(surroundings -> {
            List<String> all = new ArrayList<>(wrapping);
            all.addAll(surroundings.phrases(text));
            if (candidates.size() > 1) {
                all.add(candidates.size() - 1 == 1 ? "another token" : "other tokens");
            }
            return new PastedText(surroundings.candidate().token(), all, Optional.empty());
        });
    }

    /** A token that is encoded in base64 as a whole, as in a Kubernetes secret. */
    private static Optional<PastedText> encodedTwice(String given) {
        String bare = Bare.strip(given).replaceAll("\\s", "");
        if (!bare.startsWith(ENCODED_TWICE)) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(bare.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        String inner = new String(bytes, StandardCharsets.UTF_8);
        return found(inner, List.of("a second base64 encoding"));
    }

    /** Whether the text is a compact JWS or JWE and nothing else. */
    public static boolean isToken(String text) {
        return TokenText.isBare(text);
    }

    public boolean isWrapped() {
        return !wrapping.isEmpty();
    }

    /** Reads the token leniently; nothing if the text is not a token at all. */
    public TokenReading reading() {
        boolean isOther = instead.filter(kind -> kind != TextKind.PARTIAL).isPresent();
        return TokenReading.of(isOther ? "" : token);
    }

    /** What surrounds the token as a list in words. */
    public String wrappingInWords() {
        if (wrapping.size() < 2) {
            return String.join("", wrapping);
        }
        int last = wrapping.size() - 1;
        return String.join(", ", wrapping.subList(0, last)) + " and " + wrapping.get(last);
    }

    @Override
    public String toString() {
        return "PastedText[redacted]";
    }
}
