package dev.mintmark.drills.generate;

import dev.mintmark.drills.DrillSelection;
import dev.mintmark.drills.Suite;
import dev.mintmark.drills.SuiteSpec;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.keys.EphemeralKeys;
import dev.mintmark.keys.KeyRing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Suites for tests: one ring and one attacker for all of them. */
public final class Suites {
    public static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
    public static final String ISSUER = "https://issuer.example";
    public static final String AUDIENCE = "https://orders.example";
    public static final String CANARY = "https://mintmark.example/drills/canary/v1.suite/";
    public static final KeyRing RING = EphemeralKeys.ring();
    private static final AttackerKeys ATTACKERS = new AttackerKeys();

    private Suites() {}

    public static final DrillSelection WITH_DOS = new DrillSelection(Set.of(), Set.of(), true);

    public static SuiteSpec spec(DrillSelection selection) {
        return spec(selection, "at+jwt", List.of(Algorithm.RS256, Algorithm.ES256));
    }

    public static SuiteSpec spec(DrillSelection selection, String typ, List<Algorithm> algorithms) {
        JsonMembers claims = JsonMembers.builder()
                .put("sub", "user-1")
                .put("client_id", "client-1")
                .put("scope", "read:items")
                .build();
        return new SuiteSpec(
                ISSUER,
                AUDIENCE,
                List.of("read:items"),
                claims,
                typ,
                Duration.ofMinutes(1),
                algorithms,
                selection,
                Optional.empty());
    }

    public static Suite generate(SuiteSpec spec) {
        return generate(spec, RING);
    }

    public static Suite generate(SuiteSpec spec, KeyRing ring) {
        SuiteSource source = SuiteSource.of(spec, ring, ATTACKERS, NOW).orElseThrow();
        return SuiteGenerator.generate(source.withCanary(id -> Optional.of(CANARY + id)));
    }
}
