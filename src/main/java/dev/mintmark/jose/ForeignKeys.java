package dev.mintmark.jose;

import dev.mintmark.jose.KeyRejectedException.Reason;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** The names of key types and curves that are recognised but not supported, by object identifier. */
final class ForeignKeys {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("1.3.101.110", "an X25519 key, for key agreement only; tokens are signed with Ed25519"),
            Map.entry("1.3.101.111", "an X448 key, for key agreement only; tokens are signed with Ed25519"),
            Map.entry("1.3.101.113", "an Ed448 key; tokens are signed with Ed25519"),
            Map.entry("1.2.840.10040.4.1", "a DSA key, which no algorithm of JOSE uses"),
            Map.entry("1.2.840.113549.1.3.1", "a Diffie-Hellman key, which cannot sign"),
            Map.entry("1.2.840.113549.1.1.7", "an RSA-OAEP key, which is for encryption only (RFC 4055)"),
            Map.entry("2.16.840.1.101.3.4.3.17", "an ML-DSA-44 key (RFC 9964)"),
            Map.entry("2.16.840.1.101.3.4.3.18", "an ML-DSA-65 key (RFC 9964)"),
            Map.entry("2.16.840.1.101.3.4.3.19", "an ML-DSA-87 key (RFC 9964)"));

    private static final Map<String, String> CURVES = Map.of(
            "1.3.132.0.10", "secp256k1",
            "1.3.132.0.33", "secp224r1",
            "1.2.840.10045.3.1.1", "secp192r1",
            "1.3.36.3.3.2.8.1.1.7", "brainpoolP256r1",
            "1.3.36.3.3.2.8.1.1.11", "brainpoolP384r1",
            "1.3.36.3.3.2.8.1.1.13", "brainpoolP512r1");

    private ForeignKeys() {}

    static KeyRejectedException unsupported(ASN1ObjectIdentifier algorithm) {
        String type = TYPES.get(algorithm.getId());
        return new KeyRejectedException(
                Reason.UNSUPPORTED,
                type == null
                        ? "The key is not RSA, EC or Ed25519"
                        : "The key is not RSA, EC or Ed25519: it is " + type);
    }

    /** The name of the curve with a space before it, or an empty string. */
    static String curveName(ASN1ObjectIdentifier curve) {
        String name = CURVES.get(curve.getId());
        return name == null ? "" : ' ' + name;
    }
}
