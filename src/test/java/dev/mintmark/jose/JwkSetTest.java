package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.JwkSet.Rejected;
import dev.mintmark.jose.KeyRejectedException.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwkSetTest {
    private static final ObjectNode EC = Keys.publicJson(Algorithm.ES256);
    private static final ObjectNode RSA = Keys.publicJson(Algorithm.RS256);
    private static final ObjectNode OKP = Keys.publicJson(Algorithm.EDDSA);

    @Test
    void readsTheKeysInTheirOrder() {
        JwkSet set = JwkSet.read(set(RSA, EC, OKP));
        assertThat(set.keys().stream().map(jwk -> jwk.facts().type())).containsExactly("RSA", "EC", "OKP");
        assertThat(set.rejected()).isEmpty();
    }

    @Test
    void readsAnEmptySetAndKeysWithoutIds() {
        assertThat(JwkSet.read(set()).keys()).isEmpty();
        JsonNode withoutIds = set(EC.deepCopy().without("kid"), RSA.deepCopy().without("kid"));
        assertThat(JwkSet.read(withoutIds).keys()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'keys':null}",
                "{'keys':{}}",
                "{'keys':'hush'}",
                "{'Keys':[]}",
                "{'kty':'RSA','n':'hush'}"
            })
    void refusesWhatIsNoSet(String json) {
        Keys.assertRejected(Reason.MALFORMED, () -> JwkSet.read(Keys.json(json)), "hush");
    }

    @Test
    void refusesASetThatIsAnArray() {
        Keys.assertRejected(Reason.MALFORMED, () -> JwkSet.read(set(EC).get("keys")));
    }

    /** The signing key would be ambiguous; jose4j takes the first. */
    @Test
    void refusesTwoKeysOfOneId() {
        refused(
                "the same kid",
                set(EC.deepCopy().put("kid", "one"), RSA.deepCopy().put("kid", "one")));
        refused("the same kid", set(EC, EC));
    }

    /** The second key is not supported, but its kid is a duplicate. */
    @Test
    void refusesTwoKeysOfOneIdAlsoWhenOneIsUnsupported() {
        ObjectNode unknown =
                Keys.json("{'kty':'AKP'}").put("kid", EC.path("kid").asText());
        refused("the same kid", set(EC, unknown));
        refused("the same kid", set(unknown, EC));
    }

    @Test
    void refusesSecretsAmongPublicKeys() {
        refused("mixes secrets", set(RSA, Keys.privateJson(Algorithm.HS256)));
        refused("mixes secrets", set(Keys.privateJson(Algorithm.HS512), EC));
    }

    @Test
    void readsSecretsAmongThemselves() {
        JwkSet set = JwkSet.read(set(Keys.privateJson(Algorithm.HS256), Keys.privateJson(Algorithm.HS512)));
        assertThat(set.keys()).hasSize(2).allMatch(Jwk::isSecret);
    }

    private static void refused(String message, JsonNode set) {
        assertThatExceptionOfType(KeyRejectedException.class)
                .isThrownBy(() -> JwkSet.read(set))
                .withMessageContaining(message)
                .satisfies(e -> Leak.assertNone(
                        e,
                        Keys.privateJson(Algorithm.HS256).path("k").asText(),
                        Keys.privateJson(Algorithm.HS512).path("k").asText()));
    }

    /** RFC 7517 section 5: keys that are not understood are ignored. */
    @Test
    void listsAKeyOfAnUnknownKindAmongTheRejected() {
        JwkSet set = JwkSet.read(set(Keys.json("{'kty':'AKP','kid':'pq','alg':'ML-DSA-44'}"), EC));
        assertThat(set.keys()).hasSize(1);
        assertRejected(set.rejected(), 0, Optional.of("pq"), Reason.UNSUPPORTED);
    }

    @Test
    void keepsTheValidKeysBesideAnInvalidOne() {
        ObjectNode offCurve =
                EC.deepCopy().put("kid", "bad").put("x", EC.path("y").asText());
        JwkSet set = JwkSet.read(set(RSA, offCurve, OKP));
        assertThat(set.keys().stream().map(jwk -> jwk.facts().type())).containsExactly("RSA", "OKP");
        assertRejected(set.rejected(), 1, Optional.of("bad"), Reason.OFF_CURVE);
    }

    @Test
    void rejectsAMemberThatIsNotAnObjectAndAnIdThatIsNotAString() {
        JsonNode set = set(EC);
        ((ObjectNode) set).withArray("keys").add("hush");
        assertRejected(JwkSet.read(set).rejected(), 1, Optional.empty(), Reason.MALFORMED);
        JsonNode numbered = set(EC, RSA.deepCopy().put("kid", 5));
        assertRejected(JwkSet.read(numbered).rejected(), 1, Optional.empty(), Reason.MALFORMED);
    }

    private static void assertRejected(List<Rejected> rejected, int index, Optional<String> keyId, Reason reason) {
        assertThat(rejected).hasSize(1);
        assertThat(rejected.get(0).index()).isEqualTo(index);
        assertThat(rejected.get(0).keyId()).isEqualTo(keyId);
        assertThat(rejected.get(0).reason().reason()).isEqualTo(reason);
    }

    private static JsonNode set(ObjectNode... keys) {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        set.putArray("keys").addAll(List.of(keys));
        return set;
    }
}
