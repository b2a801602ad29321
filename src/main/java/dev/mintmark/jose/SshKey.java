package dev.mintmark.jose;

import dev.mintmark.jose.KeyRejectedException.Reason;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys in the formats of OpenSSH: a line of {@code authorized_keys} (RFC 4253 section 6.6) and openssh-key-v1. */
final class SshKey {
    private static final Pattern PUBLIC_LINE =
            Pattern.compile("(ssh-rsa|ssh-ed25519|ecdsa-sha2-nistp(?:256|384|521)) ([A-Za-z0-9+/=]+)(?: .*)?");
    private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final Map<String, Curve> CURVES = Map.of(
            "ecdsa-sha2-nistp256", Curve.P256,
            "ecdsa-sha2-nistp384", Curve.P384,
            "ecdsa-sha2-nistp521", Curve.P521);

    private final ByteBuffer buffer;

    private SshKey(byte[] bytes) {
        this.buffer = ByteBuffer.wrap(bytes);
    }

    static boolean isPublicLine(String text) {
        return PUBLIC_LINE.matcher(text).matches();
    }

    /**
     * The key of one line, {@code ssh-ed25519 AAAA… comment}.
     *
     * @throws KeyRejectedException if it is malformed
     */
    static KeyMaterial.Pair publicLine(String line) {
        Matcher matcher = PUBLIC_LINE.matcher(line);
        if (!matcher.matches()) {
            throw malformed();
        }
        return guarded(() -> {
            SshKey blob = new SshKey(Base64.getDecoder().decode(matcher.group(2)));
            return new KeyMaterial.Pair(blob.publicKey(blob.text()), Optional.empty());
        });
    }

    /**
     * The pair of an {@code OPENSSH PRIVATE KEY} block.
     *
     * @throws KeyRejectedException if it is encrypted, has more than one key, or is malformed
     */
    static KeyMaterial.Pair privateKey(byte[] bytes) {
        if (!Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
            throw malformed();
        }
        return guarded(() -> new SshKey(Arrays.copyOfRange(bytes, MAGIC.length, bytes.length)).pair());
    }

    private interface Reading {
        KeyMaterial.Pair read();
    }

    private static KeyMaterial.Pair guarded(Reading reading) {
        try {
            return reading.read();
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw malformed();
        }
    }

    private KeyMaterial.Pair pair() {
        if (!text().equals("none")) {
            throw new KeyRejectedException(
                    Reason.ENCRYPTED,
                    "The OpenSSH private key is encrypted with a passphrase; remove it and write PKCS#8: "
                            + "ssh-keygen -p -m PKCS8 -f FILE");
        }
        text();
        bytes();
        if (buffer.getInt() != 1) {
            throw malformed();
        }
        bytes();
        SshKey secrets = new SshKey(bytes());
        int check = secrets.buffer.getInt();
        if (secrets.buffer.getInt() != check) {
            throw malformed();
        }
        return secrets.privatePart(secrets.text());
    }

    private KeyMaterial.Pair privatePart(String type) {
        if (type.equals("ssh-rsa")) {
            return rsa(number(), number(), number(), number(), number(), number());
        }
        if (type.equals("ssh-ed25519")) {
            bytes();
            return Ed25519.pair(Arrays.copyOf(bytes(), Ed25519.BYTES));
        }
        Curve curve = curve(type);
        bytes();
        bytes();
        return EcKeys.pair(curve, number());
    }

    /** In the order of the format; the exponents of the primes are left out there. */
    private static KeyMaterial.Pair rsa(
            BigInteger n, BigInteger e, BigInteger d, BigInteger qi, BigInteger p, BigInteger q) {
        if (p.bitLength() < 2
                || q.bitLength() < 2
                || p.compareTo(n) >= 0
                || q.compareTo(n) >= 0
                || d.compareTo(n) >= 0) {
            throw malformed();
        }
        BigInteger dp = d.mod(p.subtract(BigInteger.ONE));
        BigInteger dq = d.mod(q.subtract(BigInteger.ONE));
        return RsaKeys.pair(n, e, d, Optional.of(new RsaKeys.Crt(p, q, dp, dq, qi)));
    }

    private java.security.PublicKey publicKey(String type) {
        if (type.equals("ssh-rsa")) {
            BigInteger e = number();
            return RsaKeys.publicKey(number(), e);
        }
        if (type.equals("ssh-ed25519")) {
            return Ed25519.publicKey(bytes());
        }
        Curve curve = curve(type);
        bytes();
        return EcKeys.publicKey(curve, bytes());
    }

    private static Curve curve(String type) {
        return Optional.ofNullable(CURVES.get(type))
                .orElseThrow(() -> new KeyRejectedException(
                        Reason.UNSUPPORTED, "The OpenSSH key is not RSA, ECDSA on a NIST curve or Ed25519"));
    }

    private String text() {
        return new String(bytes(), StandardCharsets.US_ASCII);
    }

    private BigInteger number() {
        return new BigInteger(1, bytes());
    }

    private byte[] bytes() {
        int length = buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw malformed();
        }
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    private static KeyRejectedException malformed() {
        return new KeyRejectedException(
                Reason.MALFORMED,
                "The OpenSSH key is broken or truncated; write PKCS#8 again: ssh-keygen -p -m PKCS8 -f FILE");
    }
}
