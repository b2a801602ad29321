package dev.mintmark.drills.generate;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.mintmark.drills.DrillToken;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Jwe;
import dev.mintmark.jose.Jws;
import dev.mintmark.jose.Sha256;
import dev.mintmark.jose.json.JsonMembers;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An {@code alg} that is none, unknown, not a name, or not that of the key. */
final class AlgorithmDrills {
    private AlgorithmDrills() {}

    static Map<String, DrillGenerator> all() {
        return Map.of(
                "alg-none", drill -> Outcome.of(unsigned(drill, "none")),
                "alg-none-mixed-case",
                        drill -> Outcome.of(List.of("None", "NONE", "nOnE").stream()
                                .map(name -> DrillToken.of(name, unsigned(drill, name)))
                                .toList()),
                "alg-none-padded",
                        drill -> Outcome.of(
                                DrillToken.of("space", unsigned(drill, "none ")),
                                DrillToken.of("zero", unsigned(drill, "none\0"))),
                "alg-none-with-signature", AlgorithmDrills::noneWithSignature,
                "alg-none-nested", AlgorithmDrills::noneNested,
                "alg-absent", AlgorithmDrills::absent,
                "alg-lower-case",
                        drill -> Outcome.of(drill.signed(
                                drill.header(
                                        "alg",
                                        drill.keys()
                                                .base()
                                                .algorithm()
                                                .joseName()
                                                .toLowerCase(Locale.ROOT)),
                                drill.claims())),
                "alg-swap-ps256", drill -> drill.withRsa(key -> swapped(drill, key, Algorithm.PS256)),
                "alg-swap-rs512", drill -> drill.withRsa(key -> swapped(drill, key, Algorithm.RS512)),
                "alg-unknown", drill -> Outcome.of(drill.signed(drill.header("alg", "XS256"), drill.claims())));
    }

    private static String unsigned(DrillContext drill, String name) {
        JsonMembers header = drill.header("alg", name).without(List.of("kid"));
        return Jws.assemble(header.bytes(), drill.claims().bytes(), new byte[0]);
    }

    private static Outcome noneWithSignature(DrillContext drill) {
        JsonMembers claims = drill.claims();
        JsonMembers header = drill.header("alg", "none");
        byte[] noise = Sha256.of(claims.bytes());
        return Outcome.of(
                DrillToken.of(
                        "signature", Jws.assemble(header.without(List.of("kid")).bytes(), claims.bytes(), noise)),
                DrillToken.of("kid", Jws.assemble(header.bytes(), claims.bytes(), new byte[0])));
    }

    private static Outcome noneNested(DrillContext drill) {
        return drill.rsaPublicKey()
                .map(key -> Outcome.of(Jwe.insecureEncrypt(
                        key, StructureDrills.encryption("JWT"), StructureDrills.ascii(unsigned(drill, "none")))))
                .orElseGet(StructureDrills::noRsaKey);
    }

    private static Outcome absent(DrillContext drill) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String real = drill.keys().base().algorithm().joseName();
        JsonMembers claims = drill.claims();
        return Outcome.of(
                DrillToken.of("missing", drill.signed(drill.header().without(List.of("alg")), claims)),
                DrillToken.of("null", drill.signed(drill.header("alg", NullNode.instance), claims)),
                DrillToken.of("empty", drill.signed(drill.header("alg", ""), claims)),
                DrillToken.of("number", drill.signed(drill.header("alg", IntNode.valueOf(5)), claims)),
                DrillToken.of(
                        "array",
                        drill.signed(drill.header("alg", json.arrayNode().add(real)), claims)));
    }

    private static Outcome swapped(DrillContext drill, SuiteKey key, Algorithm other) {
        JsonMembers header =
                drill.header(key).toBuilder().put("alg", other.joseName()).build();
        return Outcome.of(
                drill.signed(header, drill.claims(), input -> key.signer().insecureSignature(other, input)));
    }
}
