package dev.mintmark.tokens.verify;

import java.util.Locale;
import java.util.Optional;

/**
 * The result of one check.
 *
 * @param check the check
 * @param status its outcome
 * @param code the reason of a failure
 * @param message the outcome as a sentence that contains nothing of the token
 * @param expected the expected value
 * @param actual the value in the token; empty unless the signature is valid
 * @param pointer JSON pointer to the checked part of the token
 */
public record CheckResult(
        Check check,
        Status status,
        Optional<Code> code,
        String message,
        Optional<Object> expected,
        Optional<Object> actual,
        Optional<String> pointer) {

    /** The outcome of a check. A skipped check makes no statement. */
    public enum Status {
        PASSED,
        FAILED,
        SKIPPED;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The reason of a failure. The codes are part of the API. */
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

    /** Returns a copy without the value of an unverified token. */
    CheckResult withoutFinding() {
        return new CheckResult(check, status, code, message, expected, Optional.empty(), pointer);
    }

    public boolean isFailed() {
        return status == Status.FAILED;
    }
}
