package dev.mintmark.advice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.advice.glossary.Glossary;
import dev.mintmark.advice.rules.Forged;
import dev.mintmark.advice.rules.RuleCase;
import dev.mintmark.advice.rules.TestKeys;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.GeneratedKeys;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.PemTexts;
import dev.mintmark.jose.UnverifiedJwk;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.kinds.TokenKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class AdvisorTest {
    private static final Glossary GLOSSARY = new Glossary();

    private static Report report(Subject subject) {
        return RuleCase.ADVISOR.advise(subject, Context.at(RuleCase.NOW));
    }

    @Test
    void theReportCountsEverythingAndShowsTheWorstFirst() {
        StringBuilder claims = new StringBuilder("{'aud':'*'");
        for (int i = 0; i < 70; i++) {
            claims.append(",'m").append(i).append("':'person").append(i).append("@example.com'");
        }
        Report report =
                report(RuleCase.token("{'alg':'none'}", claims.append('}').toString()));
        assertThat(report.advisories()).hasSize(50);
        assertThat(report.isTruncated()).isTrue();
        assertThat(report.highest()).contains(Severity.CRITICAL);
        assertThat(report.advisories().get(0).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(report.advisories()).extracting(Advisory::severity).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(report.counts().get(Severity.LOW)).isGreaterThan(70);
        assertThat(report.counts().keySet())
                .containsExactly(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFO);
    }

    /** Google publishes certificates by kid, which have no alg and no use. */
    @Test
    void aMapOfCertificatesIsAKeySet() {
        Jwk key = GeneratedKeys.of(Algorithm.ES256);
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        map.put("a/b", PemTexts.certificate(key, "SHA256withECDSA"));
        map.put("c", PemTexts.certificate(GeneratedKeys.otherOf(Algorithm.ES256), "SHA256withECDSA"));
        assertThat(certified(map)).isEmpty();
        assertThat(rules(new Subject.KeySet(map))).containsOnly("jwk-cert-mismatch");
        map.put("d", PemTexts.certificate(key, "SHA256withECDSA"));
        assertThat(certified(map)).extracting(a -> a.rule().id()).containsExactly("jwks-key-reused");
        assertThat(certified(map).get(0).where()).contains("/jwks/d");

        String claims = "{'exp':2000,'iat':1000}";
        assertThat(rules(RuleCase.token("{'alg':'ES256','kid':'a/b'}", claims, Subject.KnownKeys.of(map))))
                .doesNotContain("hdr-kid-unknown", "alg-key-mismatch");
        assertThat(rules(RuleCase.token("{'alg':'ES256','kid':'x'}", claims, Subject.KnownKeys.of(map))))
                .contains("hdr-kid-unknown");
        assertThat(rules(RuleCase.token("{'alg':'RS256','kid':'c'}", claims, Subject.KnownKeys.of(map))))
                .contains("alg-key-mismatch");
    }

    /** Advice at a time at which the certificates are valid. */
    private static List<Advisory> certified(ObjectNode map) {
        Context then = Context.at(Instant.parse("2026-01-01T00:00:00Z"));
        return RuleCase.ADVISOR.advise(new Subject.KeySet(map), then).advisories();
    }

    private static List<String> rules(Subject subject) {
        return report(subject).advisories().stream().map(a -> a.rule().id()).toList();
    }

    @Test
    void aRuleReportsOncePerPlace() {
        List<Advisory> advisories = RuleCase.advise(RuleCase.token("{'alg':'ES256','crit':['a','b']}", "{}"));
        assertThat(advisories.stream().map(a -> a.rule().id() + a.where())).doesNotHaveDuplicates();
    }

    @Test
    void theCallerStatesTheKindOrItIsInferredAndBothGiveAReason() {
        Subject token = RuleCase.token("{'alg':'ES256'}", "{'nonce':'a'}");
        assertThat(report(token).kind().orElseThrow().kind()).isEqualTo(TokenKind.ID);
        Context told = new Context(
                RuleCase.NOW, Duration.ZERO, Optional.of(TokenKind.LOGOUT), Optional.empty(), Optional.empty());
        Report report = RuleCase.ADVISOR.advise(token, told);
        assertThat(report.kind().orElseThrow().reason()).isEqualTo("The request names this kind");
        assertThat(report.advisories()).extracting(a -> a.rule().id()).contains("profile-violated");
    }

    @Test
    void aProposedTokenHasTheRequestedKindUnlessTypDiffers() {
        ObjectNode claims = RuleCase.object("{'iat':1000,'exp':2000}");
        Subject access = new Subject.Spec(
                JsonMembers.of(RuleCase.object("{'typ':'JWT'}")),
                JsonMembers.of(claims),
                Subject.KnownKeys.NONE,
                Optional.of(TokenKind.ACCESS),
                java.util.OptionalInt.empty());
        assertThat(report(access).kind().orElseThrow().kind()).isEqualTo(TokenKind.ACCESS);
        assertThat(report(access).advisories()).extracting(a -> a.rule().id()).contains("lifetime-too-long");
        Subject typed = new Subject.Spec(
                JsonMembers.of(RuleCase.object("{'typ':'logout+jwt'}")),
                JsonMembers.of(claims),
                Subject.KnownKeys.NONE,
                Optional.of(TokenKind.ACCESS),
                java.util.OptionalInt.empty());
        assertThat(report(typed).kind().orElseThrow().kind()).isEqualTo(TokenKind.LOGOUT);
    }

    @Test
    void nowAndSkewComeFromTheCaller() {
        Subject token = RuleCase.token("{'alg':'ES256'}", "{'iat':1000}");
        Context early = new Context(
                java.time.Instant.ofEpochSecond(900),
                Duration.ofSeconds(99),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Context lenient = new Context(
                java.time.Instant.ofEpochSecond(900),
                Duration.ofSeconds(100),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(RuleCase.ADVISOR.advise(token, early).advisories())
                .extracting(a -> a.rule().id())
                .contains("iat-in-future");
        assertThat(RuleCase.ADVISOR.advise(token, lenient).advisories())
                .extracting(a -> a.rule().id())
                .doesNotContain("iat-in-future");
    }

    @Test
    void anAudienceOfAccessTokensIsReportedInARefreshToken() {
        Subject token = RuleCase.token("{'alg':'ES256','typ':'refresh+jwt'}", "{'iss':'https://a','aud':'https://a'}");
        Context resource =
                new Context(RuleCase.NOW, Duration.ZERO, Optional.empty(), Optional.empty(), Optional.of("https://a"));
        assertThat(RuleCase.ADVISOR.advise(token, resource).advisories())
                .extracting(a -> a.rule().id())
                .contains("refresh-reusable-as-access");
    }

    @Test
    void anHmacWithThePublicKeyIsDetected() {
        ObjectNode key = TestKeys.RSA;
        for (byte[] form : UnverifiedJwk.of(key).publicForms()) {
            Subject forged = RuleCase.raw(Forged.token(form, "{'sub':'a'}"), TestKeys.single(key));
            assertThat(RuleCase.advise(forged))
                    .filteredOn(a -> a.rule().id().equals("alg-hmac-with-public-keyset"))
                    .extracting(Advisory::message)
                    .containsExactly("The signature is an HMAC with the text of the public key: this token is forged");
        }
        assertThat(UnverifiedJwk.of(key).publicForms()).hasSizeGreaterThan(8);
    }

    /** All advisories on a subject as one text, which must not contain sensitive values. */
    private static String text(Subject subject) {
        StringBuilder text = new StringBuilder();
        report(subject)
                .advisories()
                .forEach(a -> text.append(a.where()).append(a.observed()).append(a.message()));
        return text.toString();
    }

    @Test
    void sensitiveValuesAreNeverRepeated() {
        String secret = "correct horse battery staple!";
        assertThat(text(RuleCase.secret(secret, "HS256"))).doesNotContain(secret, "horse");
        assertThat(text(RuleCase.token("{'alg':'HS256'}", "{'password':'" + secret + "'}")))
                .doesNotContain("horse");
        assertThat(text(RuleCase.token("{}", "{'sub':'ann@example.com','a':'4111111111111111','b':'123-45-6789'}")))
                .doesNotContain("ann@", "411111", "45-67");
        assertThat(text(RuleCase.token("{}", "{'scope':'a','iss':'https://user:hunter2@idp.example.com'}")))
                .doesNotContain("hunter2");
        assertThat(text(RuleCase.token("{'jku':'https://user:hunter2@idp.example.com'}", "{}")))
                .doesNotContain("hunter2");
        String d = Base64Url.encode("a very private number".getBytes(StandardCharsets.UTF_8));
        assertThat(text(RuleCase.jwk(TestKeys.with(TestKeys.EC, "d", d).toString())))
                .doesNotContain(d.substring(0, 8));
        String inner = Forged.token("x");
        assertThat(text(RuleCase.token("{}", "{'a':'" + inner + "'}"))).doesNotContain(inner.substring(0, 20));
        assertThat(text(RuleCase.raw(inner))).doesNotContain(inner.substring(0, 20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "....",
                "a",
                "\u0000",
                "é.é.é",
                "{",
                "{\"payload\":1}",
                "Bearer ",
                "\"\"",
                "eyJ",
                "e30.e30.e30"
            })
    void anyTextYieldsAReport(String text) {
        assertThat(report(RuleCase.raw(text)).advisories()).isNotEmpty();
    }

    /** Members with values of every type: rules must accept any JSON. */
    @Test
    void anyJsonYieldsAReport() {
        Random random = new Random(42);
        List<String> names = List.of(
                "alg",
                "typ",
                "kid",
                "crit",
                "b64",
                "jwk",
                "jku",
                "x5c",
                "x5t",
                "cty",
                "enc",
                "zip",
                "epk",
                "p2c",
                "p2s",
                "iss",
                "sub",
                "aud",
                "exp",
                "nbf",
                "iat",
                "jti",
                "scope",
                "roles",
                "cnf",
                "act",
                "realm_access",
                "resource_access",
                "nonce",
                "client_id",
                "azp",
                "auth_time",
                "password",
                "events",
                "keys",
                "kty",
                "n",
                "e",
                "x",
                "y",
                "d",
                "k",
                "crv",
                "use",
                "key_ops",
                "admin",
                "tag",
                "iv");
        for (int i = 0; i < 3_000; i++) {
            ObjectNode header = random(random, names, 3);
            ObjectNode claims = random(random, names, 3);
            Stream.of(
                            RuleCase.raw(
                                    Base64Url.encode(header.toString().getBytes(StandardCharsets.UTF_8)) + '.'
                                            + Base64Url.encode(claims.toString().getBytes(StandardCharsets.UTF_8))
                                            + ".AAAA",
                                    TestKeys.single(claims)),
                            new Subject.Spec(
                                    JsonMembers.of(header),
                                    JsonMembers.of(claims),
                                    TestKeys.set(header, claims),
                                    Optional.empty(),
                                    java.util.OptionalInt.empty()),
                            new Subject.Key(UnverifiedJwk.of(header)),
                            new Subject.KeySet(header))
                    .forEach(subject -> assertThat(report(subject)).isNotNull());
            assertThat(GLOSSARY.explain(header, Optional.of(claims), 0, RuleCase.NOW))
                    .isNotNull();
        }
    }

    private static ObjectNode random(Random random, List<String> names, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(8); i >= 0; i--) {
            object.set(names.get(random.nextInt(names.size())), value(random, names, depth));
        }
        return object;
    }

    private static JsonNode value(Random random, List<String> names, int depth) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (random.nextInt(depth > 0 ? 13 : 11)) {
            case 0 -> json.nullNode();
            case 1 -> json.booleanNode(random.nextBoolean());
            case 2 -> json.numberNode(random.nextLong());
            case 3 -> json.numberNode(new java.math.BigDecimal("1e400"));
            case 4 -> json.textNode("");
            case 5 ->
                json.textNode(List.of(
                                "RS256",
                                "HS256",
                                "ES256",
                                "none",
                                "PBES2-HS256+A128KW",
                                "RSA",
                                "EC",
                                "oct",
                                "OKP",
                                "P-256",
                                "at+jwt",
                                "JWT")
                        .get(random.nextInt(12)));
            case 6 -> json.textNode("https://example.com/" + random.nextInt());
            case 7 -> json.numberNode(random.nextInt());
            case 8 -> json.textNode("AAAA".repeat(random.nextInt(20)));
            case 9 -> json.textNode("\ud800\u0000 ~/");
            case 10 -> json.numberNode(java.math.BigInteger.TEN.pow(30));
            case 11 -> json.arrayNode().add(value(random, names, depth - 1)).add(value(random, names, depth - 1));
            default -> random(random, names, depth - 1);
        };
    }
}
