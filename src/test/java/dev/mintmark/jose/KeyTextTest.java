package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys as users paste them, from OpenSSL, OpenSSH, Java, browsers and cloud consoles. */
class KeyTextTest {
    private static final Jwk EC = GeneratedKeys.of(Algorithm.ES256);
    private static final Jwk RSA = GeneratedKeys.of(Algorithm.RS256);

    static Stream<Arguments> wrappings() {
        return Stream.of(
                wrapping("literal line breaks", pem -> pem.replace("\n", "\\n")),
                wrapping("literal Windows line breaks", pem -> pem.replace("\n", "\\r\\n")),
                wrapping("line breaks escaped twice", pem -> pem.replace("\n", "\\\\n")),
                wrapping("one line with spaces", pem -> pem.replace("\n", " ")),
                wrapping("one line without spaces", pem -> pem.replace("\n", "")),
                wrapping(
                        "indentation",
                        pem -> pem.lines().map(line -> "    " + line + "\n").reduce("", String::concat)),
                wrapping("blank lines", pem -> pem.replace("\n", "\n\n")),
                wrapping("double quotes", pem -> '"' + pem + '"'),
                wrapping("single quotes", pem -> '\'' + pem.strip() + '\''),
                wrapping("a JSON string", pem -> TextNode.valueOf(pem).toString()),
                wrapping("a byte order mark", pem -> '\ufeff' + pem),
                wrapping("zero-width spaces", pem -> '\u200b' + pem.replace("\n", "\u200b\n")),
                wrapping("a variable", pem -> "export KEY=\"" + pem + "\"\n"),
                wrapping("old Mac line breaks", pem -> pem.replace("\n", "\r")),
                wrapping(
                        "Base64",
                        pem -> Base64.getEncoder()
                                .encodeToString(pem.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }

    private static Arguments wrapping(String name, UnaryOperator<String> wrap) {
        return argumentSet(name, wrap);
    }

    @ParameterizedTest
    @MethodSource("wrappings")
    void readsPemAsItIsCopied(UnaryOperator<String> wrap) {
        for (String pem : List.of(
                Pem.insecurePrivateText(EC),
                Pem.insecurePrivateText(RSA),
                PemTexts.pkcs1(RSA),
                PemTexts.sec1(EC, true))) {
            assertThat(read(wrap.apply(pem)).isPrivate()).isTrue();
        }
        assertThat(read(wrap.apply(Pem.publicText(EC))).thumbprint()).isEqualTo(EC.thumbprint());
    }

    /** Java programs print {@code getEncoded()} in Base64, and so do some consoles. */
    @Test
    void readsBase64OfDer() throws Exception {
        for (Jwk jwk : List.of(EC, RSA, GeneratedKeys.of(Algorithm.EDDSA))) {
            assertThat(read(base64(PemTexts.publicKey(jwk).getEncoded())).thumbprint())
                    .isEqualTo(jwk.thumbprint());
            assertThat(read(base64(PemTexts.privateKey(jwk).getEncoded())).isPrivate())
                    .isTrue();
        }
        assertThat(read(base64(PemTexts.der(PemTexts.inner(PemTexts.privateKey(RSA)))))
                        .isPrivate())
                .isTrue();
        for (String pem : List.of(PemTexts.sec1(EC, true), PemTexts.certificate(EC, "SHA256withECDSA"))) {
            String body = pem.lines().filter(line -> !line.startsWith("-")).reduce("", String::concat);
            assertThat(read(body).thumbprint()).isEqualTo(EC.thumbprint());
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void readsAJwkAsTextAndInsideOtherJson() {
        ObjectNode jwk = EC.insecurePrivateJson();
        ObjectNode set = Keys.json("{}");
        set.putArray("keys").add(jwk);
        ObjectNode account = Keys.json("{'type':'service_account','private_key_id':'abc'}")
                .put("private_key", Pem.insecurePrivateText(RSA));
        ObjectNode vault = Keys.json("{'attributes':{}}").set("key", EC.publicJson());
        assertThat(read(jwk.toPrettyString()).keyId()).isEqualTo(EC.keyId());
        assertThat(read(TextNode.valueOf(jwk.toString()).toString()).keyId()).isEqualTo(EC.keyId());
        assertThat(read(base64(jwk.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .keyId())
                .isEqualTo(EC.keyId());
        assertThat(KeyText.read(set).keyId()).isEqualTo(EC.keyId());
        assertThat(KeyText.read(account).keyId()).contains("abc");
        assertThat(KeyText.read(account).isPrivate()).isTrue();
        assertThat(KeyText.read(vault).thumbprint()).isEqualTo(EC.thumbprint());
    }

    @ParameterizedTest
    @EnumSource(names = {"ES256", "ES384", "ES512"})
    void readsCompressedPoints(Algorithm algorithm) throws Exception {
        Jwk jwk = GeneratedKeys.of(algorithm);
        SubjectPublicKeyInfo info =
                SubjectPublicKeyInfo.getInstance(PemTexts.publicKey(jwk).getEncoded());
        var point = CustomNamedCurves.getByName(algorithm.curve().orElseThrow().jcaName())
                .getCurve()
                .decodePoint(info.getPublicKeyData().getBytes());
        var compressed = new SubjectPublicKeyInfo(info.getAlgorithm(), point.getEncoded(true));
        assertThat(read(PemTexts.block("PUBLIC KEY", compressed.getEncoded())).thumbprint())
                .isEqualTo(jwk.thumbprint());
        byte[] bad = point.getEncoded(true);
        bad[0] = 5;
        var broken = new SubjectPublicKeyInfo(info.getAlgorithm(), bad);
        assertThat(rejection(PemTexts.block("PUBLIC KEY", broken.getEncoded()))).isNotBlank();
    }

    /** RFC 4055: a key for RSASSA-PSS only. */
    @Test
    void readsRsassaPssKeysForTheirHash() throws Exception {
        assertThat(pss(null)).isEqualTo("PS256");
        assertThat(pss(parameters(NISTObjectIdentifiers.id_sha256))).isEqualTo("PS256");
        assertThat(pss(parameters(NISTObjectIdentifiers.id_sha384))).isEqualTo("PS384");
        assertThat(pss(parameters(NISTObjectIdentifiers.id_sha512))).isEqualTo("PS512");
        String sha1 = pssPem(new RSASSAPSSparams());
        assertThat(rejection(sha1)).contains("another hash");
    }

    /** JOSE uses one hash for the signature and its mask, and salts as long as the hash (RFC 7518 section 3.5). */
    @Test
    void rejectsRsassaPssKeysThatNoAlgorithmOfJoseSatisfies() throws Exception {
        var sha384 = NISTObjectIdentifiers.id_sha384;
        assertThat(rejection(pssPem(parameters(sha384, NISTObjectIdentifiers.id_sha256, 48))))
                .contains("mask");
        assertThat(rejection(pssPem(parameters(sha384, sha384, 64)))).contains("salt");
        assertThat(pss(parameters(sha384, sha384, 48))).isEqualTo("PS384");
    }

    /** Conversion does not change what a key is for. */
    @Test
    void writesRsassaPssKeysWithTheIdentifierThatTheyHad() throws Exception {
        for (var hash : List.of(
                NISTObjectIdentifiers.id_sha256, NISTObjectIdentifiers.id_sha384, NISTObjectIdentifiers.id_sha512)) {
            Jwk jwk = read(pssPem(parameters(hash)));
            Jwk privateAgain = read(Pem.insecurePrivateText(jwk));
            Jwk publicAgain = read(Pem.publicText(jwk));
            assertThat(privateAgain.algorithmName()).isEqualTo(jwk.algorithmName());
            assertThat(publicAgain.algorithmName()).isEqualTo(jwk.algorithmName());
            assertThat(privateAgain.insecurePrivateJson()).isEqualTo(jwk.insecurePrivateJson());
            String der = body(Pem.publicText(jwk));
            assertThat(read(der).algorithmName()).isEqualTo(jwk.algorithmName());
            assertThat(KeyFactory.getInstance("RSASSA-PSS")
                            .generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(der))))
                    .isNotNull();
        }
        assertThat(Pem.publicText(RSA)).isEqualTo(Pem.publicText(read(Pem.insecurePrivateText(RSA))));
    }

    /** A key set entry may have a certificate only, whose key may be for RSASSA-PSS. */
    @Test
    void limitsACertifiedKeyToItsPadding() throws Exception {
        var id = new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_RSASSA_PSS, parameters(NISTObjectIdentifiers.id_sha384));
        var spki = SubjectPublicKeyInfo.getInstance(PemTexts.publicKey(RSA).getEncoded());
        String certificate = body(PemTexts.certificate(
                new SubjectPublicKeyInfo(id, spki.parsePublicKey()), PemTexts.privateKey(RSA), "SHA256withRSA"));
        ObjectNode entry = JsonNodeFactory.instance.objectNode().put("kty", "RSA");
        entry.putArray("x5c").add(certificate);
        assertThat(JwkReader.read(entry).algorithms()).containsExactly(Algorithm.PS384);
        assertThat(JwkReader.read(entry).publicJsonAsGiven().has("alg")).isFalse();
    }

    private static String pss(ASN1Encodable parameters) throws Exception {
        Jwk jwk = read(pssPem(parameters));
        Algorithm algorithm = Algorithm.parse(jwk.algorithmName().orElseThrow()).orElseThrow();
        assertThat(jwk.algorithms()).containsExactly(algorithm);
        assertThat(SigningKey.of(jwk, algorithm)).isNotNull();
        assertThat(jwk.publicJsonAsGiven().path("alg").asText()).isEqualTo(algorithm.joseName());
        return algorithm.joseName();
    }

    private static String pssPem(ASN1Encodable parameters) throws Exception {
        PrivateKeyInfo info =
                PrivateKeyInfo.getInstance(PemTexts.privateKey(RSA).getEncoded());
        var id = parameters == null
                ? new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS)
                : new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS, parameters);
        return PemTexts.block("PRIVATE KEY", new PrivateKeyInfo(id, info.parsePrivateKey()).getEncoded());
    }

    /** The Base64 of the only block. */
    private static String body(String pem) {
        return pem.lines().filter(line -> !line.contains("---")).collect(Collectors.joining());
    }

    private static RSASSAPSSparams parameters(ASN1ObjectIdentifier hash) {
        return parameters(hash, hash, 32);
    }

    private static RSASSAPSSparams parameters(ASN1ObjectIdentifier hash, ASN1ObjectIdentifier mask, int salt) {
        return new RSASSAPSSparams(
                new AlgorithmIdentifier(hash),
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, new AlgorithmIdentifier(mask)),
                new ASN1Integer(salt),
                new ASN1Integer(1));
    }

    @Test
    void readsAnEcKeyThatItsParametersBlockCompletes() {
        var sec1 = new org.bouncycastle.asn1.sec.ECPrivateKey(256, Keys.number(EC.insecurePrivateJson(), "d"));
        String key = PemTexts.block("EC PRIVATE KEY", PemTexts.der(sec1));
        assertThat(read(PemTexts.ecParameters(EC) + key).thumbprint()).isEqualTo(EC.thumbprint());
        assertThat(rejection(key)).isNotBlank();
    }

    @Test
    void namesTheCommandForACurveThatIsWrittenOut() throws Exception {
        var explicit =
                new X962Parameters(org.bouncycastle.asn1.sec.SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1));
        var info = SubjectPublicKeyInfo.getInstance(PemTexts.publicKey(EC).getEncoded());
        var spki = new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, explicit),
                info.getPublicKeyData().getBytes());
        assertThat(rejection(PemTexts.block("PUBLIC KEY", spki.getEncoded()))).contains("-param_enc named_curve");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ---- BEGIN SSH2 PUBLIC KEY ---- | ssh-keygen -i
            PuTTY-User-Key-File-3: ssh-rsa | puttygen
            <RSAKeyValue><Modulus>AQAB</Modulus></RSAKeyValue> | ExportPkcs8PrivateKeyPem
            https://issuer.example/jwks | fetches no keys
            eyJhbGciOiJub25lIn0.e30. | This is a token
            -----BEGIN CERTIFICATE REQUEST-----MAA=-----END CERTIFICATE REQUEST----- | openssl req
            -----BEGIN PKCS7-----MAA=-----END PKCS7----- | openssl pkcs7
            -----BEGIN TRUSTED CERTIFICATE-----MAA=-----END TRUSTED CERTIFICATE----- | openssl x509
            -----BEGIN DSA PRIVATE KEY-----MAA=-----END DSA PRIVATE KEY----- | DSA
            /u3+7QAAAAIAAAAB | keytool -importkeystore
            MIIKWQIBAzCCChEGCSqGSIb3DQEHAaCCCgIEggn+ | Base64 of DER
            hello | not a key in a known form
            {"kty": | text of the JWK
            """)
    void namesWhatItDoesNotRead(String text, String expected) {
        assertThat(rejection(text)).contains(expected);
    }

    @Test
    void namesAPkcs12Store() throws Exception {
        var store = java.security.KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var out = new java.io.ByteArrayOutputStream();
        store.store(out, "changeit".toCharArray());
        assertThat(rejection(base64(out.toByteArray()))).contains("openssl pkcs12");
    }

    /** The message never has any of the text, which may be a secret. */
    @Test
    void quotesNothing() {
        assertThat(rejection("correct horse battery staple")).doesNotContain("horse");
        assertThat(rejection("{\"kty\":\"correct horse\"}")).doesNotContain("horse");
    }

    @Test
    void namesX25519AndTheCurveOfACryptocurrency() throws Exception {
        var x25519 = PemTexts.foreign("X25519");
        assertThat(rejection(PemTexts.block("PUBLIC KEY", x25519.getPublic().getEncoded())))
                .contains("X25519");
        var point = CustomNamedCurves.getByName("secp256k1")
                .getG()
                .multiply(BigInteger.TEN)
                .getEncoded(false);
        var id = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256k1);
        assertThat(rejection(PemTexts.block("PUBLIC KEY", new SubjectPublicKeyInfo(id, point).getEncoded())))
                .contains("secp256k1");
    }

    private static Jwk read(String text) {
        return KeyText.read(TextNode.valueOf(text));
    }

    private static String rejection(String text) {
        JsonNode node = TextNode.valueOf(text);
        return catchThrowableOfType(KeyRejectedException.class, () -> KeyText.read(node))
                .detail();
    }
}
