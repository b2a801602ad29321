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

/** The checks of the header and signature. Each one depends on the previous ones. */
final class SignatureChecks {
    /** The number of keys tried for a token without a {@code kid}; each costs one signature verification. */
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

    /** Returns the results of {@link #run} in the order of {@link Check}. */
    List<CheckResult> results() {
        return List.copyOf(results);
    }

    /** Returns the verified token if all checks pass. */
    Optional<Verified> run() {
        Optional<Algorithm> algorithm = Algorithm.parse(jws.header().algorithmName());
        List<VerificationKey> candidates = keys.candidates(jws.header().keyId());
        List<VerificationKey> fitting = algorithm.stream()
                .flatMap(a -> candidates.stream().filter(key -> key.algorithms().contains(a)))
                .limit(MAX_TRIALS)
                .toList();
        CheckResult algorithmResult = algorithm(algorithm, candidates, fitting);
        CheckResult keyResult = key(candidates, fitting);
        CheckResult criticalResult = critical();
        results.add(algorithmResult);
        results.add(keyResult);
        if (algorithmResult.isFailed() || keyResult.isFailed() || criticalResult.isFailed()) {
            results.add(Check.SIGNATURE.skipped("Not verified, because another check of the header failed"));
            results.add(criticalResult);
            return Optional.empty();
        }
        Optional<Verified> verified = fitting.stream()
                .flatMap(key -> jws.verify(key, algorithm.orElseThrow()).stream())
                .findFirst();
        results.add(
                verified.isPresent()
                        ? Check.SIGNATURE.passed("The signature is valid")
                        : Check.SIGNATURE
                                .failed(
                                        Code.SIGNATURE_INVALID,
                                        "The signature was not made by this key over these bytes")
                                .at("/signature"));
        results.add(criticalResult);
        return verified;
    }

    private CheckResult algorithm(
            Optional<Algorithm> algorithm, List<VerificationKey> candidates, List<VerificationKey> fitting) {
        String name = jws.header().algorithmName();
        if (algorithm.isEmpty()) {
            return rejectedAlgorithm(
                    name.strip().equalsIgnoreCase("none")
                            ? "An unsigned token never verifies (RFC 8725 3.2)"
                            : "The alg is not supported; algorithm names are case-sensitive");
        }
        if (!expected.isEmpty() && !expected.contains(algorithm.get())) {
            return rejectedAlgorithm("The alg is not one of the expected algorithms")
                    .expecting(names(expected));
        }
        if (!candidates.isEmpty() && fitting.isEmpty()) {
            Set<Algorithm> permitted = new java.util.TreeSet<>();
            candidates.forEach(key -> permitted.addAll(key.algorithms()));
            CheckResult rejected = rejectedAlgorithm(objection(candidates, algorithm.get()));
            return permitted.isEmpty() ? rejected : rejected.expecting(names(permitted));
        }
        return Check.ALGORITHM.passed("The alg is allowed").finding(name).at("/header/alg");
    }

    /** The reason of the only key; keys of different kinds have reasons of their own. */
    private static String objection(List<VerificationKey> candidates, Algorithm algorithm) {
        List<String> reasons = candidates.stream()
                .flatMap(key -> key.objection(algorithm).stream())
                .distinct()
                .toList();
        return reasons.size() == 1
                ? reasons.get(0)
                : "No key permits the alg; a key permits only algorithms of its type, size and own alg";
    }

    private CheckResult rejectedAlgorithm(String message) {
        return Check.ALGORITHM
                .failed(Code.ALG_NOT_ALLOWED, message)
                .finding(jws.header().algorithmName())
                .at("/header/alg");
    }

    private CheckResult key(List<VerificationKey> candidates, List<VerificationKey> fitting) {
        Optional<String> keyId = jws.header().keyId();
        if (candidates.isEmpty()) {
            CheckResult absent =
                    Check.KEY.failed(Code.KEY_NOT_FOUND, keys.absence(keyId)).at("/header/kid");
            return keyId.map(absent::finding).orElse(absent);
        }
        if (keyId.isPresent() && fitting.stream().anyMatch(key -> !key.isSameKeyAs(fitting.get(0)))) {
            return Check.KEY
                    .failed(
                            Code.KEY_NOT_FOUND,
                            "Several keys have the token's kid and permit its alg, so the key is ambiguous (RFC 7517 4.5)")
                    .finding(keyId.get())
                    .at("/header/kid");
        }
        return Check.KEY.passed(
                keyId.isPresent()
                        ? "A trusted key matches the token"
                        : "The token names no key, so the trusted keys are tried");
    }

    private CheckResult critical() {
        try {
            Set<String> names = jws.header().critical();
            if (names.isEmpty()) {
                return Check.CRITICAL_HEADERS.passed("The token has no critical header parameters");
            }
            return Check.CRITICAL_HEADERS
                    .failed(Code.CRIT_UNSUPPORTED, "The token requires extensions that are not supported")
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
