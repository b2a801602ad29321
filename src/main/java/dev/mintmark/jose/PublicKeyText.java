package dev.mintmark.jose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.BigIntegers;

/**
 * Recognises a public key that is given as an HMAC secret, the key confusion of CVE-2015-9235. Forms: PEM, OpenSSH,
 * JWK, DER, Base64 of DER, an uncompressed point.
 */
final class PublicKeyText {
    private static final int UNCOMPRESSED = 4;

    private PublicKeyText() {}

    static boolean isOne(byte[] secret) {
        return isDer(secret) || isPoint(secret) || isText(new String(secret, StandardCharsets.UTF_8).strip());
    }

    private static boolean isText(String text) {
        String bare = text.startsWith("\ufeff") ? text.substring(1).strip() : text;
        return bare.contains("-----BEGIN ")
                || Stream.of("ssh-rsa ", "ssh-ed25519 ", "ecdsa-sha2-").anyMatch(bare::startsWith)
                || isJwk(bare)
                || isBase64OfDer(bare);
    }

    private static boolean isJwk(String text) {
        if (!text.startsWith("{")) {
            return false;
        }
        try {
            var json = StrictJson.object(text.getBytes(StandardCharsets.UTF_8));
            return json.has("keys")
                    || (json.has("kty") && !json.path("kty").asText().equals("oct"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isBase64OfDer(String text) {
        try {
            return isDer(Base64.getMimeDecoder().decode(text.replace('-', '+').replace('_', '/')));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isDer(byte[] bytes) {
        return bytes.length > 0
                && bytes[0] == 0x30
                && Stream.<Predicate<byte[]>>of(
                                b -> SubjectPublicKeyInfo.getInstance(b) != null,
                                b -> RSAPublicKey.getInstance(b) != null,
                                b -> Certificate.getInstance(b) != null)
                        .anyMatch(form -> parses(form, bytes));
    }

    private static boolean parses(Predicate<byte[]> form, byte[] bytes) {
        try {
            return form.test(bytes);
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static boolean isPoint(byte[] bytes) {
        return bytes.length > 0
                && bytes[0] == UNCOMPRESSED
                && Stream.of(Curve.values()).anyMatch(curve -> curve.contains(bytes));
    }

    /**
     * The texts and bytes of a public key that careless programs use as an HMAC secret: PEM with and without the final
     * line break, with CRLF, as PKCS#1, the Base64 body, DER, JWK, the bare number or point.
     */
    static List<byte[]> forms(PublicKey key, ObjectNode published) {
        List<byte[]> forms = new ArrayList<>();
        byte[] der = key.getEncoded();
        String pem = pem("PUBLIC KEY", der);
        addText(
                forms,
                pem + "\n",
                pem,
                pem.replace("\n", "\r\n") + "\r\n",
                pem.replace("\n", "\r\n"),
                " " + pem + "\n",
                "\n" + pem + "\n");
        addText(forms, Base64.getEncoder().encodeToString(der), published.toString());
        addText(forms, new String(StrictJson.bytes(JwkWriter.publicMembers(key)), StandardCharsets.UTF_8));
        forms.add(der);
        byte[] bits = SubjectPublicKeyInfo.getInstance(der).getPublicKeyData().getBytes();
        forms.add(bits);
        if (key instanceof RSAKey rsa) {
            String pkcs1 = pem("RSA PUBLIC KEY", bits);
            addText(forms, pkcs1 + "\n", pkcs1);
            forms.add(BigIntegers.asUnsignedByteArray(rsa.getModulus()));
        }
        return forms;
    }

    private static void addText(List<byte[]> forms, String... texts) {
        for (String text : texts) {
            forms.add(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----";
    }
}
