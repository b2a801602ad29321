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

    /** RFC 7517 section 4.5: keys of different types may share a kid; the token's alg decides. */
    @Test
    void keepsKeysOfOneId() {
        JwkSet set =
                JwkSet.read(set(EC.deepCopy().put("kid", "one"), RSA.deepCopy().put("kid", "one"), EC));
        assertThat(set.keys()).hasSize(3);
    }

    @Test
    void readsAtMostAHundredKeys() {
        ObjectNode[] keys = java.util.Collections.nCopies(101, EC).toArray(ObjectNode[]::new);
        CpuTime.assertBounded(() -> refused("101 keys", set(keys)));
        CpuTime.assertBounded(() -> assertThat(
                        JwkSet.read(set(java.util.Arrays.copyOf(keys, 100))).keys())
                .hasSize(100));
    }

    /** ADFS and old Entra tenants publish entries with a certificate alone (RFC 7517 section 4.7). */
    @Test
    void readsAnEntryThatHasACertificateOnly() {
        String body = PemTexts.certificate(GeneratedKeys.of(Algorithm.RS256), "SHA256withRSA")
                .lines()
                .filter(line -> !line.startsWith("-"))
                .reduce("", String::concat);
        ObjectNode typed = Keys.json("{'kty':'RSA','use':'sig','kid':'a'}");
        typed.putArray("x5c").add(body);
        ObjectNode bare = Keys.json("{'kid':'b'}");
        bare.putArray("x5c").add(body);
        assertThat(JwkSet.read(set(typed, bare)).keys())
                .extracting(Jwk::thumbprint)
                .containsOnly(GeneratedKeys.of(Algorithm.RS256).thumbprint())
                .hasSize(2);
        ObjectNode broken = Keys.json("{'kty':'RSA','kid':'c'}");
        broken.putArray("x5c").add("MAA=");
        assertRejected(JwkSet.read(set(broken)).rejected(), 0, Optional.of("c"), Reason.MALFORMED);
    }

    /** Google publishes the keys of Firebase and of service accounts as certificates by kid. */
    @Test
    void readsAMapOfCertificates() {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        map.put("one", PemTexts.certificate(GeneratedKeys.of(Algorithm.RS256), "SHA256withRSA"));
        map.put("two", PemTexts.certificate(GeneratedKeys.of(Algorithm.ES256), "SHA256withECDSA"));
        map.put("bad", PemTexts.block("CERTIFICATE", new byte[] {0x30, 0}));
        JwkSet set = JwkSet.read(map);
        assertThat(set.keys()).extracting(jwk -> jwk.keyId().orElseThrow()).containsExactly("one", "two");
        assertThat(set.keys().get(0).thumbprint())
                .isEqualTo(GeneratedKeys.of(Algorithm.RS256).thumbprint());
        assertRejected(set.rejected(), 2, Optional.of("bad"), Reason.MALFORMED);
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
