package dev.mintmark.paste;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.TokenForm;
import dev.mintmark.jose.json.JsonForm;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The characters and lengths by which a compact token is recognised in other text. */
final class TokenText {
    /** How JSON objects begin in base64url: a brace and a quote, white space, an apostrophe or a closing brace. */
    private static final List<String> OBJECT_STARTS = List.of("eyJ", "eyA", "eyc", "ewo", "ew0", "ewk", "e30");
    /** The lengths in bytes of the signatures of RSA keys with 1,024 to 8,192 bits. */
    private static final int[] RSA_BYTES = {128, 192, 256, 384, 512, 1_024};
    /** The lengths in bytes of authentication tags (RFC 7518 section 5). */
    private static final int[] TAG_BYTES = {16, 24, 32};

    private TokenText() {}

    static boolean isBase64Url(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    /** Whether a token can contain the character; includes those of base64, which tokens in wrong encoding have. */
    static boolean isToken(char c) {
        return isBase64Url(c) || ".~+/=".indexOf(c) >= 0;
    }

    /** Whether the text is a token and nothing else: 2 or 4 dots, the base64url alphabet, an object as header. */
    static boolean isBare(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && c != '~' && !isBase64Url(c)) {
                return false;
            }
        }
        int dots = dots(text);
        return startsObject(text, 0) && (dots == 2 || dots == 4) && !text.endsWith("..");
    }

    static boolean startsObject(String text, int at) {
        return OBJECT_STARTS.stream().anyMatch(start -> text.startsWith(start, at));
    }

    /** The number of dots before the disclosures of an SD-JWT. */
    static int dots(CharSequence token) {
        int dots = 0;
        for (int i = 0; i < token.length() && token.charAt(i) != '~'; i++) {
            dots += token.charAt(i) == '.' ? 1 : 0;
        }
        return dots;
    }

    /** The end of the characters of a token that start here. */
    static int runEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isToken(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The possible lengths of the last part in characters, by the algorithm; empty if they are unknown. */
    static Set<Integer> lastPartLengths(String token, int dots) {
        if (dots == 4) {
            return characters(TAG_BYTES);
        }
        JsonNode header = TokenForm.read(token)
                .bytes(0)
                .flatMap(bytes -> JsonForm.read(bytes).value())
                .orElse(MissingNode.getInstance());
        if (header.has("enc")) {
            // Two more parts follow.
            return Set.of(Integer.MAX_VALUE);
        }
        String name = header.path("alg").asText("");
        if (name.equalsIgnoreCase("none")) {
            return Set.of(0);
        }
        Optional<Algorithm> algorithm = Algorithm.parse(name);
        int bytes = algorithm.map(Algorithm::signatureBytes).orElse(0);
        if (bytes > 0) {
            return characters(bytes);
        }
        return algorithm.isPresent() ? characters(RSA_BYTES) : Set.of();
    }

    private static Set<Integer> characters(int... bytes) {
        return Arrays.stream(bytes).mapToObj(count -> (count * 4 + 2) / 3).collect(Collectors.toUnmodifiableSet());
    }
}
