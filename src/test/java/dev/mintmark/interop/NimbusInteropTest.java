package dev.mintmark.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.mintmark.Members;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKeys;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.JwkReader;
import dev.mintmark.jose.Pem;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.UnverifiedJws;
import dev.mintmark.jose.VerificationKey;
import dev.mintmark.jose.json.StrictJson;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Interoperability with Nimbus, which shares no code with this service. */
class NimbusInteropTest {
    private static final Map<String, Object> CLAIMS = Map.of("sub", "alice", "aud", "a");
    private static final Map<Algorithm, JWK> NIMBUS_KEYS = new EnumMap<>(Algorithm.class);

    @ParameterizedTest
    @EnumSource
    void verifiesOurTokens(Algorithm algorithm) throws Exception {
        Jwk ours = GeneratedKeys.of(algorithm);
        JWK theirs = JWK.parse(visible(ours).toString());
        // With typ signed by SmallRye's builder, without typ by our own engine.
        for (Map<String, Object> header : headers(algorithm.joseName())) {
            String token = SigningKey.of(ours, algorithm).sign(Members.of(header), Members.of(CLAIMS));
            assertThat(verifies(token, theirs)).isTrue();
            assertThat(JWSObject.parse(token).getPayload().toJSONObject()).isEqualTo(CLAIMS);
            assertThat(verifies(
                            token,
                            JWK.parse(visible(GeneratedKeys.otherOf(algorithm)).toString())))
                    .isFalse();
        }
    }

