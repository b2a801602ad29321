package dev.mintmark.drills.generate;

import static dev.mintmark.drills.generate.ControlDrills.inputOf;
import static dev.mintmark.drills.generate.ControlDrills.signatureOf;

import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.Curve;
import dev.mintmark.jose.EcdsaSignature;
import dev.mintmark.jose.Jws;
import dev.mintmark.jose.json.JsonMembers;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/** Signatures that do not belong to their token. */
final class SignatureDrills {
    private static final int MISSING_BYTES = 3;

    private SignatureDrills() {}

    static Map<String, DrillGenerator> all() {
        return Map.ofEntries(
                Map.entry(
                        "sig-empty",
                        drill -> Outcome.of(drill.signed(drill.header(), drill.claims(), in -> new byte[0]))),
                Map.entry(
                        "sig-absent",
                        drill -> Outcome.of(
                                DrillContext.encoded(drill.header()) + '.' + DrillContext.encoded(drill.claims()))),
                Map.entry("sig-bit-flipped", SignatureDrills::bitFlipped),
                Map.entry(
                        "payload-tampered",
                        drill -> Outcome.of(tampered(
                                drill, claims -> claims.put("scope", scope(drill) + " admin"), header -> header))),
                Map.entry("header-tampered", SignatureDrills::headerTampered),
                Map.entry(
                        "sig-foreign-key",
                        drill -> Outcome.of(drill.signed(drill.header(), drill.claims(), drill.attacker()::sign))),
                Map.entry(
                        "sig-swapped",
                        drill -> Outcome.of(inputOf(drill.signed(drill.header(), drill.claims(), in -> new byte[0]))
                                + '.'
                                + Base64Url.encode(signatureOf(drill.good())))),
                Map.entry("sig-truncated", drill -> Outcome.of(truncated(drill.good()))),
                Map.entry("es256-zero", drill -> ec(drill, valid -> new byte[64])),
                Map.entry("es256-psychic-der", drill -> ec(drill, valid -> EcdsaSignature.insecureDer(new byte[64]))),
                Map.entry("es256-r-n-s-n", drill -> ec(drill, valid -> EcdsaSignature.insecureOrder(Curve.P256))),
                Map.entry("es256-der", drill -> ec(drill, EcdsaSignature::insecureDer)));
    }

    private static String scope(DrillContext drill) {
        return drill.spec().claims().text("scope").orElse("");
    }

    private static Outcome bitFlipped(DrillContext drill) {
        return Outcome.of(drill.signed(drill.header(), drill.claims(), input -> {
            byte[] signature = drill.keys().base().sign(input);
            signature[signature.length - 1] ^= 1;
            return signature;
        }));
    }

    private static Outcome headerTampered(DrillContext drill) {
        return Outcome.of(tampered(
                drill,
                claims -> claims,
                header -> drill.keys()
                        .second()
                        .map(second -> header.put("kid", second.id()))
                        .orElseGet(() -> header.put("x-tampered", "true"))));
    }

    /** Other header or claims with the signature of the good ones. */
    private static String tampered(
            DrillContext drill,
            Function<JsonMembers.Builder, JsonMembers.Builder> claims,
            Function<JsonMembers.Builder, JsonMembers.Builder> header) {
        JsonMembers good = drill.claims();
        byte[] signature = signatureOf(drill.signed(good));
        return Jws.assemble(
                header.apply(drill.header().toBuilder()).build().bytes(),
                claims.apply(good.toBuilder()).build().bytes(),
                signature);
    }

    /** Whole bytes are missing, so that the encoding stays canonical. */
    private static String truncated(String token) {
        byte[] signature = signatureOf(token);
        return inputOf(token) + '.' + Base64Url.encode(Arrays.copyOf(signature, signature.length - MISSING_BYTES));
    }

    private static Outcome ec(DrillContext drill, Function<byte[], byte[]> change) {
        return drill.withEc(key ->
                Outcome.of(drill.signed(drill.header(key), drill.claims(), input -> change.apply(key.sign(input)))));
    }
}
