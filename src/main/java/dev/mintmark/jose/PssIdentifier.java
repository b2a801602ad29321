package dev.mintmark.jose;

import dev.mintmark.jose.KeyRejectedException.Reason;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * The algorithm identifier {@code id-RSASSA-PSS} of a key, which restricts it to this padding and, with parameters, to one
 * hash (RFC 4055 section 1.2).
 */
final class PssIdentifier {
    private static final Map<ASN1ObjectIdentifier, Algorithm> BY_HASH = Map.of(
            NISTObjectIdentifiers.id_sha256, Algorithm.PS256,
            NISTObjectIdentifiers.id_sha384, Algorithm.PS384,
            NISTObjectIdentifiers.id_sha512, Algorithm.PS512);

    private final AlgorithmIdentifier identifier;
    private final Algorithm algorithm;

    private PssIdentifier(AlgorithmIdentifier identifier, Algorithm algorithm) {
        this.identifier = identifier;
        this.algorithm = algorithm;
    }

    /**
     * The identifier if it is that of RSASSA-PSS; empty for every other key.
     *
     * @throws KeyRejectedException if no algorithm of JOSE satisfies its parameters
     */
    static Optional<PssIdentifier> of(AlgorithmIdentifier identifier) {
        if (!identifier.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return Optional.empty();
        }
        return Optional.of(new PssIdentifier(identifier, algorithm(identifier)));
    }

    /** A key without parameters is for every hash; SHA-256 is the usual one. */
    private static Algorithm algorithm(AlgorithmIdentifier identifier) {
        if (identifier.getParameters() == null) {
            return Algorithm.PS256;
        }
        RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(identifier.getParameters());
        ASN1ObjectIdentifier hash = parameters.getHashAlgorithm().getAlgorithm();
        Algorithm algorithm = Optional.ofNullable(BY_HASH.get(hash))
                .orElseThrow(
                        () -> unsupported("The RSASSA-PSS key is for another hash than SHA-256, SHA-384 and SHA-512"));
        AlgorithmIdentifier mask = parameters.getMaskGenAlgorithm();
        if (!mask.getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)
                || !AlgorithmIdentifier.getInstance(mask.getParameters())
                        .getAlgorithm()
                        .equals(hash)) {
            throw unsupported(
                    "The RSASSA-PSS key is for a mask of another hash than its own, which JOSE does not have");
        }
        // A signature has at least the salt length of the key (RFC 4055 section 3.1).
        if (parameters.getSaltLength().compareTo(BigInteger.valueOf(saltBytes(algorithm))) > 0) {
            throw unsupported("The RSASSA-PSS key needs a longer salt than JOSE has");
        }
        return algorithm;
    }

    /** The salt of JOSE is as long as the digest (RFC 7518 section 3.5). */
    private static int saltBytes(Algorithm algorithm) {
        return switch (algorithm) {
            case PS512 -> 64;
            case PS384 -> 48;
            default -> 32;
        };
    }

    private static KeyRejectedException unsupported(String detail) {
        return new KeyRejectedException(Reason.UNSUPPORTED, detail + " (RFC 4055, RFC 7518 3.5)");
    }

    String algorithmName() {
        return algorithm.joseName();
    }

    /** The SPKI with this identifier. */
    byte[] publicKey(byte[] spki) {
        try {
            return new SubjectPublicKeyInfo(
                            identifier, SubjectPublicKeyInfo.getInstance(spki).parsePublicKey())
                    .getEncoded();
        } catch (IOException e) {
            throw JcaKeys.malformed();
        }
    }

    /** The PKCS#8 with this identifier. */
    byte[] privateKey(byte[] pkcs8) {
        try {
            return new PrivateKeyInfo(
                            identifier, PrivateKeyInfo.getInstance(pkcs8).parsePrivateKey())
                    .getEncoded();
        } catch (IOException e) {
            throw JcaKeys.malformed();
        }
    }
}
