package dev.mintmark.service;

import dev.mintmark.drills.Canary;
import dev.mintmark.drills.Drill;
import dev.mintmark.drills.Suite;
import dev.mintmark.drills.SuiteSpec;
import dev.mintmark.drills.generate.AttackerKeys;
import dev.mintmark.drills.generate.SuiteGenerator;
import dev.mintmark.drills.generate.SuiteSource;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.keys.KeyRing;
import dev.mintmark.service.read.SuiteSpecReader;
import dev.mintmark.service.request.DrillRequest;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.PolicyViolationException;
import dev.mintmark.tokens.RevocationsUnavailableException;
import dev.mintmark.tokens.revoke.TokenRevoker;
import dev.mintmark.tokens.verify.TrustedKeys;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes suites of drills, and answers for their canaries. */
public final class DrillService {
    private static final String REVOKED = "revoked";

    private final Issuers issuers;
    private final TokenRevoker revoker;
    private final Canary canary;
    private final Clock clock;
    private final AttackerKeys attackers = new AttackerKeys();

    public DrillService(Issuers issuers, TokenRevoker revoker, Canary canary, Clock clock) {
        this.issuers = issuers;
        this.revoker = revoker;
        this.canary = canary;
        this.clock = clock;
    }

    public Canary canary() {
        return canary;
    }

    /**
     * Makes a suite. Takes a second longer the first time, because the attacker's key is generated then.
     *
     * @param base the base URL of the service, for the canary; empty if it has none
     * @throws dev.mintmark.service.read.MalformedRequestException if the request is malformed
     * @throws PolicyViolationException if it asks for what drills may not have
     * @throws dev.mintmark.keys.KeysUnavailableException if the keys are not complete in time
     */
    public DrillResult make(DrillRequest request, Optional<String> base) {
        SuiteSpec spec = SuiteSpecReader.read(request, issuers.root().issuer());
        KeyRing ring = issuers.of(new Issuer(spec.issuer())).keyRings().requireComplete();
        SuiteSource source = SuiteSource.of(spec, ring, attackers, clock.instant())
                .orElseThrow(() -> new PolicyViolationException(
                        "/algorithms", "The service has no key for any of these algorithms. GET /keys lists its keys"));
        String sealed = canary.seal(source.keyId(), source.certificate());
        Suite suite = SuiteGenerator.generate(
                source.withCanary(id -> base.map(url -> url + "/drills/canary/" + sealed + '/' + id)));
        return new DrillResult(sealed, spec.issuer(), revoke(suite, ring));
    }

    /** Revokes the token of the drill that needs it; without the store, the drill is skipped. */
    private Suite revoke(Suite suite, KeyRing ring) {
        Predicate<Suite.Entry> isRevoked = entry -> entry.drill().id().equals(REVOKED);
        Optional<Suite.Entry> entry = suite.entries().stream().filter(isRevoked).findFirst();
        if (entry.isEmpty()) {
            return suite;
        }
        try {
            var unused = revoker.revoke(entry.get().token().token(), TrustedKeys.own(ring.verificationKeys()));
            return suite;
        } catch (RevocationsUnavailableException e) {
            Drill drill = entry.get().drill();
            List<Suite.Skipped> skipped = Stream.concat(
                            suite.skipped().stream(),
                            Stream.of(new Suite.Skipped(drill, "The revocation store does not answer")))
                    .toList();
            return new Suite(
                    suite.header(),
                    suite.claims(),
                    suite.entries().stream().filter(isRevoked.negate()).toList(),
                    skipped);
        }
    }
}
