package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.KeyRejectedException.Reason;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The purpose in a JWK is binding (RFC 7517 sections 4.2 to 4.4, RFC 8725 section 3.1). */
class JwkAttributesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'use':'sig'}",
                "{'key_ops':['sign']}",
                "{'key_ops':['verify']}",
                "{'key_ops':['verify','sign']}",
                "{'key_ops':['encrypt','verify']}",
                "{'use':'sig','key_ops':['verify']}"
            })
    void takesAKeyThatIsForSignatures(String attributes) {
        assertThat(withAttributes(attributes).algorithms()).isEqualTo(Set.of(Algorithm.ES256));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'use':'enc'}",
                "{'use':''}",
                "{'use':'SIG'}",
                "{'use':'tls'}",
                "{'key_ops':[]}",
                "{'key_ops':['encrypt']}",
                "{'key_ops':['deriveKey','wrapKey']}",
                "{'key_ops':['Sign']}",
                "{'use':'enc','key_ops':['verify']}",
                "{'use':'sig','key_ops':['encrypt']}"
            })
    void permitsNothingToAKeyThatIsForSomethingElse(String attributes) {
        Jwk jwk = withAttributes(attributes);
        assertThat(jwk.algorithms()).isEmpty();
        assertThat(VerificationKey.of(jwk).algorithms()).isEmpty();
        assertThat(GeneratedTokens.verify(
                        GeneratedTokens.signed(GeneratedKeys.of(Algorithm.ES256), Algorithm.ES256),
                        jwk,
                        Algorithm.ES256))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "'sign'", "{'a':'sign'}", "5", "[1]", "[null]", "['sign','sign']", "[['sign']]"})
    void refusesKeyOpsOfTheWrongForm(String operations) {
        ObjectNode json = Keys.publicJson(Algorithm.ES256);
        json.set("key_ops", Keys.json("{'v':" + operations + "}").get("v"));
        Keys.assertRejected(Reason.MALFORMED, json);
    }

    private static Jwk withAttributes(String attributes) {
        ObjectNode json = Keys.publicJson(Algorithm.ES256);
        json.remove("use");
        json.setAll(Keys.json(attributes));
        return JwkReader.read(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES521", "A256KW", "none", "es256", "ES384", "RS256", "HS256", "ECDH-ES", ""})
    void permitsNothingToAKeyWhoseAlgItCannotDo(String alg) {
        Jwk jwk = JwkReader.read(Keys.publicJson(Algorithm.ES256).put("alg", alg));
        assertThat(jwk.algorithms()).isEmpty();
        assertThat(jwk.algorithmName()).contains(alg);
    }
}
