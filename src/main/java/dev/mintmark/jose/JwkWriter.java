package dev.mintmark.jose;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.json.StrictJson;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;

/** Keys as JWK members (RFC 7518 section 6, RFC 8037 section 2). */
final class JwkWriter {
    /** Members of a thumbprint in lexicographic order (RFC 7638 section 3.2, RFC 8037 section 2). */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "EC", List.of("crv", "kty", "x", "y"),
            "OKP", List.of("crv", "kty", "x"),
            "RSA", List.of("e", "kty", "n"),
            "oct", List.of("k", "kty"));

    private JwkWriter() {}

    static ObjectNode publicJson(Jwk jwk) {
        return withAttributes(jwk, publicMembersOf(jwk));
    }

    static ObjectNode privateJson(Jwk jwk) {
        return withAttributes(jwk, allMembersOf(jwk));
    }

    /** The members of the public key, without attributes. */
    static ObjectNode publicMembersOf(Jwk jwk) {
        if (jwk.material() instanceof KeyMaterial.Pair pair) {
            return publicMembers(pair.publicKey());
        }
        throw new IllegalStateException("A secret has no public part");
    }

    /** The members of the key with the private ones, without attributes. */
    static ObjectNode allMembersOf(Jwk jwk) {
        if (!(jwk.material() instanceof KeyMaterial.Pair pair)) {
            return requiredMembers(jwk.material());
        }
        ObjectNode json = publicMembers(pair.publicKey());
        pair.privateKey().ifPresent(key -> addPrivateMembers(json, key));
        return json;
    }

    /** SHA-256 over the required members in lexicographic order, without white space (RFC 7638 section 3). */
    static String thumbprint(KeyMaterial material) {
        return sha256(requiredMembers(material));
    }

    /**
     * The thumbprint of a JWK as given, whose numbers are compared as numbers: leading zeros do not count. Empty if a
     * required member is missing or not a string.
     */
    static Optional<String> thumbprint(ObjectNode jwk) {
        String type = jwk.path("kty").asText();
        List<String> required = REQUIRED.getOrDefault(type, List.of());
        if (required.isEmpty()
                || !required.stream().allMatch(name -> jwk.path(name).isTextual())) {
            return Optional.empty();
        }
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        required.forEach(name -> members.put(name, canonical(type, name, jwk)));
        return Optional.of(sha256(members));
    }

    private static String canonical(String type, String name, ObjectNode jwk) {
        String text = jwk.path(name).asText();
        boolean isNumber = type.equals("RSA") ? !name.equals("kty") : type.equals("EC") && name.length() == 1;
        Optional<byte[]> bytes = isNumber ? TokenForm.Part.read(text).bytes() : Optional.empty();
        if (bytes.isEmpty()) {
            return text;
        }
        BigInteger number = new BigInteger(1, bytes.get());
        Optional<Curve> curve = Curve.parse(jwk.path("crv").asText());
        if (type.equals("RSA") || curve.isEmpty()) {
            return number(number);
        }
        return number.bitLength() > curve.get().coordinateBytes() * Byte.SIZE ? text : coordinate(number, curve.get());
    }

    private static String sha256(ObjectNode members) {
        return Base64Url.encode(Sha256.start().digest(StrictJson.bytes(members)));
    }

    private static ObjectNode requiredMembers(KeyMaterial material) {
        if (material instanceof KeyMaterial.Secret secret) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("k", Base64Url.encode(secret.bytes()))
                    .put("kty", "oct");
        }
        return publicMembers(((KeyMaterial.Pair) material).publicKey());
    }

    /** In the lexicographic order that a thumbprint needs. */
    static ObjectNode publicMembers(PublicKey key) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (key instanceof RSAPublicKey rsa) {
            return json.put("e", number(rsa.getPublicExponent()))
                    .put("kty", "RSA")
                    .put("n", number(rsa.getModulus()));
        }
        if (key instanceof ECPublicKey ec) {
            Curve curve = Curve.of(ec).orElseThrow();
            return json.put("crv", curve.joseName())
                    .put("kty", "EC")
                    .put("x", coordinate(ec.getW().getAffineX(), curve))
                    .put("y", coordinate(ec.getW().getAffineY(), curve));
        }
        return json.put("crv", Algorithm.ED25519).put("kty", "OKP").put("x", Base64Url.encode(Ed25519.raw(key)));
    }

    private static void addPrivateMembers(ObjectNode json, PrivateKey key) {
        if (key instanceof RSAPrivateKey rsa) {
            json.put("d", number(rsa.getPrivateExponent()));
            if (rsa instanceof RSAPrivateCrtKey crt) {
                json.put("p", number(crt.getPrimeP()))
                        .put("q", number(crt.getPrimeQ()))
                        .put("dp", number(crt.getPrimeExponentP()))
                        .put("dq", number(crt.getPrimeExponentQ()))
                        .put("qi", number(crt.getCrtCoefficient()));
            }
            return;
        }
        if (key instanceof ECPrivateKey ec) {
            json.put("d", coordinate(ec.getS(), Curve.of(ec).orElseThrow()));
            return;
        }
        json.put("d", Base64Url.encode(Ed25519.raw(key)));
    }

    private static ObjectNode withAttributes(Jwk jwk, ObjectNode json) {
        jwk.keyId().ifPresent(kid -> json.put("kid", kid));
        json.put("use", "sig");
        jwk.algorithmName().ifPresent(alg -> json.put("alg", alg));
        return json;
    }

    /** Base64urlUInt (RFC 7518 section 2): big endian, no leading zero. */
    private static String number(BigInteger value) {
        return Base64Url.encode(BigIntegers.asUnsignedByteArray(value));
    }

    /** The full length of the curve's coordinates, leading zeros kept (RFC 7518 section 6.2.1.2). */
    private static String coordinate(BigInteger value, Curve curve) {
        return Base64Url.encode(BigIntegers.asUnsignedByteArray(curve.coordinateBytes(), value));
    }
}
