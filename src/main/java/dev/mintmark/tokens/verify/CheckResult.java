package dev.mintmark.tokens.verify;

import java.util.Locale;
import java.util.Optional;

/**
 * What one check found.
 *
 * @param check which
 * @param status how it ended
 * @param code why it failed
 * @param message the same for people, without any of the token
 * @param expected what was demanded
 * @param actual what the token has; empty unless the signature is valid, for nobody vouches for it
 * @param pointer JSON pointer to the part of the token it is about
 */
public record CheckResult(
        Check check,
        Status status,
        Optional<Code> code,
        String message,
        Optional<Object> expected,
        Optional<Object> actual,
        Optional<String> pointer) {

    /** How a check ended; a skipped one leaves something open. */
    public enum Status {
        PASSED,
        FAILED,
        SKIPPED;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why a check failed; part of the API. */
    public enum Code {
        MALFORMED,
        ALG_NOT_ALLOWED,
        SIGNATURE_INVALID,
        KEY_NOT_FOUND,
        CRIT_UNSUPPORTED,
        EXPIRED,
        NOT_YET_VALID,
        CLAIM_MISSING,
        CLAIM_INVALID,
        ISSUER_MISMATCH,
        AUDIENCE_MISMATCH,
        TYPE_MISMATCH,
        REVOKED,
        INSUFFICIENT_SCOPE;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static CheckResult of(Check check, Status status, String message) {
        return new CheckResult(
                check, status, Optional.empty(), message, Optional.empty(), Optional.empty(), Optional.empty());
    }

    CheckResult withCode(Code value) {
        return new CheckResult(check, status, Optional.of(value), message, expected, actual, pointer);
    }

    CheckResult expecting(Object value) {
        return new CheckResult(check, status, code, message, Optional.of(value), actual, pointer);
    }

    CheckResult finding(Object value) {
        return new CheckResult(check, status, code, message, expected, Optional.of(value), pointer);
    }

    CheckResult at(String value) {
        return new CheckResult(check, status, code, message, expected, actual, Optional.of(value));
    }

    /** The same without what an unverified token says. */
    CheckResult withoutFinding() {
        return new CheckResult(check, status, code, message, expected, Optional.empty(), pointer);
    }

    public boolean isFailed() {
        return status == Status.FAILED;
    }
}
