package dev.mintmark.jose;

import dev.mintmark.jose.KeyRejectedException.Reason;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of PEM (RFC 7468), whose line breaks may be missing, literal ({@code \n}) or foreign, as copies through
 * variables, JSON and YAML leave them.
 *
 * @param label the text between {@code BEGIN} and the dashes
 * @param isEncrypted whether headers say that a passphrase protects the block (RFC 1421 section 4.6.1.1)
 * @param body the Base64 text between the lines, without white space
 */
record PemBlock(String label, boolean isEncrypted, String body) {
    /** A chain has fewer certificates. */
    private static final int MAX_BLOCKS = 20;

    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----");
    private static final Pattern LITERAL_BREAK = Pattern.compile("\\\\+[rnt]");
    /** White space, zero-width characters, quotes and backslashes: none of them is Base64. */
    private static final Pattern NOISE = Pattern.compile("[\\s\\u00a0\\u200b\\u2060\\ufeff\"'\\\\]+");

    static boolean isIn(String text) {
        return text.contains("-----BEGIN ");
    }

    /**
     * The blocks of a text, in order; other text around them is ignored.
     *
     * @throws KeyRejectedException if a block has no end, or there are more than 20
     */
    static List<PemBlock> of(String given) {
        String text = LITERAL_BREAK.matcher(given).replaceAll("\n");
        List<PemBlock> blocks = new ArrayList<>();
        Matcher begin = BEGIN.matcher(text);
        int from = 0;
        while (begin.find(from)) {
            String label = begin.group(1);
            String end = "-----END " + label + "-----";
            int stop = text.indexOf(end, begin.end());
            if (stop < 0) {
                throw truncated();
            }
            if (blocks.size() == MAX_BLOCKS) {
                throw new KeyRejectedException(Reason.MALFORMED, "The PEM has more than " + MAX_BLOCKS + " blocks");
            }
            blocks.add(of(label, text.substring(begin.end(), stop)));
            from = stop + end.length();
        }
        return blocks;
    }

    private static PemBlock of(String label, String content) {
        boolean isEncrypted = content.contains("Proc-Type:") && content.contains("ENCRYPTED");
        return new PemBlock(label, isEncrypted, NOISE.matcher(content).replaceAll(""));
    }

    /** The decoded body. */
    byte[] der() {
        // Without its padding the body may be cut.
        if (body.length() % 4 != 0) {
            throw truncated();
        }
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw truncated();
        }
    }

    static KeyRejectedException truncated() {
        return new KeyRejectedException(Reason.MALFORMED, "The PEM is broken or truncated (RFC 7468)");
    }

    @Override
    public String toString() {
        return "PemBlock[redacted]";
    }
}