    @Test
    void verifiesOurTokensWithTheNameEd25519() throws Exception {
        Jwk ours = GeneratedKeys.of(Algorithm.EDDSA).withAlgorithm(Algorithm.ED25519);
        String token = SigningKey.of(ours, Algorithm.EDDSA)
                .sign(Members.of(Map.of("alg", "Ed25519", "typ", "JWT")), Members.of(CLAIMS));
        assertThat(verifies(token, JWK.parse(ours.publicJson().toString()))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void verifiesOurTokensSignedWithTheirKey(Algorithm algorithm) throws Exception {
        JWK theirs = nimbusKey(algorithm);
        Jwk ours = read(theirs);
        String token = SigningKey.of(ours, algorithm)
                .sign(Members.of(Map.of("alg", algorithm.joseName())), Members.of(CLAIMS));
        assertThat(verifies(token, theirs)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void signsTokensThatWeVerify(Algorithm algorithm) throws Exception {
        JWK theirs = nimbusKey(algorithm);
        Jwk ours = read(theirs instanceof OctetSequenceKey ? theirs : theirs.toPublicJWK());
        UnverifiedJws jws = UnverifiedJws.parse(signed(theirs, new JWSAlgorithm(algorithm.joseName())));
        assertThat(jws.verify(VerificationKey.of(ours), algorithm)).isPresent();
        assertThat(jws.verify(VerificationKey.of(GeneratedKeys.of(algorithm)), algorithm))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void signsWithOurKeyTokensThatWeVerify(Algorithm algorithm) throws Exception {
        Jwk ours = GeneratedKeys.of(algorithm);
        JWK theirs = JWK.parse(ours.insecurePrivateJson().toString());
        UnverifiedJws jws = UnverifiedJws.parse(signed(theirs, new JWSAlgorithm(algorithm.joseName())));
        assertThat(jws.verify(VerificationKey.of(ours), algorithm)).isPresent();
    }

    @Test
    void signsTokensWithTheNameEd25519ThatWeVerify() throws Exception {
        JWK theirs = nimbusKey(Algorithm.EDDSA);
        UnverifiedJws jws = UnverifiedJws.parse(signed(theirs, JWSAlgorithm.Ed25519));
        assertThat(jws.header().algorithmName()).isEqualTo("Ed25519");
        assertThat(jws.verify(VerificationKey.of(read(theirs.toPublicJWK())), Algorithm.EDDSA))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void writesAndReadsTheSameJwk(Algorithm algorithm) throws Exception {
        Jwk ours = GeneratedKeys.of(algorithm);
        JWK theirs = JWK.parse(ours.insecurePrivateJson().toString());
        assertThat(json(theirs)).isEqualTo(ours.insecurePrivateJson());
        assertThat(theirs.computeThumbprint().toString()).isEqualTo(ours.thumbprint());
        assertThat(read(nimbusKey(algorithm)).thumbprint())
                .isEqualTo(nimbusKey(algorithm).computeThumbprint().toString());
    }

    /** Nimbus reads PEM of RSA and EC keys but not of Ed25519 keys. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "[RPE]S.*")
    void readsOurPem(Algorithm algorithm) throws Exception {
        Jwk ours = GeneratedKeys.of(algorithm);
        // Nimbus does not derive the public key of an EC key.
        JWK privateKey = JWK.parseFromPEMEncodedObjects(Pem.insecurePrivateText(ours) + Pem.publicText(ours));
        JWK publicKey = JWK.parseFromPEMEncodedObjects(Pem.publicText(ours));
        assertThat(privateKey.isPrivate()).isTrue();
        assertThat(publicKey.isPrivate()).isFalse();
        assertThat(privateKey.computeThumbprint().toString()).isEqualTo(ours.thumbprint());
        assertThat(publicKey.computeThumbprint().toString()).isEqualTo(ours.thumbprint());
        UnverifiedJws jws = UnverifiedJws.parse(signed(privateKey, new JWSAlgorithm(algorithm.joseName())));
        assertThat(jws.verify(VerificationKey.of(Pem.read(Pem.publicText(ours))), algorithm))
                .isPresent();
    }

    private static Iterable<Map<String, Object>> headers(String alg) {
        return List.of(Map.of("alg", alg), Map.of("alg", alg, "typ", "JWT", "kid", "k"));
    }

    private static ObjectNode visible(Jwk jwk) {
        return jwk.isSecret() ? jwk.insecurePrivateJson() : jwk.publicJson();
    }

    private static Jwk read(JWK jwk) {
        return JwkReader.read(json(jwk));
    }

    private static ObjectNode json(JWK jwk) {
        return StrictJson.object(jwk.toJSONString().getBytes(UTF_8));
    }

    private static String signed(JWK jwk, JWSAlgorithm algorithm) throws Exception {
        JWSObject jws = new JWSObject(new JWSHeader(algorithm), new Payload("{\"sub\":\"alice\"}"));
        jws.sign(new DefaultJWSSignerFactory().createJWSSigner(jwk, algorithm));
        return jws.serialize();
    }

    private static boolean verifies(String token, JWK jwk) throws Exception {
        JWSVerifier verifier = switch (jwk.getKeyType().getValue()) {
            case "RSA" -> new RSASSAVerifier(jwk.toRSAKey());
            case "EC" -> new ECDSAVerifier(jwk.toECKey());
            case "OKP" -> new Ed25519Verifier(jwk.toOctetKeyPair().toPublicJWK());
            default -> new MACVerifier(jwk.toOctetSequenceKey());
        };
        return JWSObject.parse(token).verify(verifier);
    }

    /** A key that Nimbus generated. */
    private static JWK nimbusKey(Algorithm algorithm) throws Exception {
        if (!NIMBUS_KEYS.containsKey(algorithm)) {
            NIMBUS_KEYS.put(
                    algorithm,
                    switch (algorithm.family()) {
                        case HMAC -> new OctetSequenceKeyGenerator(algorithm.smallestKeyBits()).generate();
                        case RSA, RSA_PSS -> new RSAKeyGenerator(2048).generate();
                        case ECDSA ->
                            new ECKeyGenerator(Curve.parse(
                                            algorithm.curve().orElseThrow().joseName()))
                                    .generate();
                        case EDDSA -> new OctetKeyPairGenerator(Curve.Ed25519).generate();
                    });
        }
        return NIMBUS_KEYS.get(algorithm);
    }
}
