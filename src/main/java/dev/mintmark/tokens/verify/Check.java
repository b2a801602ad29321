package dev.mintmark.tokens.verify;

import java.util.Locale;

/** The checks of verification, in the order of the report. */
public enum Check {
    /** Three canonical base64url parts, a strict JSON header and, in full mode, a strict JSON object as payload. */
    FORM("RFC 7515 5.2, RFC 7519 7.2"),
    /** The token's {@code alg} is known, expected, and one that the key permits. */
    ALGORITHM("RFC 8725 3.1"),
    /** A trusted key matches the token. */
    KEY("RFC 7515 4.1.4"),
    /** The signature was made by that key. */
    SIGNATURE("RFC 7515 5.2"),
    /** Every critical header parameter is understood. */
    CRITICAL_HEADERS("RFC 7515 4.1.11"),
    /** The token is of the expected type. */
    TYPE("RFC 8725 3.11"),
    /** {@code exp}. */
    EXPIRY("RFC 7519 4.1.4"),
    /** {@code nbf}. */
    NOT_BEFORE("RFC 7519 4.1.5"),
    /** {@code iat}, and {@code max_age}. */
    ISSUED_AT("RFC 7519 4.1.6"),
    /** {@code iss}. */
    ISSUER("RFC 7519 4.1.1"),
    /** {@code aud}. */
    AUDIENCE("RFC 7519 4.1.3"),
    /** {@code sub}. */
    SUBJECT("RFC 7519 4.1.2"),
    /** The required claims are present. */
    REQUIRED_CLAIMS("RFC 7519 4"),
    /** {@code scope}. */
    SCOPE("RFC 9068 2.2.3"),
    /** {@code roles}. */
    ROLES("RFC 9068 2.2.3.1"),
    /** {@code permissions}. */
    PERMISSIONS("RFC 8725 3.9"),
    /** The presenter of an SD-JWT holds the key of the token; of no other token. */
    KEY_BINDING("RFC 9901 7.3"),
    /** The token is not revoked. */
    REVOCATION("RFC 7009");

    private final String reference;

    Check(String reference) {
        this.reference = reference;
    }

    /** Returns the specification of the check. */
    public String reference() {
        return reference;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    CheckResult passed(String message) {
        return CheckResult.of(this, CheckResult.Status.PASSED, message);
    }

    CheckResult skipped(String message) {
        return CheckResult.of(this, CheckResult.Status.SKIPPED, message);
    }

    CheckResult failed(CheckResult.Code code, String message) {
        return CheckResult.of(this, CheckResult.Status.FAILED, message).withCode(code);
    }
}
