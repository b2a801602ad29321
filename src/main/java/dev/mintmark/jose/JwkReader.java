package dev.mintmark.jose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.KeyRejectedException.Reason;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECPoint;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a JSON Web Key (RFC 7517 section 4, RFC 7518 section 6, RFC 8037 section 2). */
public final class JwkReader {
    /** The members of key material; all others are attributes. */
    private static final List<String> MATERIAL =
            List.of("kty", "crv", "n", "e", "d", "p", "q", "dp", "dq", "qi", "oth", "x", "y", "k");

    private final ObjectNode json;
    private Optional<PssIdentifier> pss = Optional.empty();

    private JwkReader(ObjectNode json) {
        this.json = json;
    }

    /**
     * Reads and {@linkplain Jwk#admit() admits} one key.
     *
     * @throws KeyRejectedException if it is malformed, of an unknown type, off its curve or too weak
     */
    public static Jwk read(JsonNode json) {
        return parse(json).admit();
    }

    /** Reads one key as {@link #read} does, however weak. */
    static Jwk parse(JsonNode json) {
        if (!(json instanceof ObjectNode object)) {
            throw new KeyRejectedException(Reason.MALFORMED, "A JWK is a JSON object (RFC 7517 4)");
        }
        if (object.has("kty") || object.has("x5c")) {
            JwkReader reader = new JwkReader(object);
            return new Jwk(reader.material(), reader.attributes());
        }
        return WrappedJwk.parse(object);
    }

    private KeyMaterial material() {
        if (!json.has("kty")) {
            return certified();
        }
        return switch (text("kty").orElse("")) {
            case "oct" -> new KeyMaterial.Secret(bytes("k"));
            // Azure Key Vault adds -HSM.
            case "RSA", "RSA-HSM" -> json.has("n") || !json.has("x5c") ? rsa() : certified();
            case "EC", "EC-HSM" -> json.has("x") || !json.has("x5c") ? ec() : certified();
            case "OKP" -> json.has("x") || !json.has("x5c") ? okp() : certified();
            default ->
                throw new KeyRejectedException(
                        Reason.UNSUPPORTED, "The JWK's kty is not RSA, EC, OKP or oct (RFC 7518 6.1)");
        };
    }

    /** The key of the first certificate, for JWKs that have nothing else (RFC 7517 section 4.7). */
    private KeyMaterial certified() {
        DerKey key = CertificateFacts.key(json.path("x5c").path(0).asText())
                .orElseThrow(() -> new KeyRejectedException(
                        Reason.MALFORMED, "The JWK's x5c does not start with a certificate (RFC 7517 4.7)"));
        pss = key.pss();
        return key.material();
    }

    private KeyMaterial rsa() {
        BigInteger n = number("n");
        BigInteger e = number("e");
        if (!json.has("d")) {
            return new KeyMaterial.Pair(RsaKeys.publicKey(n, e), Optional.empty());
        }
        if (json.has("oth")) {
            throw new KeyRejectedException(Reason.UNSUPPORTED, "An RSA key of more than two primes is not supported");
        }
        // The five members of the Chinese remainder theorem are either all present or all absent (RFC 7518 6.3.2).
        Optional<RsaKeys.Crt> crt = json.has("p")
                ? Optional.of(new RsaKeys.Crt(number("p"), number("q"), number("dp"), number("dq"), number("qi")))
                : Optional.empty();
        return RsaKeys.pair(n, e, number("d"), crt);
    }

    private KeyMaterial ec() {
        Curve curve = text("crv")
                .flatMap(Curve::parse)
                .orElseThrow(() -> new KeyRejectedException(
                        Reason.UNSUPPORTED, "The JWK's crv is not P-256, P-384 or P-521 (RFC 7518 6.2.1.1)"));
        PublicKey publicKey = EcKeys.publicKey(curve, new ECPoint(coordinate("x", curve), coordinate("y", curve)));
        Optional<PrivateKey> privateKey =
                json.has("d") ? Optional.of(EcKeys.privateKey(curve, coordinate("d", curve))) : Optional.empty();
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

    private JwkAttributes attributes() {
        ObjectNode given = json.deepCopy().without(MATERIAL);
        Optional<String> algorithm = text("alg").or(() -> pss.map(PssIdentifier::algorithmName));
        return new JwkAttributes(text("kid"), algorithm, exclusion(), given, pss);
    }

    /** Why {@code use} or {@code key_ops}, if present, excludes signatures (RFC 7517 sections 4.2, 4.3). */
    private Optional<String> exclusion() {
        Optional<String> use = text("use");
        Optional<Set<String>> operations = operations();
        if (use.isPresent() && !use.get().equals("sig")) {
            return Optional.of("The key's use is " + (use.get().equals("enc") ? "enc" : "not sig")
                    + ", so it is not for signatures (RFC 7517 4.2)");
        }
        return operations
                .filter(names -> !names.contains("sign") && !names.contains("verify"))
                .map(names -> "The key's key_ops has neither sign nor verify (RFC 7517 4.3)");
    }

    private Optional<Set<String>> operations() {
        JsonNode operations = json.get("key_ops");
        if (operations == null) {
            return Optional.empty();
        }
        Set<String> names = new HashSet<>();
        for (JsonNode operation : operations) {
            if (!operation.isTextual() || !names.add(operation.asText())) {
                throw malformed("key_ops", "is not an array of distinct strings (RFC 7517 4.3)");
            }
        }
        if (!operations.isArray()) {
            throw malformed("key_ops", "is not an array of distinct strings (RFC 7517 4.3)");
        }
        return Optional.of(names);
    }

    private Optional<String> text(String name) {
        JsonNode value = json.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw malformed(name, "is not a string");
        }
        return Optional.of(value.asText());
    }

    private byte[] bytes(String name) {
        String text = text(name).orElseThrow(() -> malformed(name, "is missing (RFC 7518 6)"));
        try {
            return Base64Url.decode(text);
        } catch (IllegalArgumentException e) {
            String reason =
                    text.endsWith("=") ? "has padding (=), which base64url in JOSE does not have" : e.getMessage();
            throw malformed(name, reason + " (RFC 7515 2)");
        }
    }

    private byte[] bytes(String name, int length) {
        byte[] bytes = bytes(name);
        if (bytes.length != length) {
            throw malformed(
                    name, "has " + bytes.length + " bytes; the curve needs " + length + " (RFC 7518 6.2, RFC 8037 2)");
        }
        return bytes;
    }

    private BigInteger number(String name) {
        return new BigInteger(1, bytes(name));
    }

    private BigInteger coordinate(String name, Curve curve) {
        return new BigInteger(1, bytes(name, curve.coordinateBytes()));
    }

    private static KeyRejectedException malformed(String member, String reason) {
        return new KeyRejectedException(Reason.MALFORMED, "The JWK's " + member + ' ' + reason);
    }
}
