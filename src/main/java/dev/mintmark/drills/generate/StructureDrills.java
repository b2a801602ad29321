package dev.mintmark.drills.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.drills.DrillToken;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.Jwe;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.jose.json.StrictJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

/** {@code crit}, {@code b64}, nesting and encryption. */
final class StructureDrills {
    private static final int BOMB_BYTES = 10 * 1024 * 1024;
    private static final long ITERATIONS = Integer.MAX_VALUE;

    private StructureDrills() {}

    /** The bomb, compressed once. */
    private static final class Bomb {
        static final byte[] DEFLATED = deflate();
    }

    static Map<String, DrillGenerator> all() {
        return Map.of(
                "crit-unknown",
                        drill -> Outcome.of(drill.signed(
                                drill.header().toBuilder()
                                        .put("crit", List.of("x-policy"))
                                        .put("x-policy", "require-mfa")
                                        .build(),
                                drill.claims())),
                "crit-malformed", StructureDrills::malformedCrit,
                "b64-false", drill -> unencoded(drill, List.of("b64")),
                "b64-false-no-crit", drill -> unencoded(drill, List.of()),
                "jwe-unsigned",
                        drill -> encrypted(
                                drill, encryption("JWT"), drill.claims().bytes()),
                "jwe-zip-bomb",
                        drill -> encrypted(
                                drill,
                                encryption("JWT").toBuilder().put("zip", "DEF").build(),
                                Bomb.DEFLATED),
                "jwe-p2c-huge",
                        drill -> Outcome.of(Jwe.insecureRandom(JsonMembers.builder()
                                .put("alg", "PBES2-HS256+A128KW")
                                .put("enc", "A128CBC-HS256")
                                .put("p2s", Base64Url.encode(new byte[16]))
                                .put("p2c", ITERATIONS)
                                .build())),
                "nested-jwt", StructureDrills::nested);
    }

    static JsonMembers encryption(String contentType) {
        return JsonMembers.builder()
                .put("alg", "RSA-OAEP-256")
                .put("enc", "A256GCM")
                .put("cty", contentType)
                .build();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static Outcome noRsaKey() {
        return Outcome.skipped("The drill needs an RSA public key: of the issuer, or as the member key");
    }

    private static Outcome encrypted(DrillContext drill, JsonMembers header, byte[] plaintext) {
        return drill.rsaPublicKey()
                .map(key -> Outcome.of(Jwe.insecureEncrypt(key, header, plaintext)))
                .orElseGet(StructureDrills::noRsaKey);
    }

    private static Outcome malformedCrit(DrillContext drill) {
        return Outcome.of(
                crit(drill, "empty", "[]"),
                crit(drill, "string", "\"exp\""),
                crit(drill, "missing", "[\"x\"]"),
                DrillToken.of(
                        "twice",
                        drill.signed(
                                drill.header().toBuilder()
                                        .put("crit", List.of("x", "x"))
                                        .put("x", "1")
                                        .build(),
                                drill.claims())),
                crit(drill, "alg", "[\"alg\"]"),
                DrillToken.of("null", drill.signed(drill.header("crit", NullNode.instance), drill.claims())));
    }

    private static DrillToken crit(DrillContext drill, String label, String json) {
        JsonNode value = StrictJson.parse(ascii(json));
        return DrillToken.of(label, drill.signed(drill.header("crit", value), drill.claims()));
    }

    /** The payload as it is (RFC 7797). Dots would end it, so they are escaped. */
    private static Outcome unencoded(DrillContext drill, List<String> critical) {
        JsonMembers.Builder header = drill.header().toBuilder().put("b64", BooleanNode.FALSE);
        if (!critical.isEmpty()) {
            header.put("crit", critical);
        }
        String payload = new String(drill.claims().bytes(), StandardCharsets.UTF_8).replace(".", "\\u002e");
        String input = DrillContext.encoded(header.build()) + '.' + payload;
        byte[] signature = drill.keys().base().sign(input.getBytes(StandardCharsets.UTF_8));
        return Outcome.of(input + '.' + Base64Url.encode(signature));
    }

    private static Outcome nested(DrillContext drill) {
        JsonMembers header = drill.header("cty", TextNode.valueOf("JWT"));
        String inner = drill.signed(header.bytes(), ascii(drill.good()));
        return Outcome.of(drill.signed(header.bytes(), ascii(inner)));
    }

    private static byte[] deflate() {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        byte[] spaces = new byte[BOMB_BYTES];
        Arrays.fill(spaces, (byte) ' ');
        deflater.setInput(spaces);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
