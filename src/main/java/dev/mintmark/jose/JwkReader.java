package dev.mintmark.jose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.KeyRejectedException.Reason;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads a JSON Web Key (RFC 7517 section 4, RFC 7518 section 6, RFC 8037 section 2). */
public final class JwkReader {
    private final JsonNode json;

    private JwkReader(JsonNode json) {
        this.json = json;
    }

    /**
     * Reads and {@linkplain Jwk#admit() admits} one key.
     *
     * @throws KeyRejectedException if it is malformed, of an unknown type, off its curve or too weak
     */
    public static Jwk read(JsonNode json) {
        if (!json.isObject()) {
            throw new KeyRejectedException(Reason.MALFORMED, "A JWK is a JSON object (RFC 7517 4)");
        }
        JwkReader reader = new JwkReader(json);
        return new Jwk(reader.material(), reader.attributes()).admit();
    }

    private KeyMaterial material() {
        return switch (text("kty").orElse("")) {
            case "oct" -> new KeyMaterial.Secret(bytes("k"));
            case "RSA" -> rsa();
            case "EC" -> ec();
            case "OKP" -> okp();
            default ->
                throw new KeyRejectedException(
                        Reason.UNSUPPORTED, "The JWK's kty is not RSA, EC, OKP or oct (RFC 7518 6.1)");
        };
    }

    private KeyMaterial rsa() {
        BigInteger n = number("n");
        BigInteger e = number("e");
        PublicKey publicKey = JcaKeys.publicKey("RSA", new RSAPublicKeySpec(n, e));
        if (!json.has("d")) {
            return new KeyMaterial.Pair(publicKey, Optional.empty());
        }
        if (json.has("oth")) {
            throw new KeyRejectedException(Reason.UNSUPPORTED, "An RSA key of more than two primes is not supported");
        }
        // The five members of the Chinese remainder theorem are either all present or all absent (RFC 7518 6.3.2).
        KeySpec spec = json.has("p")
                ? new RSAPrivateCrtKeySpec(
                        n, e, number("d"), number("p"), number("q"), number("dp"), number("dq"), number("qi"))
                : new RSAPrivateKeySpec(n, number("d"));
        return new KeyMaterial.Pair(publicKey, Optional.of(JcaKeys.privateKey("RSA", spec)));
    }

    private KeyMaterial ec() {
        Curve curve = text("crv")
                .flatMap(Curve::parse)
                .orElseThrow(() -> new KeyRejectedException(
                        Reason.UNSUPPORTED, "The JWK's crv is not P-256, P-384 or P-521 (RFC 7518 6.2.1.1)"));
        ECPoint point = new ECPoint(coordinate("x", curve), coordinate("y", curve));
        PublicKey publicKey = JcaKeys.publicKey("EC", new ECPublicKeySpec(point, curve.parameters()));
        Optional<PrivateKey> privateKey = json.has("d")
                ? Optional.of(
                        JcaKeys.privateKey("EC", new ECPrivateKeySpec(coordinate("d", curve), curve.parameters())))
                : Optional.empty();
        return new KeyMaterial.Pair(publicKey, privateKey);
    }

    private KeyMaterial okp() {
        if (!text("crv").equals(Optional.of(Algorithm.ED25519))) {
            throw new KeyRejectedException(Reason.UNSUPPORTED, "The JWK's crv is not Ed25519 (RFC 8037 3.1)");
        }
        PublicKey publicKey = Ed25519.publicKey(bytes("x", Ed25519.BYTES));
        Optional<PrivateKey> privateKey =
                json.has("d") ? Optional.of(Ed25519.privateKey(bytes("d", Ed25519.BYTES))) : Optional.empty();
        return new KeyMaterial.Pair(publicKey, privateKey);
    }

    private Jwk.Attributes attributes() {
        return new Jwk.Attributes(text("kid"), text("alg"), signs());
    }

    /** Whether {@code use} and {@code key_ops}, if present, permit signatures (RFC 7517 sections 4.2, 4.3). */
    private boolean signs() {
        if (!text("use").orElse("sig").equals("sig")) {
            return false;
        }
        JsonNode operations = json.get("key_ops");
        if (operations == null) {
            return true;
        }
        Set<String> names = new HashSet<>();
        for (JsonNode operation : operations) {
            if (!operation.isTextual() || !names.add(operation.asText())) {
                throw malformed("key_ops");
            }
        }
        if (!operations.isArray()) {
            throw malformed("key_ops");
        }
        return names.contains("sign") || names.contains("verify");
    }

    private Optional<String> text(String name) {
        JsonNode value = json.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw malformed(name);
        }
        return Optional.of(value.asText());
    }

    private byte[] bytes(String name) {
        try {
            return Base64Url.decode(text(name).orElseThrow(() -> malformed(name)));
        } catch (IllegalArgumentException e) {
            throw malformed(name);
        }
    }

    private byte[] bytes(String name, int length) {
        byte[] bytes = bytes(name);
        if (bytes.length != length) {
            throw malformed(name);
        }
        return bytes;
    }

    private BigInteger number(String name) {
        return new BigInteger(1, bytes(name));
    }

    private BigInteger coordinate(String name, Curve curve) {
        return new BigInteger(1, bytes(name, curve.coordinateBytes()));
    }

    private static KeyRejectedException malformed(String member) {
        return new KeyRejectedException(
                Reason.MALFORMED, "The JWK's " + member + " is missing or does not have the form of RFC 7518 6");
    }
}
