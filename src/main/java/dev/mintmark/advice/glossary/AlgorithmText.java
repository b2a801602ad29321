package dev.mintmark.advice.glossary;

import dev.mintmark.advice.text.AlgorithmNames;
import dev.mintmark.advice.text.Masking;

/** Describes an {@code alg} in words. */
final class AlgorithmText {
    private AlgorithmText() {}

    /**
     * The algorithm in words.
     *
     * @param signatureBytes the length of its signature in bytes, which for RSA is that of the modulus; 0 without one
     */
    static String of(String name, int signatureBytes) {
        if (AlgorithmNames.isNone(name)) {
            return "none: no signature at all";
        }
        String words = words(name) + size(name, signatureBytes);
        String shown = Masking.of(name);
        return words.isEmpty() ? shown + ": not a registered algorithm" : shown + ": " + words;
    }

    private static String size(String name, int signatureBytes) {
        boolean rsa = AlgorithmNames.isSignature(name) && (name.startsWith("RS") || name.startsWith("PS"));
        return rsa && signatureBytes > 0 ? ", " + signatureBytes * 8 + " bit" : "";
    }

    private static String words(String name) {
        if (AlgorithmNames.isSignature(name)) {
            return signature(name);
        }
        if (AlgorithmNames.isPublicKeyEncryption(name)) {
            return "encryption for the holder of a private key" + (name.startsWith("RSA") ? " (RSA)" : " (ECDH)");
        }
        if (AlgorithmNames.isKeyManagement(name)) {
            return name.startsWith("PBES2") ? "encryption with a password" : "encryption with a shared key";
        }
        return AlgorithmNames.isContentEncryption(name) ? "encryption of the content" : "";
    }

    private static String signature(String name) {
        return switch (name.substring(0, 2)) {
            case "HS" -> "HMAC with SHA-" + name.substring(2) + ", one shared secret for signing and verifying";
            case "RS" -> "RSA signature (PKCS #1 v1.5) with SHA-" + name.substring(2);
            case "PS" -> "RSA signature (PSS) with SHA-" + name.substring(2);
            case "ES" -> "ECDSA signature on " + curve(name);
            case "ML" -> "ML-DSA signature, designed to resist quantum computers";
            default -> "EdDSA signature on " + (name.equals("Ed448") ? "Ed448" : "Ed25519");
        };
    }

    private static String curve(String name) {
        return switch (name) {
            case "ES256" -> "P-256 with SHA-256";
            case "ES384" -> "P-384 with SHA-384";
            case "ES512" -> "P-521 with SHA-512";
            default -> "secp256k1 with SHA-256";
        };
    }
}
