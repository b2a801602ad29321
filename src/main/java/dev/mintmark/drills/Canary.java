package dev.mintmark.drills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.RandomId;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.keys.ValueSealer;
import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.Revocations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Notes which URLs of a suite a service under test fetched. A suite is a sealed value with the attacker's certificate and an
 * end, so that every replica can answer; a forged one leaves no trace.
 */
public final class Canary {
    /** How long a suite can be fetched and asked about. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /** The drills that point at the canary. */
    public static final List<String> DRILLS = List.of("jku-attacker", "jku-lookalike", "x5u-attacker", "kid-command");

    private static final String KIND = "drill-suite";

    private final ValueSealer sealer;
    private final Revocations hits;
    private final Clock clock;

    public Canary(ValueSealer sealer, Revocations hits, Clock clock) {
        this.sealer = sealer;
        this.hits = hits;
        this.clock = clock;
    }

    /** A suite that was opened; its certificate is Base64 of DER. */
    public record OpenSuite(String id, String keyId, String certificate, Instant end) {}

    /** A URL that was fetched, for the first time then. */
    public record Hit(String drill, Instant at) {}

    /**
     * Seals a new suite.
     *
     * @param keyId the {@code kid} of the attacker's JWKS
     * @param certificate the attacker's certificate, Base64 of DER
     */
    public String seal(String keyId, String certificate) {
        ObjectNode value = JsonNodeFactory.instance
                .objectNode()
                .put("id", RandomId.next())
                .put("kid", keyId)
                .put("x5c", certificate)
                .put("exp", clock.instant().plus(LIFETIME).getEpochSecond());
        return sealer.seal(KIND, "", StrictJson.bytes(value));
    }

    /** Opens a suite; empty if it is forged or has ended. */
    public Optional<OpenSuite> open(String suite) {
        return sealer.open(KIND, "", suite)
                .map(StrictJson::object)
                .map(Canary::read)
                .filter(open -> clock.instant().isBefore(open.end()));
    }

    private static OpenSuite read(JsonNode value) {
        return new OpenSuite(
                value.path("id").asText(),
                value.path("kid").asText(),
                value.path("x5c").asText(),
                Instant.ofEpochSecond(value.path("exp").asLong()));
    }

    /**
     * Notes that the URL of a drill was fetched. Only the first time is kept.
     *
     * @throws dev.mintmark.tokens.RevocationsUnavailableException if the store cannot answer
     */
    public void note(OpenSuite suite, String drill) {
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        var unused = hits.redeemOnce(key(suite, drill), now, suite.end());
    }

    /**
     * The URLs that were fetched.
     *
     * @throws dev.mintmark.tokens.RevocationsUnavailableException if the store cannot answer
     */
    public List<Hit> hits(OpenSuite suite) {
        List<Optional<Revocation>> found =
                hits.isRevoked(DRILLS.stream().map(drill -> key(suite, drill)).toList());
        List<Hit> fetched = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            String drill = DRILLS.get(i);
            found.get(i).ifPresent(hit -> fetched.add(new Hit(drill, hit.since())));
        }
        return fetched;
    }

    private static RevocationKey key(OpenSuite suite, String drill) {
        return RevocationKey.of(RevocationKey.Kind.REDEMPTION, "drill " + suite.id(), drill);
    }
}
