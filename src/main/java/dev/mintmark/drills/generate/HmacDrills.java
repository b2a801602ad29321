package dev.mintmark.drills.generate;

import dev.mintmark.drills.DrillToken;
import dev.mintmark.jose.HmacSha256;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.PublicKeySecrets;
import dev.mintmark.jose.json.JsonMembers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** HS256 with secrets that are public or no secret at all. */
final class HmacDrills {
    private static final List<String> COMMON =
            List.of("secret", "your-256-bit-secret", "a-string-secret-at-least-256-bits-long");

    private HmacDrills() {}

    static Map<String, DrillGenerator> all() {
        return Map.of(
                "hs256-pem",
                        drill -> confused(
                                drill,
                                drill.rsaPublicKey(),
                                (kid, forms) -> List.of(DrillToken.of(hmac(drill, kid, forms.pem())))),
                "hs256-pem-variants",
                        drill -> confused(drill, drill.rsaPublicKey(), (kid, forms) -> each(drill, kid, forms.texts())),
                "hs256-der-jwk-n",
                        drill -> confused(drill, drill.rsaPublicKey(), (kid, forms) -> each(drill, kid, forms.bytes())),
                "hs256-ec-pem",
                        drill -> confused(
                                drill,
                                ecPublicKey(drill),
                                (kid, forms) -> List.of(DrillToken.of(hmac(drill, kid, forms.pem())))),
                "hs256-empty-secret",
                        drill -> Outcome.of(hmac(drill, drill.keys().base().id(), new byte[0])),
                "hs256-common-secret",
                        drill -> Outcome.of(COMMON.stream()
                                .map(secret -> DrillToken.of(
                                        secret,
                                        hmac(
                                                drill,
                                                drill.keys().base().id(),
                                                secret.getBytes(StandardCharsets.US_ASCII))))
                                .toList()));
    }

    @FunctionalInterface
    private interface Confusion {
        List<DrillToken> tokens(String kid, PublicKeySecrets forms);
    }

    private static Outcome confused(DrillContext drill, Optional<Jwk> key, Confusion confusion) {
        return key.map(jwk -> Outcome.of(confusion.tokens(
                        jwk.keyId().orElseGet(() -> drill.keys().base().id()), PublicKeySecrets.insecureOf(jwk))))
                .orElseGet(() -> Outcome.skipped(
                        "The drill needs a public key of this type: of the issuer, or as the member key"));
    }

    private static Optional<Jwk> ecPublicKey(DrillContext drill) {
        return drill.spec()
                .key()
                .filter(key -> key.facts().curve().isPresent())
                .or(() -> drill.keys().ec().map(SuiteKey::jwk));
    }

    private static List<DrillToken> each(DrillContext drill, String kid, Map<String, byte[]> secrets) {
        return secrets.entrySet().stream()
                .map(form -> DrillToken.of(form.getKey(), hmac(drill, kid, form.getValue())))
                .toList();
    }

    private static String hmac(DrillContext drill, String kid, byte[] secret) {
        return hmac(drill, drill.header("kid", kid), secret);
    }

    /** A token with HS256 and this secret. */
    static String hmac(DrillContext drill, JsonMembers header, byte[] secret) {
        JsonMembers changed = header.toBuilder().put("alg", "HS256").build();
        return drill.signed(changed, drill.claims(), input -> HmacSha256.insecureSignature(secret, input));
    }
}
