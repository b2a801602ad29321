package dev.mintmark.jose;

import dev.mintmark.jose.json.JsonMembers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/** Encrypted tokens (RFC 7516) that no one signed, for drills alone: the service accepts none. */
public final class Jwe {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int KEY_BYTES = 32;

    private Jwe() {}

    /**
     * The compact serialization with RSA-OAEP-256 and A256GCM.
     *
     * @param recipient an RSA key, whose public half is used
     * @param header with {@code alg} and {@code enc}
     */
    public static String insecureEncrypt(Jwk recipient, JsonMembers header, byte[] plaintext) {
        byte[] contentKey = random(KEY_BYTES);
        byte[] nonce = random(NONCE_BYTES);
        String protectedHeader = Base64Url.encode(header.bytes());
        try {
            PublicKey key = ((KeyMaterial.Pair) recipient.material()).publicKey();
            Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
            rsa.init(
                    Cipher.ENCRYPT_MODE,
                    key,
                    new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
            byte[] wrapped = rsa.doFinal(contentKey);
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(contentKey, "AES"),
                    new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
            aes.updateAAD(protectedHeader.getBytes(StandardCharsets.US_ASCII));
            byte[] sealed = aes.doFinal(plaintext);
            int end = sealed.length - TAG_BYTES;
            return join(protectedHeader, wrapped, nonce, Arrays.copyOf(sealed, end), tail(sealed, end));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has RSA-OAEP and AES-GCM", e);
        }
    }

    /** A token of this header whose other parts are random and have the lengths of PBES2 with A128CBC-HS256. */
    public static String insecureRandom(JsonMembers header) {
        return join(Base64Url.encode(header.bytes()), random(40), random(16), random(256), random(16));
    }

    private static String join(String header, byte[]... parts) {
        StringBuilder token = new StringBuilder(header);
        for (byte[] part : parts) {
            token.append('.').append(Base64Url.encode(part));
        }
        return token.toString();
    }

    private static byte[] tail(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
