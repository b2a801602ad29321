package dev.mintmark.drills.generate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mintmark.drills.DrillToken;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.Sha256;
import dev.mintmark.jose.json.JsonMembers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Tokens of another kind than an access token, all genuine. */
final class KindDrills {
    private static final long MONTH = 30 * 24 * 3600L;
    private static final List<String> RIGHTS = List.of("scope", "client_id");

    private KindDrills() {}

    static Map<String, DrillGenerator> all() {
        return Map.of(
                "id-token-as-access", KindDrills::idToken,
                "refresh-as-access", KindDrills::refreshToken,
                "logout-as-access", KindDrills::logoutToken,
                "dpop-proof-as-access", KindDrills::proof,
                "client-assertion-as-access", KindDrills::assertion,
                "typ-wrong", drill -> Outcome.of(drill.signed(drill.header("typ", "secevent+jwt"), drill.claims())),
                "typ-missing",
                        drill -> drill.spec().isTyped()
                                ? Outcome.of(drill.signed(drill.header().without(List.of("typ")), drill.claims()))
                                : Outcome.skipped("Only a service that expects typ at+jwt refuses an untyped token"));
    }

    private static Outcome idToken(DrillContext drill) {
        byte[] hash = Sha256.of(drill.good().getBytes(StandardCharsets.US_ASCII));
        JsonMembers claims = drill.claims().without(RIGHTS).toBuilder()
                .put("aud", clientId(drill))
                .put("nonce", "n-0S6_WzA2Mj")
                .put("at_hash", Base64Url.encode(Arrays.copyOf(hash, hash.length / 2)))
                .build();
        return Outcome.of(drill.signed(drill.header("typ", "JWT"), claims));
    }

    private static Outcome refreshToken(DrillContext drill) {
        JsonMembers claims = drill.claims().toBuilder()
                .put("typ", "Refresh")
                .put("aud", drill.spec().issuer())
                .put("exp", drill.now() + MONTH)
                .build();
        return Outcome.of(drill.signed(drill.header("typ", "JWT"), claims));
    }

    private static Outcome logoutToken(DrillContext drill) {
        JsonMembers events = JsonMembers.builder()
                .put("http://schemas.openid.net/event/backchannel-logout", JsonMembers.EMPTY)
                .build();
        JsonMembers claims = drill.claims().without(RIGHTS).toBuilder()
                .put("events", events)
                .put("sid", "drill-session")
                .build();
        return Outcome.of(drill.signed(drill.header("typ", "logout+jwt"), claims));
    }

    private static Outcome proof(DrillContext drill) {
        JsonMembers header = drill.header("typ", "dpop+jwt").toBuilder()
                .put("jwk", drill.keys().base().jwk().publicJson())
                .build();
        JsonMembers claims = drill.claims().toBuilder()
                .put("htm", "GET")
                .put("htu", drill.spec().audience())
                .build();
        return Outcome.of(drill.signed(header, claims));
    }

    private static Outcome assertion(DrillContext drill) {
        String client = clientId(drill);
        JsonMembers claims = drill.claims().toBuilder()
                .put("iss", client)
                .put("sub", client)
                .put("aud", drill.spec().issuer())
                .build();
        return Outcome.of(drill.signed(claims));
    }

    private static String clientId(DrillContext drill) {
        return drill.spec().claims().text("client_id").orElse("client-1");
    }

    /** Rights that the token does not have, or that only its holder may use. */
    static Map<String, DrillGenerator> ofRights() {
        return Map.of(
                "scope-insufficient",
                        drill -> withScope(drill, () -> Outcome.of(drill.signed(drill.claims("scope", "read:other")))),
                "scope-substring", drill -> withScope(drill, () -> substrings(drill)),
                "dpop-bound-without-proof",
                        drill -> bound(drill, "jkt", drill.attacker().jwk().thumbprint()),
                "mtls-bound-without-cert",
                        drill -> bound(
                                drill,
                                "x5t#S256",
                                Base64Url.encode(Sha256.of(Base64.getDecoder().decode(drill.certificate())))),
                "replayed-jti", KindDrills::replayed,
                "revoked", drill -> Outcome.of(drill.good()));
    }

    private static Outcome withScope(DrillContext drill, Supplier<Outcome> generator) {
        return drill.spec().scope().isEmpty()
                ? Outcome.skipped("The request does not say which scope the service needs")
                : generator.get();
    }

    private static Outcome substrings(DrillContext drill) {
        List<String> longer =
                drill.spec().scope().stream().map(value -> "un" + value).toList();
        var array = JsonNodeFactory.instance.arrayNode();
        longer.forEach(array::add);
        return Outcome.of(
                DrillToken.of("text", drill.signed(drill.claims("scope", String.join(" ", longer)))),
                DrillToken.of("array", drill.signed(drill.claims("scope", array))));
    }

    private static Outcome bound(DrillContext drill, String member, String value) {
        JsonMembers confirmation = JsonMembers.builder().put(member, value).build();
        return Outcome.of(
                drill.signed(drill.claims().toBuilder().put("cnf", confirmation).build()));
    }

    private static Outcome replayed(DrillContext drill) {
        String token = drill.good();
        return Outcome.of(DrillToken.of("first", token).asControl(), DrillToken.of("second", token));
    }
}
