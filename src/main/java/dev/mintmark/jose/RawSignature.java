package dev.mintmark.jose;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures over bytes through the JCA, in the encodings of JOSE (RFC 7518 sections 3.2 to 3.5, RFC 8037 section 3.1).
 */
final class RawSignature {
    private RawSignature() {}

    /** The JCA key that the algorithm signs with. */
    static Key signingKey(Algorithm algorithm, KeyMaterial material) {
        if (material instanceof KeyMaterial.Secret secret) {
            return new SecretKeySpec(secret.bytes(), algorithm.jcaName());
        }
        return NativeCrypto.translated(
                ((KeyMaterial.Pair) material).privateKey().orElseThrow());
    }

    static byte[] sign(Algorithm algorithm, Key key, byte[] input) {
        try {
            if (algorithm.family() == Algorithm.Family.HMAC) {
                return mac(algorithm, key, input);
            }
            Signature signature = Signature.getInstance(signatureName(algorithm));
            signature.initSign((PrivateKey) key);
            setParameters(algorithm, signature);
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Signing with " + algorithm + " failed", e);
        }
    }

    /** Whether the key made the signature; false for bytes that are not a signature at all. */
    static boolean verify(Algorithm algorithm, KeyMaterial material, byte[] input, byte[] bytes) {
        if (bytes.length != length(algorithm, material)) {
            return false;
        }
        try {
            if (material instanceof KeyMaterial.Secret) {
                return MessageDigest.isEqual(mac(algorithm, signingKey(algorithm, material), input), bytes);
            }
            if (algorithm.curve().isPresent() && !algorithm.curve().get().isInRange(bytes)) {
                return false;
            }
            PublicKey key = ((KeyMaterial.Pair) material).publicKey();
            Signature signature = Signature.getInstance(signatureName(algorithm));
            signature.initVerify(key);
            setParameters(algorithm, signature);
            signature.update(input);
            return signature.verify(bytes);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static int length(Algorithm algorithm, KeyMaterial material) {
        if (material instanceof KeyMaterial.Pair pair && pair.publicKey() instanceof RSAKey rsa) {
            return (rsa.getModulus().bitLength() + 7) / 8;
        }
        return algorithm.signatureBytes();
    }

    private static byte[] mac(Algorithm algorithm, Key key, byte[] input) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm.jcaName());
        mac.init(key);
        return mac.doFinal(input);
    }

    private static String signatureName(Algorithm algorithm) {
        return algorithm.family() == Algorithm.Family.RSA_PSS ? "RSASSA-PSS" : algorithm.jcaName();
    }

    /**
     * Called after the key is set: the JCA selects the provider by the key, and parameters would fix it to the first
     * one.
     */
    private static void setParameters(Algorithm algorithm, Signature signature) throws GeneralSecurityException {
        if (algorithm.family() == Algorithm.Family.RSA_PSS) {
            String hash = algorithm.jcaName();
            int saltBytes = MessageDigest.getInstance(hash).getDigestLength();
            signature.setParameter(new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), saltBytes, 1));
        }
    }
}
