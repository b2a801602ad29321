package dev.mintmark.drills.generate;

import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.mintmark.drills.SuiteSpec;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.Curve;
import dev.mintmark.jose.EcdsaSignature;
import dev.mintmark.jose.json.JsonMembers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Tokens that a correct resource server accepts. A suite without them proves nothing. */
final class ControlDrills {
    private ControlDrills() {}

    static Map<String, DrillGenerator> all() {
        return Map.of(
                "ok-rs256",
                drill -> drill.withRsa(key -> good(drill, key)),
                "ok-es256",
                drill -> drill.withEc(key -> good(drill, key)),
                "ok-aud-array",
                drill -> Outcome.of(drill.signed(drill.claims().toBuilder()
                        .put("aud", List.of(drill.spec().audience()))
                        .build())),
                "ok-typ-full",
                ControlDrills::fullType,
                "ok-extra-claims",
                ControlDrills::extraClaims,
                "ok-second-key",
                ControlDrills::secondKey,
                "ok-json-whitespace",
                ControlDrills::whitespace,
                "ok-es256-high-s",
                drill -> drill.withEc(key -> twin(drill, key)));
    }

    private static Outcome good(DrillContext drill, SuiteKey key) {
        return Outcome.of(drill.signed(key, drill.header(key), drill.claims()));
    }

    private static Outcome fullType(DrillContext drill) {
        return drill.spec().isTyped()
                ? Outcome.of(drill.signed(drill.header("typ", "application/" + SuiteSpec.ACCESS_TOKEN), drill.claims()))
                : Outcome.skipped("The full media type is compared only for typ at+jwt");
    }

    private static Outcome extraClaims(DrillContext drill) {
        JsonMembers nested =
                JsonMembers.builder().put("known", BooleanNode.FALSE).build();
        return Outcome.of(drill.signed(
                drill.header("x-unknown", "ignore"),
                drill.claims().toBuilder()
                        .put("https://drill.example/unknown", nested)
                        .build()));
    }

    private static Outcome secondKey(DrillContext drill) {
        return drill.keys()
                .second()
                .map(key -> good(drill, key))
                .orElseGet(() -> Outcome.skipped("The issuer has one key of this algorithm; a second one is needed"));
    }

    private static Outcome whitespace(DrillContext drill) {
        return Outcome.of(drill.signed(spaced(drill.header()), spaced(drill.claims())));
    }

    private static byte[] spaced(JsonMembers json) {
        StringBuilder text = new StringBuilder();
        json.json()
                .properties()
                .forEach(member -> text.append(text.isEmpty() ? "{\r\n " : " ,\r\n ")
                        .append('"')
                        .append(member.getKey())
                        .append("\" : ")
                        .append(member.getValue()));
        return text.append("\r\n}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Outcome twin(DrillContext drill, SuiteKey key) {
        return Outcome.of(drill.signed(
                drill.header(key), drill.claims(), input -> EcdsaSignature.insecureTwin(Curve.P256, key.sign(input))));
    }

    /** The signature of a token, decoded. */
    static byte[] signatureOf(String token) {
        return Base64Url.decode(token.substring(token.lastIndexOf('.') + 1));
    }

    /** Header and payload of a token, without the second dot. */
    static String inputOf(String token) {
        return token.substring(0, token.lastIndexOf('.'));
    }
}
