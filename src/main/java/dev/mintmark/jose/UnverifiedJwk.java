package dev.mintmark.jose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A JWK as given, valid or not: its members without the checks of {@link JwkReader}. It serves advice only and never
 * verifies a signature.
 */
public final class UnverifiedJwk {
    /** The private members (RFC 7518 sections 6.2.2, 6.3.2, 6.4.1; {@code priv}: RFC 9964). */
    private static final List<String> PRIVATE = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv");

    private final ObjectNode json;

    private final boolean bareSecret;

    private UnverifiedJwk(ObjectNode json, boolean bareSecret) {
        this.json = json;
        this.bareSecret = bareSecret;
    }

    public static UnverifiedJwk of(ObjectNode json) {
        return new UnverifiedJwk(json, false);
    }

    /** A plain secret, represented as an {@code oct} key. */
    public static UnverifiedJwk ofSecret(byte[] secret) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return new UnverifiedJwk(json.put("kty", "oct").put("k", Base64Url.encode(secret)), true);
    }

    /** The same key with this {@code alg}. */
    public UnverifiedJwk withAlgorithm(String name) {
        return new UnverifiedJwk(json.deepCopy().put("alg", name), bareSecret);
    }

    /** The members of a key that was read; of a pair, the public members only. */
    public static UnverifiedJwk of(Jwk jwk) {
        return jwk.material() instanceof KeyMaterial.Secret secret ? ofSecret(secret.bytes()) : of(jwk.publicJson());
    }

    /** The {@code kty}; an empty string if there is none. */
    public String type() {
        return json.path("kty").asText("");
    }

    public boolean isSecret() {
        return type().equals("oct");
    }

    /** Whether the key was given as a plain secret and not as a JWK. */
    public boolean isBareSecret() {
        return bareSecret;
    }

    /** Whether RFC 7518, 8037 or 9964 define the {@code kty}. */
    public boolean isOfKnownType() {
        return Set.of("RSA", "EC", "OKP", "oct", "AKP").contains(type());
    }

    public boolean has(String member) {
        return json.has(member);
    }

    /** A member as given; a missing node if it is absent. */
    public JsonNode member(String name) {
        return json.path(name);
    }

    /** A member, if it is a string. */
    public Optional<String> text(String name) {
        return Optional.of(json.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    /** The bytes of a base64url member, decoded leniently. */
    public Optional<byte[]> bytes(String name) {
        return text(name).flatMap(text -> TokenForm.Part.read(text).bytes());
    }

    /** The unsigned number in a base64url member. */
    public Optional<BigInteger> number(String name) {
        return bytes(name).filter(bytes -> bytes.length > 0).map(bytes -> new BigInteger(1, bytes));
    }

    /** The secret of an {@code oct} key. */
    public Optional<byte[]> secret() {
        return isSecret() ? bytes("k") : Optional.empty();
    }

    /** The names of the private members that are present, also if their values are invalid. */
    public Set<String> privateMembers() {
        Set<String> found = new LinkedHashSet<>();
        PRIVATE.stream().filter(json::has).forEach(found::add);
        return found;
    }

    /** Whether the modulus has the fingerprint of CVE-2017-15361. */
    public boolean isRoca() {
        return number("n").filter(Roca::hasFingerprint).isPresent();
    }

    /** Whether a secret is a public key in some textual form (RFC 8725 section 2.1). */
    public boolean isPublicKeyAsSecret() {
        return secret().filter(PublicKeyText::isOne).isPresent();
    }

    /** Whether the private key is published in a specification, a test suite or on a sample page. */
    public boolean isSampleKey() {
        return thumbprint().filter(SampleKeys::contains).isPresent();
    }

    /** The RFC 7638 thumbprint of the members as given; empty if a required member is missing. */
    public Optional<String> thumbprint() {
        return JwkWriter.thumbprint(json);
    }

    /** How the point fits the curve. */
    public CurvePoint point() {
        return CurvePoint.of(this);
    }

    /**
     * The texts and bytes of the key that a careless verifier may use as an HMAC secret (CVE-2015-9235). Empty for a
     * secret and for a key that cannot be read.
     */
    public List<byte[]> publicForms() {
        return sound().map(Jwk::material)
                .filter(KeyMaterial.Pair.class::isInstance)
                .map(material -> PublicKeyText.forms(((KeyMaterial.Pair) material).publicKey(), json))
                .orElse(List.of());
    }

    /** The key in the form that verifies; empty if the key is rejected. */
    public Optional<Jwk> sound() {
        try {
            return Optional.of(JwkReader.read(json));
        } catch (KeyRejectedException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "UnverifiedJwk[redacted]";
    }
}
