package dev.mintmark.jose;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.BigIntegers;

/** The texts and bytes of a public key that a careless program uses as an HMAC secret (CVE-2015-9235), each by its name. */
public final class PublicKeySecrets {
    private final byte[] pem;
    private final Map<String, byte[]> texts;
    private final Map<String, byte[]> bytes;

    private PublicKeySecrets(byte[] pem, Map<String, byte[]> texts, Map<String, byte[]> bytes) {
        this.pem = pem;
        this.texts = texts;
        this.bytes = bytes;
    }

    /**
     * The forms of the public half of a key, for drills alone.
     *
     * @throws IllegalStateException for a secret, which has no public part
     */
    public static PublicKeySecrets insecureOf(Jwk jwk) {
        byte[] json = jwk.publicJson().toString().getBytes(StandardCharsets.UTF_8);
        PublicKey key = ((KeyMaterial.Pair) jwk.material()).publicKey();
        byte[] der = key.getEncoded();
        byte[] bits = SubjectPublicKeyInfo.getInstance(der).getPublicKeyData().getBytes();
        String pem = PublicKeyText.pem("PUBLIC KEY", der);
        Map<String, byte[]> texts = new LinkedHashMap<>();
        texts.put("no final line break", ascii(pem));
        texts.put("CRLF", ascii(pem.replace("\n", "\r\n") + "\r\n"));
        texts.put("after a line break", ascii("\n" + pem + "\n"));
        texts.put("after a space", ascii(" " + pem + "\n"));
        texts.put("Base64 body", ascii(Base64.getEncoder().encodeToString(der)));
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        bytes.put("DER", der);
        bytes.put("JWK", json);
        if (key instanceof RSAKey rsa) {
            texts.put("PKCS#1", ascii(PublicKeyText.pem("RSA PUBLIC KEY", bits) + "\n"));
            bytes.put("modulus", BigIntegers.asUnsignedByteArray(rsa.getModulus()));
        }
        return new PublicKeySecrets(ascii(pem + "\n"), texts, bytes);
    }

    /** The PEM text with a final line break. */
    public byte[] pem() {
        return pem.clone();
    }

    /** Other texts of the key. */
    public Map<String, byte[]> texts() {
        return Collections.unmodifiableMap(texts);
    }

    /** The key as bytes. */
    public Map<String, byte[]> bytes() {
        return Collections.unmodifiableMap(bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
