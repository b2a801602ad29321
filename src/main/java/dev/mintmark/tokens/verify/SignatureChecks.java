package dev.mintmark.tokens.verify;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.jose.UnverifiedJws;
import dev.mintmark.jose.VerificationKey;
import dev.mintmark.jose.Verified;
import dev.mintmark.tokens.verify.CheckResult.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The checks that end in a verified signature, or not. Each one stands on the ones before it. */
final class SignatureChecks {
    /** So many keys are tried for a token without a {@code kid}; each costs a signature check. */
    private static final int MAX_TRIALS = 8;

    private final UnverifiedJws jws;
    private final TrustedKeys keys;
    private final Set<Algorithm> expected;
    private final List<CheckResult> results = new ArrayList<>();

    SignatureChecks(UnverifiedJws jws, TrustedKeys keys, Set<Algorithm> expected) {
        this.jws = jws;
        this.keys = keys;
        this.expected = expected;
    }

    /** What {@link #run} found, in the order of {@link Check}. */
    List<CheckResult> results() {
        return List.copyOf(results);
    }

    /** The verified token, if all of it holds. */
    Optional<Verified> run() {
        Optional<Algorithm> algorithm = Algorithm.parse(jws.header().algorithmName());
        List<VerificationKey> candidates = keys.candidates(jws.header().keyId());
        List<VerificationKey> fitting = algorithm.stream()
                .flatMap(a -> candidates.stream().filter(key -> key.algorithms().contains(a)))
                .limit(MAX_TRIALS)
                .toList();
        CheckResult algorithmResult = algorithm(algorithm, candidates, fitting);
        CheckResult keyResult = key(candidates);
        CheckResult criticalResult = critical();
        results.add(algorithmResult);
        results.add(keyResult);
        if (algorithmResult.isFailed() || keyResult.isFailed() || criticalResult.isFailed()) {
            results.add(Check.SIGNATURE.skipped("Not computed, because another check of the signature failed"));
            results.add(criticalResult);
            return Optional.empty();
        }
        Optional<Verified> verified = fitting.stream()
                .flatMap(key -> jws.verify(key, algorithm.orElseThrow()).stream())
                .findFirst();
        results.add(
                verified.isPresent()
                        ? Check.SIGNATURE.passed("The signature is this key's")
                        : Check.SIGNATURE
                                .failed(Code.SIGNATURE_INVALID, "The signature is not this key's over these bytes")
                                .at("/signature"));
        results.add(criticalResult);
        return verified;
    }

    private CheckResult algorithm(
            Optional<Algorithm> algorithm, List<VerificationKey> candidates, List<VerificationKey> fitting) {
        String name = jws.header().algorithmName();
        if (algorithm.isEmpty()) {
            return refusedAlgorithm(
                    name.strip().equalsIgnoreCase("none")
                            ? "An unsigned token never verifies (RFC 8725 3.2)"
                            : "The alg is none of the algorithms that are verified here; names are case sensitive");
        }
        if (!expected.isEmpty() && !expected.contains(algorithm.get())) {
            return refusedAlgorithm("The alg is not one of the expected algorithms")
                    .expecting(names(expected));
        }
        if (!candidates.isEmpty() && fitting.isEmpty()) {
            Set<Algorithm> permitted = new java.util.TreeSet<>();
            candidates.forEach(key -> permitted.addAll(key.algorithms()));
            return refusedAlgorithm(
                            "The key does not permit the alg: a key serves its own algorithm, of its type and size, only")
                    .expecting(names(permitted));
        }
        return Check.ALGORITHM.passed("The alg is allowed").finding(name).at("/header/alg");
    }

    private CheckResult refusedAlgorithm(String message) {
        return Check.ALGORITHM
                .failed(Code.ALG_NOT_ALLOWED, message)
                .finding(jws.header().algorithmName())
                .at("/header/alg");
    }

    private CheckResult key(List<VerificationKey> candidates) {
        Optional<String> keyId = jws.header().keyId();
        if (candidates.isEmpty()) {
            CheckResult absent =
                    Check.KEY.failed(Code.KEY_NOT_FOUND, keys.absence(keyId)).at("/header/kid");
            return keyId.map(absent::finding).orElse(absent);
        }
        return Check.KEY.passed(
                keyId.isPresent() ? "A trusted key fits the token" : "Trusted keys are tried, as the token names none");
    }

    private CheckResult critical() {
        try {
            Set<String> names = jws.header().critical();
            if (names.isEmpty()) {
                return Check.CRITICAL_HEADERS.passed("No extension must be understood");
            }
            return Check.CRITICAL_HEADERS
                    .failed(Code.CRIT_UNSUPPORTED, "The token demands extensions that are not processed here")
                    .finding(List.copyOf(names))
                    .at("/header/crit");
        } catch (MalformedTokenException e) {
            return Check.CRITICAL_HEADERS.failed(Code.MALFORMED, e.detail()).at(e.pointer());
        }
    }

    private static List<String> names(Set<Algorithm> algorithms) {
        return algorithms.stream().sorted().map(Algorithm::joseName).toList();
    }
}
