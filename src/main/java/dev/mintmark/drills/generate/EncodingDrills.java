package dev.mintmark.drills.generate;

import static dev.mintmark.drills.generate.ControlDrills.inputOf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mintmark.drills.DrillToken;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.json.JsonMembers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Other texts of a good token, and texts that are not a token. */
final class EncodingDrills {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int DOTS = 100_000;
    private static final int OVERSIZE = 16_384;

    private EncodingDrills() {}

    static Map<String, DrillGenerator> all() {
        return Map.of(
                "b64-standard-alphabet", EncodingDrills::standardAlphabet,
                "b64-padding", EncodingDrills::padding,
                "b64-foreign-characters", EncodingDrills::foreignCharacters,
                "b64-unused-bits", EncodingDrills::unusedBits,
                "dots-100k", drill -> Outcome.of(".".repeat(DOTS)),
                "es256-oversize-signature",
                        drill -> drill.withEc(key -> Outcome.of(DrillContext.encoded(drill.header(key))
                                + '.'
                                + DrillContext.encoded(drill.claims())
                                + '.'
                                + "A".repeat(OVERSIZE))),
                "five-dots", EncodingDrills::furtherParts,
                "json-serialization", EncodingDrills::jsonSerialization,
                "json-compact-polyglot", EncodingDrills::polyglot);
    }

    /** A signature in which both alphabets differ; one in ten thousand has no such character. */
    private static Outcome standardAlphabet(DrillContext drill) {
        String token = drill.good();
        while (!signature(token).matches(".*[-_].*")) {
            token = drill.good();
        }
        return Outcome.of(
                inputOf(token) + '.' + signature(token).replace('-', '+').replace('_', '/'));
    }

    private static Outcome padding(DrillContext drill) {
        String token = drill.good();
        String header = DrillContext.encoded(drill.header());
        // A header whose length needs no padding gets a longer, unknown parameter.
        for (int i = 1; header.length() % 4 == 0; i++) {
            header = DrillContext.encoded(drill.header("x-pad", "x".repeat(i)));
        }
        String input = header + pad(header) + '.' + DrillContext.encoded(drill.claims());
        byte[] signed = drill.keys().base().sign(input.getBytes(StandardCharsets.US_ASCII));
        return Outcome.of(
                DrillToken.of("signature", token + (pad(signature(token)).isEmpty() ? "====" : pad(signature(token)))),
                DrillToken.of("header", input + '.' + Base64Url.encode(signed)));
    }

    private static String pad(String segment) {
        return "=".repeat((4 - segment.length() % 4) % 4);
    }

    private static Outcome foreignCharacters(DrillContext drill) {
        String token = drill.good();
        int middle = token.length() - signature(token).length() / 2;
        return Outcome.of(
                DrillToken.of("space", token.substring(0, middle) + ' ' + token.substring(middle)),
                DrillToken.of("line feed", token.substring(0, middle) + '\n' + token.substring(middle)),
                DrillToken.of("question mark", token.substring(0, middle) + '?' + token.substring(middle)),
                DrillToken.of("after", token + '?'));
    }

    private static Outcome unusedBits(DrillContext drill) {
        String token = drill.keys()
                .ec()
                .map(key -> drill.signed(key, drill.header(key), drill.claims()))
                .orElseGet(drill::good);
        if (signature(token).length() % 4 == 0) {
            return Outcome.skipped("The signature of this key has no unused bits");
        }
        int last = token.length() - 1;
        // The last character of a canonical encoding has zeros as unused bits, so its successor differs in one of them.
        char changed = ALPHABET.charAt(ALPHABET.indexOf(token.charAt(last)) + 1);
        return Outcome.of(token.substring(0, last) + changed);
    }

    private static Outcome furtherParts(DrillContext drill) {
        String token = drill.good();
        return Outcome.of(DrillToken.of("dot", token + '.'), DrillToken.of("part", token + ".x"));
    }

    private static Outcome jsonSerialization(DrillContext drill) {
        String[] parts = drill.good().split("\\.", -1);
        JsonMembers flattened = JsonMembers.builder()
                .put("payload", parts[1])
                .put("protected", parts[0])
                .put("signature", parts[2])
                .build();
        var signatures = JsonNodeFactory.instance
                .arrayNode()
                .add(flattened.without(List.of("payload")).json());
        JsonMembers general = JsonMembers.builder()
                .put("payload", parts[1])
                .put("signatures", signatures)
                .build();
        return Outcome.of(DrillToken.of("flattened", text(flattened)), DrillToken.of("general", text(general)));
    }

    /** Between the only two dots stands a payload that no one signed. */
    private static Outcome polyglot(DrillContext drill) {
        String[] parts = drill.good().split("\\.", -1);
        String forged = DrillContext.encoded(drill.claims("sub", "admin"));
        return Outcome.of("{\"  " + parts[0] + '.' + forged + ".\":\"\",\"protected\":\"" + parts[0]
                + "\",\"payload\":\"" + parts[1] + "\",\"signature\":\"" + parts[2] + "\"}");
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }

    private static String text(JsonMembers json) {
        return new String(json.bytes(), StandardCharsets.UTF_8);
    }
}
