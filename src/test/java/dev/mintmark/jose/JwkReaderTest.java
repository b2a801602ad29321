package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.KeyRejectedException.Reason;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rules for every type of key; {@link RsaJwkTest} and {@link CurveJwkTest} test the numbers, {@link JwkAttributesTest}
 * the attributes.
 */
class JwkReaderTest {

    @ParameterizedTest
    @EnumSource
    void readsThePrivateKeyThatItsOwnerWrote(Algorithm algorithm) {
        Jwk jwk = GeneratedKeys.of(algorithm);
        Jwk read = JwkReader.read(jwk.insecurePrivateJson());
        assertThat(read.insecurePrivateJson()).isEqualTo(jwk.insecurePrivateJson());
        assertThat(read.isPrivate()).isTrue();
        assertThat(read.thumbprint()).isEqualTo(jwk.thumbprint());
        assertThat(read.keyId()).isEqualTo(jwk.keyId());
        assertThat(read.algorithms()).isEqualTo(Set.of(algorithm));
        assertThat(GeneratedTokens.verify(GeneratedTokens.signed(read, algorithm), jwk, algorithm))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "HS.*")
    void readsThePublicKeyThatItsOwnerPublished(Algorithm algorithm) {
        Jwk jwk = GeneratedKeys.of(algorithm);
        Jwk read = JwkReader.read(jwk.publicJson());
        assertThat(read.publicJson()).isEqualTo(jwk.publicJson());
        assertThat(read.isPrivate()).isFalse();
        assertThat(read.thumbprint()).isEqualTo(jwk.thumbprint());
        assertThat(GeneratedTokens.verify(GeneratedTokens.signed(jwk, algorithm), read, algorithm))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "'hush'", "null", "5"})
    void refusesAJwkThatIsNoObject(String value) {
        Keys.assertRejected(
                Reason.MALFORMED,
                () -> JwkReader.read(Keys.json("{'v':" + value + "}").get("v")),
                "hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'kty':'rsa'}", "{'kty':'ec'}", "{'kty':'OCT'}", "{'kty':'AKP'}", "{'kty':''}"})
    void saysThatAnUnknownKindIsUnsupported(String json) {
        Keys.assertRejected(Reason.UNSUPPORTED, Keys.json(json));
    }

    @ParameterizedTest
    @CsvSource({
        "HS256, kty",
        "HS256, k",
        "HS256, kid",
        "HS256, alg",
        "HS256, use",
        "RS256, kty",
        "RS256, n",
        "RS256, e",
        "RS256, d",
        "RS256, p",
        "RS256, q",
        "RS256, dp",
        "RS256, dq",
        "RS256, qi",
        "ES256, kty",
        "ES256, crv",
        "ES256, x",
        "ES256, y",
        "ES256, d",
        "EDDSA, kty",
        "EDDSA, crv",
        "EDDSA, x",
        "EDDSA, d"
    })
    void refusesAMemberThatIsNoText(Algorithm algorithm, String member) {
        for (String value : new String[] {"null", "5", "true", "['AQAB']", "{'a':'AQAB'}"}) {
            ObjectNode json = Keys.privateJson(algorithm);
            json.set(member, Keys.json("{'v':" + value + "}").get("v"));
            Keys.assertRejected(Reason.MALFORMED, json);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HS256, k",
        "RS256, n",
        "RS256, e",
        "RS256, q",
        "RS256, dp",
        "RS256, dq",
        "RS256, qi",
        "ES256, x",
        "ES256, y",
        "EDDSA, x"
    })
    void refusesAKeyThatLacksAMember(Algorithm algorithm, String member) {
        ObjectNode json = Keys.privateJson(algorithm);
        json.remove(member);
        Keys.assertRejected(Reason.MALFORMED, json);
    }

    @ParameterizedTest
    @CsvSource({
        "HS256, k",
        "RS256, n",
        "RS256, e",
        "RS256, d",
        "RS256, p",
        "RS256, qi",
        "ES256, x",
        "ES256, y",
        "ES256, d",
        "EDDSA, x",
        "EDDSA, d"
    })
    void refusesANumberThatIsNotCanonicalBase64url(Algorithm algorithm, String member) {
        String sound = Keys.privateJson(algorithm).path(member).asText();
        for (String bad :
                new String[] {sound + "=", sound + "\n", " " + sound, sound + "+", sound + "/", sound + "!"}) {
            Keys.assertRejected(Reason.MALFORMED, Keys.privateJson(algorithm).put(member, bad));
        }
    }

    /** Unknown members are ignored (RFC 7517 section 4). */
    @Test
    void ignoresUnknownMembers() {
        ObjectNode json = Keys.publicJson(Algorithm.ES256).put("ext", true);
        json.putNull("x5u").set("x5c", JsonNodeFactory.instance.arrayNode().add("hush"));
        assertThat(JwkReader.read(json).publicJson()).isEqualTo(Keys.publicJson(Algorithm.ES256));
    }

    /** A hostile member costs nothing and is not quoted. */
    @Test
    void refusesASecretOfAMebibyteWithoutQuotingIt() {
        String huge = "hush".repeat(1 << 18) + "=";
        ObjectNode json = Keys.privateJson(Algorithm.HS256).put("k", huge);
        Keys.assertRejected(Reason.MALFORMED, () -> JwkReader.read(json), "hush");
    }
}
