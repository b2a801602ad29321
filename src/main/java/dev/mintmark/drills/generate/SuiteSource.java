package dev.mintmark.drills.generate;

import dev.mintmark.drills.SuiteSpec;
import dev.mintmark.jose.SelfSignedCertificate;
import dev.mintmark.keys.KeyRing;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/** What the tokens of one suite are made of. */
public final class SuiteSource {
    /** How long before and after the suite the attacker's certificate is valid. */
    private static final Duration VALIDITY = Duration.ofDays(1);

    private final SuiteSpec spec;
    private final SuiteKeys keys;
    private final SuiteKey attacker;
    private final String certificate;
    private final Instant now;
    private final Function<String, Optional<String>> canary;

    private SuiteSource(
            SuiteSpec spec,
            SuiteKeys keys,
            SuiteKey attacker,
            String certificate,
            Instant now,
            Function<String, Optional<String>> canary) {
        this.spec = spec;
        this.keys = keys;
        this.attacker = attacker;
        this.certificate = certificate;
        this.now = now;
        this.canary = canary;
    }

    /** The source of a suite without a canary; empty if the ring has no key for the algorithms of the spec. */
    public static Optional<SuiteSource> of(SuiteSpec spec, KeyRing ring, AttackerKeys attackers, Instant now) {
        return SuiteKeys.of(ring, spec.algorithms()).map(keys -> {
            SuiteKey attacker = attackers.of(keys.base().algorithm());
            byte[] certificate = SelfSignedCertificate.insecureDer(
                    attacker.jwk(), spec.issuer(), now.minus(VALIDITY), now.plus(VALIDITY));
            return new SuiteSource(
                    spec, keys, attacker, Base64.getEncoder().encodeToString(certificate), now, id -> Optional.empty());
        });
    }

    /** The same source with a canary. */
    public SuiteSource withCanary(Function<String, Optional<String>> urls) {
        return new SuiteSource(spec, keys, attacker, certificate, now, urls);
    }

    /** The attacker's certificate, Base64 of DER. */
    public String certificate() {
        return certificate;
    }

    /** The {@code kid} of the base key, which the attacker's JWKS repeats. */
    public String keyId() {
        return keys.base().id();
    }

    SuiteSpec spec() {
        return spec;
    }

    DrillContext context(String id) {
        return new DrillContext(id, spec, keys, attacker, canary.apply(id), certificate, now.getEpochSecond());
    }
}
