package dev.mintmark.advice.secrets;

/** Estimates whether a secret is random. */
public final class Entropy {
    private static final int MIN_DISTINCT = 10;
    private static final double LEAST_BITS = 128;

    private Entropy() {}

    /** The sign that a secret is not random, as the end of a sentence; the empty string if there is none. */
    public static String flaw(byte[] secret) {
        if (secret.length < 2) {
            return "has fewer than two bytes";
        }
        int[] counts = new int[256];
        int distinct = 0;
        boolean printable = true;
        for (byte b : secret) {
            distinct += counts[b & 0xff]++ == 0 ? 1 : 0;
            printable = printable && b >= 0x20 && b < 0x7f;
        }
        if (distinct == 1) {
            return "is one byte repeated";
        }
        if (isRun(secret)) {
            return "counts up or down";
        }
        if (hasPeriod(secret)) {
            return "repeats a pattern";
        }
        if (distinct < MIN_DISTINCT) {
            return "has only " + distinct + " different bytes";
        }
        return printable && bits(counts, secret.length) < LEAST_BITS ? "is text that is easy to guess" : "";
    }

    private static boolean isRun(byte[] secret) {
        int step = secret[1] - secret[0];
        boolean run = step == 1 || step == -1;
        for (int i = 1; run && i < secret.length; i++) {
            run = secret[i] - secret[i - 1] == step;
        }
        return run;
    }

    /** Whether a block of at most half the length repeats, by the failure function of Knuth, Morris and Pratt. */
    private static boolean hasPeriod(byte[] secret) {
        int[] border = new int[secret.length];
        for (int i = 1, length = 0; i < secret.length; i++) {
            while (length > 0 && secret[i] != secret[length]) {
                length = border[length - 1];
            }
            length += secret[i] == secret[length] ? 1 : 0;
            border[i] = length;
        }
        return secret.length - border[secret.length - 1] <= secret.length / 2;
    }

    /** The Shannon entropy of the whole secret in bits, from the frequency of its bytes. */
    private static double bits(int[] counts, int length) {
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                bits -= count * Math.log((double) count / length) / Math.log(2);
            }
        }
        return bits;
    }
}
