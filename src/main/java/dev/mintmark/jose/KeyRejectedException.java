package dev.mintmark.jose;

import java.util.EnumSet;
import java.util.Set;

/** Key material that is not taken, and why. The message never holds any of the material. */
public final class KeyRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with a key. */
    public enum Reason {
        /** Cannot be read: broken, truncated, members missing or of the wrong form. */
        MALFORMED,
        /** Protected by a passphrase, for which there is no place here. */
        ENCRYPTED,
        /** Sound, but of a kind that no algorithm here uses. */
        UNSUPPORTED,
        /** A public key where a private one is needed. */
        NOT_PRIVATE,
        /** The public and the private half are of different keys. */
        HALVES_DIFFER,
        /** The key cannot do the algorithm, or says that it is for another. */
        WRONG_ALGORITHM,
        /** The point is not on its curve (RFC 8725 section 3.4). */
        OFF_CURVE,
        /** Keys of a set that cannot be told apart, or that invite key confusion. */
        AMBIGUOUS_SET,
        /** An RSA modulus under 2048 bits (RFC 7518 section 3.3), or absurdly large. */
        RSA_SIZE,
        /** An RSA exponent that is even, 1, or absurdly large. */
        RSA_EXPONENT,
        /** The RSA key comes from a generator whose keys can be factored (CVE-2017-15361). */
        ROCA,
        /** A secret shorter than its hash (RFC 7518 section 3.2). */
        SHORT_SECRET,
        /** A secret that is a public key in some textual form: everybody knows it (RFC 8725 section 2.1). */
        PUBLIC_SECRET,
        /** A key whose private half is published in a specification, a test suite or on a sample page. */
        SAMPLE_KEY;

        private static final Set<Reason> POLICY =
                EnumSet.of(AMBIGUOUS_SET, RSA_SIZE, RSA_EXPONENT, ROCA, SHORT_SECRET, PUBLIC_SECRET, SAMPLE_KEY);

        /** Whether such a key is understood and yet refused, as against one that makes no sense. */
        public boolean isPolicy() {
            return POLICY.contains(this);
        }
    }

    private final Reason reason;

    /**
     * @param reason what is wrong
     * @param detail the same as a sentence for people, without any of the key
     */
    public KeyRejectedException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong, as a sentence without any of the key. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
