package dev.mintmark.drills.generate;

import dev.mintmark.drills.DrillToken;
import dev.mintmark.jose.json.JsonMembers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Signed bytes that are not the JSON of a JWT. */
final class JsonDrills {
    private static final int DEPTH = 100_000;
    private static final int LARGE = 64 * 1024;

    private JsonDrills() {}

    static Map<String, DrillGenerator> all() {
        return Map.of(
                "dup-header-alg", JsonDrills::twoAlgorithms,
                "dup-claim",
                        drill -> Outcome.of(
                                DrillToken.of("plain", payload(drill, subjects(drill, "sub"))),
                                DrillToken.of("escaped", payload(drill, subjects(drill, "s\\u0075b")))),
                "json-trailing", JsonDrills::almostJson,
                "utf8-invalid", JsonDrills::invalidUtf8,
                "payload-not-object",
                        drill -> Outcome.of(
                                DrillToken.of("array", payload(drill, "[1]")),
                                DrillToken.of("string", payload(drill, "\"x\"")),
                                DrillToken.of("number", payload(drill, "5")),
                                DrillToken.of("null", payload(drill, "null")),
                                DrillToken.of("empty", payload(drill, ""))),
                "payload-deep",
                        drill -> Outcome.of(payload(
                                drill, append(drill.claims(), "\"deep\":" + "[".repeat(DEPTH) + "]".repeat(DEPTH)))),
                "token-64k", drill -> Outcome.of(drill.signed(drill.claims("large", "x".repeat(LARGE)))));
    }

    private static Outcome twoAlgorithms(DrillContext drill) {
        String real = "\"alg\":\"" + drill.keys().base().algorithm().joseName() + "\"";
        String rest = text(drill.header().without(List.of("alg"))).substring(1);
        byte[] claims = drill.claims().bytes();
        return Outcome.of(
                DrillToken.of("none first", drill.signed(utf8("{\"alg\":\"none\"," + real + ',' + rest), claims)),
                DrillToken.of("none last", drill.signed(utf8('{' + real + ",\"alg\":\"none\"," + rest), claims)));
    }

    private static String subjects(DrillContext drill, String second) {
        return append(drill.claims(), '"' + second + "\":\"admin\"");
    }

    private static Outcome almostJson(DrillContext drill) {
        String good = text(drill.claims());
        JsonMembers endless = drill.claims().without(List.of("exp"));
        return Outcome.of(
                DrillToken.of("text", payload(drill, good + 'x')),
                DrillToken.of("comma", payload(drill, good.substring(0, good.length() - 1) + ",}")),
                DrillToken.of("byte order mark", payload(drill, '\ufeff' + good)),
                DrillToken.of("NaN", payload(drill, append(endless, "\"exp\":NaN"))));
    }

    private static Outcome invalidUtf8(DrillContext drill) {
        byte[] json = drill.claims("name", "?").bytes();
        ByteArrayOutputStream changed = new ByteArrayOutputStream(json.length);
        for (byte each : json) {
            changed.write(each == '?' ? 0xFF : each);
        }
        return Outcome.of(drill.signed(drill.header().bytes(), changed.toByteArray()));
    }

    /** The claims with a further member as text. */
    static String append(JsonMembers claims, String member) {
        String json = text(claims);
        return json.substring(0, json.length() - 1) + ',' + member + '}';
    }

    static String payload(DrillContext drill, String json) {
        return drill.signed(drill.header().bytes(), utf8(json));
    }

    private static String text(JsonMembers json) {
        return new String(json.bytes(), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
