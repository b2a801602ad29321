package dev.mintmark.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.Members;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKeys;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.JwkReader;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.UnverifiedJws;
import dev.mintmark.jose.VerificationKey;
import dev.mintmark.jose.json.StrictJson;
import java.security.Key;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Interoperability with jose4j, the base of SmallRye's builder and of MicroProfile resource servers. */
class Jose4jInteropTest {

    @ParameterizedTest
    @EnumSource
    void verifiesOurTokens(Algorithm algorithm) throws Exception {
        Jwk ours = GeneratedKeys.of(algorithm);
        String token = SigningKey.of(ours, algorithm)
                .sign(Members.of(Map.of("alg", algorithm.joseName())), Members.of(Map.of("sub", "alice")));
        assertThat(verifies(token, algorithm, ours)).isTrue();
        assertThat(verifies(token, algorithm, GeneratedKeys.otherOf(algorithm))).isFalse();
    }

    private static boolean verifies(String token, Algorithm algorithm, Jwk jwk) throws Exception {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, algorithm.joseName()));
        jws.setCompactSerialization(token);
        jws.setKey(JsonWebKey.Factory.newJwk((jwk.isSecret() ? jwk.insecurePrivateJson() : jwk.publicJson()).toString())
                .getKey());
        return jws.verifySignature();
    }

    @ParameterizedTest
    @EnumSource
    void signsTokensThatWeVerify(Algorithm algorithm) throws Exception {
        Jwk ours = GeneratedKeys.of(algorithm);
        JsonWebKey theirs = JsonWebKey.Factory.newJwk(ours.insecurePrivateJson().toString());
        Key key = theirs instanceof PublicJsonWebKey pair ? pair.getPrivateKey() : theirs.getKey();
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(algorithm.joseName());
        jws.setPayload("{\"sub\":\"alice\"}");
        jws.setKey(key);
        UnverifiedJws read = UnverifiedJws.parse(jws.getCompactSerialization());
        assertThat(read.verify(VerificationKey.of(ours), algorithm)).isPresent();
        assertThat(read.verify(VerificationKey.of(GeneratedKeys.otherOf(algorithm)), algorithm))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void writesAndReadsTheSameJwk(Algorithm algorithm) throws Exception {
        Jwk ours = GeneratedKeys.of(algorithm);
        JsonWebKey theirs = JsonWebKey.Factory.newJwk(ours.insecurePrivateJson().toString());
        String json = theirs.toJson(OutputControlLevel.INCLUDE_PRIVATE);
        Jwk back = JwkReader.read(StrictJson.object(json.getBytes(UTF_8)));
        assertThat(back.insecurePrivateJson()).isEqualTo(ours.insecurePrivateJson());
        assertThat(theirs.calculateBase64urlEncodedThumbprint("SHA-256")).isEqualTo(ours.thumbprint());
    }
}
