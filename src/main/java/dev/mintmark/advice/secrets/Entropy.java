package dev.mintmark.advice.secrets;

/** Whether bytes look random, or made up. */
public final class Entropy {
    private static final int MIN_DISTINCT = 10;
    private static final double LEAST_BITS = 128;

    private Entropy() {}

    /** What betrays a secret that is not random, as the end of a sentence; empty text if nothing does. */
    public static String flaw(byte[] secret) {
        if (secret.length < 2) {
            return "has hardly a byte";
        }
        int[] counts = new int[256];
        int distinct = 0;
        boolean printable = true;
        for (byte b : secret) {
            distinct += counts[b & 0xff]++ == 0 ? 1 : 0;
            printable = printable && b >= 0x20 && b < 0x7f;
        }
        if (distinct == 1) {
            return "is one byte again and again";
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
        return printable && bits(counts, secret.length) < LEAST_BITS ? "is text that can be guessed" : "";
    }

    private static boolean isRun(byte[] secret) {
        int step = secret[1] - secret[0];
        boolean run = step == 1 || step == -1;
        for (int i = 1; run && i < secret.length; i++) {
            run = secret[i] - secret[i - 1] == step;
        }
        return run;
    }

    /** Whether it is a text of at most half its length, repeated: by the failure function of Knuth, Morris, Pratt. */
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

    /** Shannon's entropy of the whole in bits, by the frequency of its bytes. */
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
