package dev.mintmark.advice.text;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The registered {@code alg} and {@code enc} values (IANA JOSE registry) and the keys they need. */
public final class AlgorithmNames {
    /** A kty and a crv; the crv is empty if the type has none. */
    private record KeyShape(String type, String curve) {}

    private static final Map<String, KeyShape> SIGNATURE = Map.ofEntries(
            Map.entry("HS256", new KeyShape("oct", "")),
            Map.entry("HS384", new KeyShape("oct", "")),
            Map.entry("HS512", new KeyShape("oct", "")),
            Map.entry("RS256", new KeyShape("RSA", "")),
            Map.entry("RS384", new KeyShape("RSA", "")),
            Map.entry("RS512", new KeyShape("RSA", "")),
            Map.entry("PS256", new KeyShape("RSA", "")),
            Map.entry("PS384", new KeyShape("RSA", "")),
            Map.entry("PS512", new KeyShape("RSA", "")),
            Map.entry("ES256", new KeyShape("EC", "P-256")),
            Map.entry("ES384", new KeyShape("EC", "P-384")),
            Map.entry("ES512", new KeyShape("EC", "P-521")),
            Map.entry("ES256K", new KeyShape("EC", "secp256k1")),
            Map.entry("Ed25519", new KeyShape("OKP", "Ed25519")),
            Map.entry("Ed448", new KeyShape("OKP", "Ed448")),
            Map.entry("EdDSA", new KeyShape("OKP", "Ed25519")),
            Map.entry("ML-DSA-44", new KeyShape("AKP", "")),
            Map.entry("ML-DSA-65", new KeyShape("AKP", "")),
            Map.entry("ML-DSA-87", new KeyShape("AKP", "")));

    private static final Set<String> RSA_ENCRYPTION =
            Set.of("RSA1_5", "RSA-OAEP", "RSA-OAEP-256", "RSA-OAEP-384", "RSA-OAEP-512");
    private static final Set<String> AGREEMENT =
            Set.of("ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A192KW", "ECDH-ES+A256KW");
    private static final Set<String> SYMMETRIC_ENCRYPTION = Set.of(
            "A128KW",
            "A192KW",
            "A256KW",
            "dir",
            "A128GCMKW",
            "A192GCMKW",
            "A256GCMKW",
            "PBES2-HS256+A128KW",
            "PBES2-HS384+A192KW",
            "PBES2-HS512+A256KW");
    private static final Set<String> CONTENT_ENCRYPTION =
            Set.of("A128CBC-HS256", "A192CBC-HS384", "A256CBC-HS512", "A128GCM", "A192GCM", "A256GCM");
    /** Registered for the Web Cryptography API and prohibited in JOSE. */
    private static final Set<String> PROHIBITED =
            Set.of("RS1", "HS1", "A128CBC", "A192CBC", "A256CBC", "A128CTR", "A192CTR", "A256CTR");

    private AlgorithmNames() {}

    public static boolean isSignature(String name) {
        return SIGNATURE.containsKey(name);
    }

    /** Whether the name is "none", in any case and with spaces or control characters around it. */
    public static boolean isNone(String name) {
        return name.trim().equalsIgnoreCase("none");
    }

    /** Whether it is a key management algorithm of JWE. */
    public static boolean isKeyManagement(String name) {
        return isPublicKeyEncryption(name) || SYMMETRIC_ENCRYPTION.contains(name);
    }

    /** Whether anyone who has the public key can encrypt with it. */
    public static boolean isPublicKeyEncryption(String name) {
        return RSA_ENCRYPTION.contains(name) || AGREEMENT.contains(name);
    }

    public static boolean isContentEncryption(String name) {
        return CONTENT_ENCRYPTION.contains(name);
    }

    public static boolean isProhibited(String name) {
        return PROHIBITED.contains(name);
    }

    public static boolean isRegistered(String name) {
        return isSignature(name) || isKeyManagement(name) || isContentEncryption(name) || name.equals("none");
    }

    /** The registered name that differs from this one only in case. */
    public static Optional<String> ignoringCase(String name) {
        return Stream.of(SIGNATURE.keySet(), RSA_ENCRYPTION, AGREEMENT, SYMMETRIC_ENCRYPTION, CONTENT_ENCRYPTION)
                .flatMap(Set::stream)
                .filter(registered -> registered.equalsIgnoreCase(name.strip()) && !registered.equals(name))
                .findFirst();
    }

    public static boolean isHmac(String name) {
        KeyShape shape = SIGNATURE.get(name);
        return shape != null && shape.type().equals("oct");
    }

    /** Whether a key supports a registered algorithm; true for unregistered names, which other rules report. */
    public static boolean fits(String name, String type, String curve) {
        KeyShape shape = SIGNATURE.get(name);
        if (shape != null) {
            boolean either = name.equals("EdDSA") && curve.equals("Ed448");
            return shape.type().equals(type)
                    && (shape.curve().isEmpty() || shape.curve().equals(curve) || either);
        }
        if (RSA_ENCRYPTION.contains(name)) {
            return type.equals("RSA");
        }
        if (AGREEMENT.contains(name)) {
            return type.equals("EC") || curve.startsWith("X");
        }
        return type.equals("oct") || !(SYMMETRIC_ENCRYPTION.contains(name) || isContentEncryption(name));
    }

    /** The length of a signature in bytes; 0 if it depends on the key or the name is not a signature algorithm. */
    public static int signatureBytes(String name) {
        return switch (name) {
            case "HS256" -> 32;
            case "HS384" -> 48;
            case "HS512", "ES256", "ES256K", "Ed25519" -> 64;
            case "ES384" -> 96;
            case "ES512" -> 132;
            case "Ed448" -> 114;
            case "ML-DSA-44" -> 2_420;
            case "ML-DSA-65" -> 3_309;
            case "ML-DSA-87" -> 4_627;
            default -> 0;
        };
    }

    /** The length in bytes of the authentication tag of AES-CBC with HMAC (RFC 7518 section 5.2). */
    public static int tagBytes(String enc) {
        return switch (enc) {
            case "A128CBC-HS256" -> 16;
            case "A192CBC-HS384" -> 24;
            default -> 32;
        };
    }
}
