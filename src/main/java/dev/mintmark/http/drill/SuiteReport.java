package dev.mintmark.http.drill;

import dev.mintmark.drills.Suite;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.service.DrillResult;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code POST /drills}. {@code toString} does not show the tokens.
 *
 * @param suite the sealed name of the suite, for its canary
 * @param jwksUri where the issuer's keys are; null if the service does not know its own URL
 */
record SuiteReport(
        String suite,
        String issuer,
        Optional<String> jwksUri,
        Base base,
        List<DrillReport> drills,
        List<Skipped> skipped) {

    /** The token that each drill changes. */
    record Base(JsonMembers header, JsonMembers claims) {
        @Override
        public String toString() {
            return "Base[redacted]";
        }
    }

    /** A drill that was not made. */
    record Skipped(String id, String reason) {
        static Skipped of(Suite.Skipped skipped) {
            return new Skipped(skipped.drill().id(), skipped.reason());
        }
    }

    /** The first line of NDJSON; the tokens follow, one on each line. */
    record Head(String suite, String issuer, Optional<String> jwksUri, Base base, List<Skipped> skipped) {
        @Override
        public String toString() {
            return "Head[redacted]";
        }
    }

    static SuiteReport of(DrillResult result, Optional<String> base) {
        Suite suite = result.suite();
        return new SuiteReport(
                result.id(),
                result.issuer(),
                base.map(url -> url + "/keys/jwks"),
                new Base(suite.header(), suite.claims()),
                suite.entries().stream().map(DrillReport::of).toList(),
                suite.skipped().stream().map(Skipped::of).toList());
    }

    Head head() {
        return new Head(suite, issuer, jwksUri, base, skipped);
    }

    @Override
    public String toString() {
        return "SuiteReport[redacted]";
    }
}
