package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.LOW;
import static dev.mintmark.advice.Severity.MEDIUM;
import static dev.mintmark.advice.rules.RuleCase.encoded;
import static dev.mintmark.advice.rules.RuleCase.raw;
import static dev.mintmark.advice.rules.RuleCase.spec;
import static dev.mintmark.advice.rules.RuleCase.token;

import dev.mintmark.advice.Subject;
import dev.mintmark.jose.Base64Url;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Cases of {@link FormRules}. */
final class FormCases {
    private static final String HEADER = "{'alg':'HS256','typ':'JWT'}";
    private static final String CLAIMS = "{'sub':'a'}";
    private static final Subject PLAIN = token(HEADER, CLAIMS);
    private static final String TEXT = encoded(HEADER) + '.' + encoded(CLAIMS) + '.' + "A".repeat(43);

    static final List<RuleCase> ALL = List.of(
            new RuleCase("token-malformed", HIGH, "/token", raw(TEXT + ".A"), PLAIN),
            new RuleCase("token-malformed", HIGH, "/token", raw("nothing"), raw(TEXT + ".A.A")),
            new RuleCase("token-malformed", HIGH, "/token", raw(".".repeat(60_000)), PLAIN),
            new RuleCase("token-malformed", HIGH, "/header", raw("." + encoded(CLAIMS) + ".AA"), PLAIN),
            new RuleCase("token-malformed", HIGH, "/header", raw("AAAA." + encoded(CLAIMS) + ".AA"), PLAIN),
            new RuleCase("token-malformed", HIGH, "/payload", raw(encoded(HEADER) + "..AA"), PLAIN),
            new RuleCase("token-json-serialization", HIGH, "/token", raw(" {\"payload\":\"e30\"}"), PLAIN),
            new RuleCase(
                    "base64url-not-canonical",
                    HIGH,
                    "/header",
                    raw(encoded(HEADER) + "=." + encoded(CLAIMS) + ".AA"),
                    PLAIN),
            new RuleCase("base64url-not-canonical", HIGH, "/payload", raw(encoded(HEADER) + ".e30*.AA"), PLAIN),
            new RuleCase("base64url-not-canonical", HIGH, "/signature", raw(encoded(HEADER) + ".e30.AB"), PLAIN),
            new RuleCase(
                    "base64url-not-canonical",
                    HIGH,
                    "/signature",
                    raw(encoded(HEADER) + ".e30.A+/A"),
                    raw(encoded(HEADER) + ".e30.A-_A")),
            new RuleCase(
                    "json-duplicate-member",
                    HIGH,
                    "/header/alg",
                    token("{'alg':'none','\\u0061lg':'HS256'}", CLAIMS),
                    PLAIN),
            new RuleCase(
                    "json-duplicate-member",
                    HIGH,
                    "/payload/a/0/b",
                    token(HEADER, "{'a':[{'b':1,'b':1}]}"),
                    token(HEADER, "{'a':[{'b':1},{'b':1}]}")),
            new RuleCase("json-not-strict", MEDIUM, "/payload", token(HEADER, "{'sub':'a',}"), PLAIN),
            new RuleCase(
                    "json-not-strict",
                    MEDIUM,
                    "/payload",
                    token(HEADER, "{'sub':'a'} x"),
                    token(HEADER, " {'sub':'a'} \n")),
            new RuleCase("json-not-strict", MEDIUM, "/payload", token(HEADER, "['a']"), PLAIN),
            new RuleCase("json-not-strict", MEDIUM, "/header", token("{'alg':NaN}", CLAIMS), PLAIN),
            new RuleCase(
                    "json-not-strict", MEDIUM, "/payload", raw(encoded(HEADER) + '.' + bytes(0xff) + ".AA"), PLAIN),
            new RuleCase("json-too-deep", MEDIUM, "/payload", token(HEADER, nested(21)), token(HEADER, nested(20))),
            new RuleCase("json-too-deep", MEDIUM, "/payload", token(HEADER, nested(5_000)), PLAIN),
            new RuleCase("json-too-deep", MEDIUM, "/payload", spec(HEADER, nested(21)), spec(HEADER, nested(20))),
            new RuleCase("json-too-deep", MEDIUM, "/payload/a", spec(HEADER, members(257)), spec(HEADER, members(256))),
            new RuleCase("json-too-deep", MEDIUM, "/payload/a", spec(HEADER, text(16_385)), spec(HEADER, text(16_384))),
            new RuleCase("token-wrapped", LOW, "/token", raw("Bearer " + TEXT), raw(TEXT)),
            new RuleCase("token-wrapped", LOW, "/token", raw("{\"token\":\"" + TEXT + "\"}"), raw(TEXT)),
            new RuleCase("token-wrapped", LOW, "/token", raw(TEXT + "\n"), raw(TEXT)),
            new RuleCase("token-wrapped", LOW, "/token", raw('"' + TEXT + '"'), raw(TEXT)),
            new RuleCase("token-too-large", LOW, "/token", sized(4_001), sized(4_000)),
            new RuleCase("token-too-large", MEDIUM, "/token", sized(8_001), sized(8_000)),
            new RuleCase("token-too-large", HIGH, "/token", sized(16_001), sized(16_000)),
            new RuleCase("token-too-large", LOW, "/token", spec(HEADER, text(3_000)), spec(HEADER, text(2_800))));

    private FormCases() {}

    private static String bytes(int value) {
        byte[] start = "{\"a\":\"".getBytes(StandardCharsets.UTF_8);
        byte[] json = java.util.Arrays.copyOf(start, start.length + 3);
        json[start.length] = (byte) value;
        json[start.length + 1] = '"';
        json[start.length + 2] = '}';
        return Base64Url.encode(json);
    }

    /** An object with nested arrays and this many levels in total. */
    private static String nested(int levels) {
        return "{'a':" + "[".repeat(levels - 1) + "]".repeat(levels - 1) + "}";
    }

    private static String members(int count) {
        StringBuilder json = new StringBuilder("{'a':{'m0':0");
        for (int i = 1; i < count; i++) {
            json.append(",'m").append(i).append("':0");
        }
        return json.append("}}").toString();
    }

    private static String text(int length) {
        return "{'a':'" + "x".repeat(length) + "'}";
    }

    /** A text of this many characters with arbitrary content. */
    private static Subject sized(int bytes) {
        String start = encoded(HEADER) + ".e30.";
        return raw(start + "A".repeat(bytes - start.length()));
    }
}
