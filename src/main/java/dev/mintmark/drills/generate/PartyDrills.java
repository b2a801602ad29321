package dev.mintmark.drills.generate;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mintmark.drills.DrillToken;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Another issuer, audience or subject. */
final class PartyDrills {
    private static final String EVIL = "https://evil.example";

    private PartyDrills() {}

    static Map<String, DrillGenerator> all() {
        return Map.of(
                "iss-wrong", drill -> Outcome.of(drill.signed(drill.claims("iss", EVIL))),
                "iss-missing", drill -> Outcome.of(drill.signed(drill.claims().without(List.of("iss")))),
                "iss-variants", PartyDrills::almostTheIssuer,
                "iss-array",
                        drill -> Outcome.of(drill.signed(drill.claims().toBuilder()
                                .put("iss", List.of(drill.spec().issuer(), EVIL))
                                .build())),
                "aud-wrong", drill -> Outcome.of(drill.signed(drill.claims("aud", "https://other-api.example"))),
                "aud-missing", drill -> Outcome.of(drill.signed(drill.claims().without(List.of("aud")))),
                "aud-variants", PartyDrills::almostTheAudience,
                "sub-missing",
                        drill -> Outcome.of(
                                DrillToken.of(
                                        "missing", drill.signed(drill.claims().without(List.of("sub")))),
                                DrillToken.of("empty", drill.signed(drill.claims("sub", "")))
                                        .withCode("claim_missing"),
                                DrillToken.of("number", drill.signed(drill.claims("sub", IntNode.valueOf(5))))
                                        .withCode("malformed")));
    }

    private static Outcome almostTheIssuer(DrillContext drill) {
        String issuer = drill.spec().issuer();
        String host = URI.create(issuer).getHost();
        String other = issuer.startsWith("https:") ? "http:" : "https:";
        List<DrillToken> tokens = new ArrayList<>();
        add(drill, tokens, "iss", "slash", issuer + '/');
        add(drill, tokens, "iss", "upper case", issuer.replace(host, host.toUpperCase(Locale.ROOT)));
        add(drill, tokens, "iss", "scheme", issuer.replaceFirst("^https?:", other));
        add(drill, tokens, "iss", "domain", issuer + ".evil.example");
        add(drill, tokens, "iss", "query", issuer + "?x");
        return Outcome.of(tokens);
    }

    private static Outcome almostTheAudience(DrillContext drill) {
        String audience = drill.spec().audience();
        List<DrillToken> tokens = new ArrayList<>();
        add(drill, tokens, "aud", "domain", audience + ".evil.example");
        add(drill, tokens, "aud", "upper case", audience.toUpperCase(Locale.ROOT));
        add(drill, tokens, "aud", "prefix", audience.substring(0, audience.length() - 1));
        add(drill, tokens, "aud", "wildcard", "*");
        add(drill, tokens, "aud", "empty", "");
        tokens.add(
                DrillToken.of("empty array", drill.signed(drill.claims("aud", JsonNodeFactory.instance.arrayNode()))));
        tokens.add(DrillToken.of("number", drill.signed(drill.claims("aud", IntNode.valueOf(5))))
                .withCode("malformed"));
        return Outcome.of(tokens);
    }

    /** A variant that equals the good value is none, for example the upper case of an address. */
    private static void add(DrillContext drill, List<DrillToken> tokens, String claim, String label, String value) {
        boolean isGood = value.equals(
                claim.equals("iss") ? drill.spec().issuer() : drill.spec().audience());
        if (!isGood && tokens.stream().noneMatch(token -> token.label().stream().anyMatch(label::equals))) {
            tokens.add(DrillToken.of(label, drill.signed(drill.claims(claim, value))));
        }
    }
}
