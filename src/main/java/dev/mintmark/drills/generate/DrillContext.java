package dev.mintmark.drills.generate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.drills.SuiteSpec;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.Jws;
import dev.mintmark.jose.RandomId;
import dev.mintmark.jose.json.JsonMembers;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a generator needs: the base token of its drill, and ways to sign what it made of it.
 *
 * @param id the id of the drill
 * @param spec the suite
 * @param keys the issuer's keys
 * @param attacker the attacker's key
 * @param canary the URL of the canary of this drill; empty if the service does not know its own URL
 * @param certificate the attacker's certificate, Base64 of DER
 * @param now seconds since 1970
 */
record DrillContext(
        String id,
        SuiteSpec spec,
        SuiteKeys keys,
        SuiteKey attacker,
        Optional<String> canary,
        String certificate,
        long now) {
    static final long LIFETIME = 300;

    /** The header of a good token of this key. */
    JsonMembers header(SuiteKey key) {
        return JsonMembers.builder()
                .put("alg", key.algorithm().joseName())
                .put("typ", spec.typ())
                .put("kid", key.id())
                .build();
    }

    JsonMembers header() {
        return header(keys.base());
    }

    JsonMembers header(String name, JsonNode value) {
        return header().toBuilder().put(name, value).build();
    }

    JsonMembers header(String name, String value) {
        return header().toBuilder().put(name, value).build();
    }

    /** The claims of a good token. */
    JsonMembers claims() {
        JsonMembers.Builder claims = JsonMembers.builder();
        claims.put("iss", spec.issuer()).put("aud", spec.audience());
        claims.putAll(spec.claims());
        claims.put("iat", now).put("nbf", now).put("exp", now + LIFETIME);
        return claims.put("jti", RandomId.next()).put("tct", id).build();
    }

    JsonMembers claims(String name, JsonNode value) {
        return claims().toBuilder().put(name, value).build();
    }

    JsonMembers claims(String name, String value) {
        return claims().toBuilder().put(name, value).build();
    }

    /** A good token. */
    String good() {
        return signed(header(), claims());
    }

    String signed(JsonMembers claims) {
        return signed(header(), claims);
    }

    String signed(JsonMembers header, JsonMembers claims) {
        return signed(keys.base(), header, claims);
    }

    String signed(SuiteKey key, JsonMembers header, JsonMembers claims) {
        return signed(key, header.bytes(), claims.bytes());
    }

    /** Signs any bytes with the base key. */
    String signed(byte[] header, byte[] payload) {
        return signed(keys.base(), header, payload);
    }

    String signed(SuiteKey key, byte[] header, byte[] payload) {
        return Jws.assemble(header, payload, key.sign(Jws.signingInput(header, payload)));
    }

    /** A token whose signature is computed by other means. */
    String signed(JsonMembers header, JsonMembers claims, Function<byte[], byte[]> signature) {
        byte[] input = Jws.signingInput(header.bytes(), claims.bytes());
        return Jws.assemble(header.bytes(), claims.bytes(), signature.apply(input));
    }

    /** The RSA key for encryption and key confusion: that of the caller, or else the issuer's. */
    Optional<Jwk> rsaPublicKey() {
        return spec.key()
                .filter(key -> key.facts().exponent().isPresent())
                .or(() -> keys.rsa().map(SuiteKey::jwk));
    }

    Outcome withRsa(Function<SuiteKey, Outcome> generator) {
        return keys.rsa()
                .map(generator)
                .orElseGet(() -> Outcome.skipped(
                        "The drill needs RS256: a key of the issuer, and the service under test must accept it"));
    }

    Outcome withEc(Function<SuiteKey, Outcome> generator) {
        return keys.ec()
                .map(generator)
                .orElseGet(() -> Outcome.skipped(
                        "The drill needs ES256: a key of the issuer, and the service under test must accept it"));
    }

    Outcome withCanary(Function<String, Outcome> generator) {
        return canary.map(generator)
                .orElseGet(() ->
                        Outcome.skipped("The canary has no URL, because mintmark.issuer is not an http or https URL"));
    }

    static String encoded(JsonMembers json) {
        return Base64Url.encode(json.bytes());
    }

    @Override
    public String toString() {
        return "DrillContext[" + id + "]";
    }
}
