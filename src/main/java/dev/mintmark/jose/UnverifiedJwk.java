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
 * A JWK as somebody wrote it, sound or not: what its members say, without the refusals of {@link JwkReader}. For
 * advising; nothing is ever verified with it.
 */
public final class UnverifiedJwk {
    /** The members that only the owner may know (RFC 7518 sections 6.2.2, 6.3.2, 6.4.1; {@code priv}: RFC 9964). */
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

    /** A secret that came as such, seen as an {@code oct} key. */
    public static UnverifiedJwk ofSecret(byte[] secret) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return new UnverifiedJwk(json.put("kty", "oct").put("k", Base64Url.encode(secret)), true);
    }

    /** The same key, bound to this {@code alg}. */
    public UnverifiedJwk withAlgorithm(String name) {
        return new UnverifiedJwk(json.deepCopy().put("alg", name), bareSecret);
    }

    /** What a key that was read says of itself; of a pair the public half alone. */
    public static UnverifiedJwk of(Jwk jwk) {
        return jwk.material() instanceof KeyMaterial.Secret secret ? ofSecret(secret.bytes()) : of(jwk.publicJson());
    }

    /** The {@code kty}, empty text when there is none. */
    public String type() {
        return json.path("kty").asText("");
    }

    public boolean isSecret() {
        return type().equals("oct");
    }

    /** Whether it came as a secret and not as a JWK. */
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

    /** A member as it stands; a missing node when it is absent. */
    public JsonNode member(String name) {
        return json.path(name);
    }

    /** A member that is a string. */
    public Optional<String> text(String name) {
        return Optional.of(json.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    /** The bytes of a base64url member, read generously. */
    public Optional<byte[]> bytes(String name) {
        return text(name).flatMap(text -> TokenForm.Part.read(text).bytes());
    }

    /** An unsigned number of a base64url member. */
    public Optional<BigInteger> number(String name) {
        return bytes(name).filter(bytes -> bytes.length > 0).map(bytes -> new BigInteger(1, bytes));
    }

    /** The secret of an {@code oct} key. */
    public Optional<byte[]> secret() {
        return isSecret() ? bytes("k") : Optional.empty();
    }

    /** The names of the private members it has, also where their values make no sense. */
    public Set<String> privateMembers() {
        Set<String> found = new LinkedHashSet<>();
        PRIVATE.stream().filter(json::has).forEach(found::add);
        return found;
    }

    /** Whether the modulus has the fingerprint of CVE-2017-15361. */
    public boolean isRoca() {
        return number("n").filter(Roca::hasFingerprint).isPresent();
    }

    /** Whether a secret is a public key in some spelling (RFC 8725 section 2.1). */
    public boolean isPublicKeyAsSecret() {
        return secret().filter(PublicKeyText::isOne).isPresent();
    }

    /** Whether its private half is published in a specification, a test suite or on a sample page. */
    public boolean isSampleKey() {
        return thumbprint().filter(SampleKeys::contains).isPresent();
    }

    /** The RFC 7638 thumbprint of the members as they stand; empty when one of them is missing. */
    public Optional<String> thumbprint() {
        return JwkWriter.thumbprint(json);
    }

    /** How its point fits its curve. */
    public CurvePoint point() {
        return CurvePoint.of(this);
    }

    /**
     * What a careless verifier may take for an HMAC secret: the key's texts and bytes (CVE-2015-9235). Empty for a
     * secret, and for a key that cannot be read.
     */
    public List<byte[]> publicForms() {
        return sound().map(Jwk::material)
                .filter(KeyMaterial.Pair.class::isInstance)
                .map(material -> PublicKeyText.forms(((KeyMaterial.Pair) material).publicKey(), json))
                .orElse(List.of());
    }

    /** The key as one that can verify; empty when it is refused. */
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
