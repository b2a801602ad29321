package dev.mintmark.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.Sha256;
import dev.mintmark.jose.json.StrictJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals values that clients keep for the service, so that any replica can open them and no replica stores them. A sealed
 * value is {@code v1.} and base64url of the key's fingerprint (8 bytes), a nonce (12 bytes) and AES-256-GCM over the
 * deflated plaintext. The AES key derives by HKDF-SHA-256 (RFC 5869) from an asymmetric private key of the ring: never
 * from an HMAC secret, which resource servers may share.
 */
public final class ValueSealer {
    private static final String VERSION = "v1.";
    private static final int FINGERPRINT_BYTES = 8;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int MAX_PLAINTEXT = 16 * 1024;
    private static final int MAX_SEALED = 24 * 1024;

    /** The members that make a private key, whatever else its JWK has (RFC 7518 section 6, RFC 8037 section 2). */
    private static final List<String> MEMBERS = List.of("crv", "d", "e", "kty", "n", "x", "y");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyRings keyRings;

    public ValueSealer(KeyRings keyRings) {
        this.keyRings = keyRings;
    }

    /**
     * Seals a value with the first active asymmetric key.
     *
     * @param kind what the value is; it opens as nothing else
     * @param context where the value belongs, for example the name of an issuer; it opens nowhere else
     * @throws IllegalArgumentException for more than 16 KiB
     * @throws KeysUnavailableException if the ring has no asymmetric key to seal with
     */
    public String seal(String kind, String context, byte[] plaintext) {
        if (plaintext.length > MAX_PLAINTEXT) {
            throw new IllegalArgumentException("The value is larger than 16 KiB");
        }
        Jwk key = sealingKey(keyRings.require())
                .or(() -> sealingKey(keyRings.requireComplete()))
                .orElseThrow(KeysUnavailableException::new);
        byte[] fingerprint = fingerprint(key);
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, kind, context, nonce, Deflated.of(plaintext))
                .orElseThrow(() -> new IllegalStateException("Every JDK has AES-GCM"));
        byte[] all = ByteBuffer.allocate(FINGERPRINT_BYTES + NONCE_BYTES + sealed.length)
                .put(fingerprint)
                .put(nonce)
                .put(sealed)
                .array();
        return VERSION + Base64Url.encode(all);
    }

    /** The value; empty for text that no key of the ring has sealed as this kind in this context. */
    public Optional<byte[]> open(String kind, String context, String text) {
        return decode(text).flatMap(all -> {
            int start = FINGERPRINT_BYTES + NONCE_BYTES;
            byte[] nonce = Arrays.copyOfRange(all, FINGERPRINT_BYTES, start);
            byte[] sealed = Arrays.copyOfRange(all, start, all.length);
            return key(text)
                    .flatMap(key -> crypt(Cipher.DECRYPT_MODE, key, kind, context, nonce, sealed))
                    .flatMap(deflated -> Deflated.inflate(deflated, MAX_PLAINTEXT));
        });
    }

    /**
     * A secret that belongs to a sealed value: HMAC-SHA-256 with a key that derives from the one that sealed it. Empty if the
     * ring does not hold that key.
     */
    public Optional<String> secretOf(String kind, String sealed) {
        return key(sealed).map(key -> {
            try {
                byte[] derived = derive(key, kind + " secret");
                return Base64Url.encode(hmac(derived, sealed.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every JDK has HMAC-SHA-256", e);
            }
        });
    }

    /** The key of the ring that has sealed a value, by the fingerprint in it. */
    private Optional<Jwk> key(String sealed) {
        return decode(sealed).flatMap(all -> {
            byte[] fingerprint = Arrays.copyOf(all, FINGERPRINT_BYTES);
            return keyRings.require().keys().stream()
                    .map(RingKey::jwk)
                    .filter(key -> canSeal(key) && Arrays.equals(fingerprint(key), fingerprint))
                    .findFirst();
        });
    }

    /** Fingerprint, nonce and ciphertext; empty for text that is not a sealed value. */
    private static Optional<byte[]> decode(String text) {
        if (!text.startsWith(VERSION) || text.length() > MAX_SEALED) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64Url.decode(text.substring(VERSION.length()));
            return all.length > FINGERPRINT_BYTES + NONCE_BYTES ? Optional.of(all) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Jwk> sealingKey(KeyRing ring) {
        return ring.keys().stream()
                .filter(key -> key.state() == KeyState.ACTIVE && canSeal(key.jwk()))
                .map(RingKey::jwk)
                .findFirst();
    }

    private static boolean canSeal(Jwk key) {
        return key.isPrivate() && !key.isSecret();
    }

    private static byte[] fingerprint(Jwk key) {
        byte[] thumbprint = key.thumbprint().getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOf(Sha256.of(thumbprint), FINGERPRINT_BYTES);
    }

    private static Optional<byte[]> crypt(int mode, Jwk key, String kind, String context, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(derive(key, kind), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((VERSION + kind + '\n' + context).getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(input));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** One block of HKDF-SHA-256 is the length of the key (RFC 5869 section 2.3). */
    private static byte[] derive(Jwk key, String kind) throws GeneralSecurityException {
        ObjectNode json = key.insecurePrivateJson();
        Map<String, String> members = new TreeMap<>();
        MEMBERS.stream()
                .filter(json::has)
                .forEach(name -> members.put(name, json.path(name).asText()));
        byte[] extracted = hmac(new byte[32], StrictJson.bytes(members));
        byte[] info = ("mintmark oauth 1 " + kind + '\1').getBytes(StandardCharsets.UTF_8);
        return hmac(extracted, info);
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    @Override
    public String toString() {
        return "ValueSealer";
    }
}
