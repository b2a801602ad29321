package dev.mintmark.drills.generate;

import dev.mintmark.drills.DrillToken;
import dev.mintmark.jose.json.JsonMembers;
import java.util.List;
import java.util.Map;

/** Dates that are past, future, missing, of another type or in another unit. */
final class TimeDrills {
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;
    private static final long TEN_YEARS = 3650 * DAY;

    private TimeDrills() {}

    static Map<String, DrillGenerator> all() {
        return Map.ofEntries(
                Map.entry("expired", drill -> ended(drill, drill.now() - HOUR)),
                Map.entry(
                        "expired-just",
                        drill -> ended(drill, drill.now() - drill.spec().skew().toSeconds() - 5)),
                Map.entry(
                        "exp-missing",
                        drill -> Outcome.of(drill.signed(drill.claims().without(List.of("exp"))))),
                Map.entry(
                        "exp-string",
                        drill -> Outcome.of(
                                exp(drill, "date", "\"2999-01-01\""), exp(drill, "number", "\"9999999999\""))),
                Map.entry(
                        "exp-milliseconds",
                        drill -> dates(
                                drill, drill.now() * 1000, drill.now(), (drill.now() + DrillContext.LIFETIME) * 1000)),
                Map.entry(
                        "exp-null-bool",
                        drill -> Outcome.of(
                                // RFC 7519 gives null no meaning, and a verifier may call it absent.
                                exp(drill, "null", "null"), exp(drill, "true", "true"), exp(drill, "object", "{}"))),
                Map.entry(
                        "exp-huge",
                        drill -> Outcome.of(
                                exp(drill, "9e99", "9e99"),
                                exp(drill, "2^63", "9223372036854775808"),
                                exp(drill, "1e400", "1e400"))),
                Map.entry("exp-zero-negative", drill -> Outcome.of(exp(drill, "0", "0"), exp(drill, "-1", "-1"))),
                Map.entry(
                        "nbf-future",
                        drill -> dates(
                                drill, drill.now(), drill.now() + HOUR, drill.now() + HOUR + DrillContext.LIFETIME)),
                Map.entry(
                        "iat-future",
                        drill -> dates(
                                drill, drill.now() + DAY, drill.now(), drill.now() + DAY + DrillContext.LIFETIME)),
                Map.entry(
                        "exp-before-iat",
                        drill -> dates(
                                drill,
                                drill.now(),
                                drill.now() + 2 * DrillContext.LIFETIME,
                                drill.now() + DrillContext.LIFETIME)),
                Map.entry("lifetime-10y", drill -> dates(drill, drill.now(), drill.now(), drill.now() + TEN_YEARS)));
    }

    /** A token that was good until then. */
    private static Outcome ended(DrillContext drill, long exp) {
        return dates(drill, exp - DrillContext.LIFETIME, exp - DrillContext.LIFETIME, exp);
    }

    private static Outcome dates(DrillContext drill, long iat, long nbf, long exp) {
        JsonMembers claims = drill.claims().toBuilder()
                .put("iat", iat)
                .put("nbf", nbf)
                .put("exp", exp)
                .build();
        return Outcome.of(drill.signed(claims));
    }

    private static DrillToken exp(DrillContext drill, String label, String json) {
        String payload = JsonDrills.append(drill.claims().without(List.of("exp")), "\"exp\":" + json);
        return DrillToken.of(label, JsonDrills.payload(drill, payload));
    }
}
