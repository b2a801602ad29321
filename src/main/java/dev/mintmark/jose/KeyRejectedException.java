package dev.mintmark.jose;

import java.util.EnumSet;
import java.util.Set;

/** A key is rejected. The message gives the reason and does not contain any part of the key. */
public final class KeyRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why a key is rejected. */
    public enum Reason {
        /** The key cannot be read: it is broken or truncated, or members are missing or malformed. */
        MALFORMED,
        /** The key is protected by a passphrase, which the service does not accept. */
        ENCRYPTED,
        /** The key is valid, but no supported algorithm uses this type of key. */
        UNSUPPORTED,
        /** A public key where a private one is needed. */
        NOT_PRIVATE,
        /** The public and the private half are of different keys. */
        HALVES_DIFFER,
        /** The key does not fit the algorithm, or its {@code alg} names another one. */
        WRONG_ALGORITHM,
        /** The point is not on its curve (RFC 8725 section 3.4). */
        OFF_CURVE,
        /** Keys of a set are ambiguous, or the set enables key confusion. */
        AMBIGUOUS_SET,
        /** An RSA modulus under 2048 bits (RFC 7518 section 3.3), or over the limit. */
        RSA_SIZE,
        /** An RSA exponent that is even, 1, or over the limit. */
        RSA_EXPONENT,
        /** The RSA key comes from a generator whose keys can be factored (CVE-2017-15361). */
        ROCA,
        /** A secret shorter than its hash (RFC 7518 section 3.2). */
        SHORT_SECRET,
        /** A secret that is a public key in some textual form, and therefore not secret (RFC 8725 section 2.1). */
        PUBLIC_SECRET,
        /** A key whose private half is published in a specification, a test suite or on a sample page. */
        SAMPLE_KEY;

        private static final Set<Reason> POLICY =
                EnumSet.of(AMBIGUOUS_SET, RSA_SIZE, RSA_EXPONENT, ROCA, SHORT_SECRET, PUBLIC_SECRET, SAMPLE_KEY);

        /** Whether the key is well-formed and rejected by policy, as opposed to malformed. */
        public boolean isPolicy() {
            return POLICY.contains(this);
        }
    }

    private final Reason reason;

    /**
     * @param reason what is wrong
     * @param detail the reason as a sentence, without any part of the key
     */
    public KeyRejectedException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The reason as a sentence, without any part of the key. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
