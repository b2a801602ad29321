package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.CRITICAL;
import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.INFO;
import static dev.mintmark.advice.Severity.LOW;
import static dev.mintmark.advice.Severity.MEDIUM;
import static dev.mintmark.advice.rules.RuleCase.encoded;
import static dev.mintmark.advice.rules.RuleCase.raw;
import static dev.mintmark.advice.rules.RuleCase.spec;
import static dev.mintmark.advice.rules.RuleCase.token;

import dev.mintmark.advice.Subject;
import dev.mintmark.jose.Base64Url;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Cases of {@link AlgorithmRules}, {@link SignatureRules}, {@link HeaderRules} and {@link EncryptionRules}. */
final class HeaderCases {
    private static final String CLAIMS = "{'sub':'a'}";
    private static final Subject RS256 = header("'alg':'RS256','kid':'a','typ':'at+jwt'");
    private static final Subject HS256 = header("'alg':'HS256'");

    private static final List<RuleCase> ALGORITHM = List.of(
            new RuleCase("alg-none", CRITICAL, "/header/alg", header("'alg':'nOnE'"), HS256),
            new RuleCase("alg-none", CRITICAL, "/header/alg", header("'alg':'none '"), header("'alg':'nonesuch'")),
            new RuleCase(
                    "alg-none",
                    CRITICAL,
                    "/header/alg",
                    spec("{'alg':'none'}", CLAIMS),
                    spec("{'alg':'HS256'}", CLAIMS)),
            new RuleCase("alg-none", CRITICAL, "/header/alg", header("'alg':'none\\u0000'"), HS256),
            new RuleCase("alg-missing", CRITICAL, "/header/alg", header("'typ':'JWT'"), HS256),
            new RuleCase("alg-missing", CRITICAL, "/header/alg", header("'alg':null"), HS256),
            new RuleCase("alg-missing", CRITICAL, "/header/alg", header("'alg':256"), HS256),
            new RuleCase("alg-unregistered", HIGH, "/header/alg", header("'alg':'hs256'"), HS256),
            new RuleCase(
                    "alg-unregistered", HIGH, "/header/alg", header("'alg':'A128GCM'"), header("'alg':'ML-DSA-44'")),
            new RuleCase(
                    "alg-unregistered",
                    HIGH,
                    "/header/enc",
                    jwe("'alg':'dir','enc':'A128CBC'"),
                    jwe("'alg':'dir','enc':'A128GCM'")),
            new RuleCase(
                    "alg-key-mismatch",
                    CRITICAL,
                    "/header/alg",
                    token("{'alg':'RS256'}", CLAIMS, TestKeys.single(TestKeys.EC)),
                    token("{'alg':'RS256'}", CLAIMS, TestKeys.single(TestKeys.RSA))),
            new RuleCase(
                    "alg-key-mismatch",
                    CRITICAL,
                    "/header/alg",
                    token("{'alg':'RS256'}", CLAIMS, TestKeys.single(TestKeys.with(TestKeys.RSA, "alg", "PS256"))),
                    token("{'alg':'Ed25519'}", CLAIMS, TestKeys.single(TestKeys.with(TestKeys.ED, "alg", "EdDSA")))),
            new RuleCase(
                    "alg-key-mismatch",
                    CRITICAL,
                    "/header/alg",
                    token(
                            "{'alg':'ES256','kid':'b'}",
                            CLAIMS,
                            TestKeys.set(
                                    TestKeys.with(TestKeys.EC, "kid", "a"), TestKeys.with(TestKeys.RSA, "kid", "b"))),
                    token(
                            "{'alg':'ES256','kid':'a'}",
                            CLAIMS,
                            TestKeys.set(
                                    TestKeys.with(TestKeys.EC, "kid", "a"), TestKeys.with(TestKeys.RSA, "kid", "b")))),
            new RuleCase(
                    "alg-key-mismatch",
                    CRITICAL,
                    "/key",
                    RuleCase.secret("x".repeat(40), "RS256"),
                    RuleCase.secret("x".repeat(40), "HS256")),
            new RuleCase(
                    "alg-hmac-with-public-keyset",
                    CRITICAL,
                    "/header/alg",
                    token("{'alg':'HS256'}", CLAIMS, TestKeys.set(TestKeys.RSA, TestKeys.EC)),
                    token("{'alg':'RS256'}", CLAIMS, TestKeys.set(TestKeys.RSA, TestKeys.EC))),
            new RuleCase(
                    "alg-hmac-with-public-keyset",
                    CRITICAL,
                    "/key/alg",
                    RuleCase.jwk(TestKeys.with(TestKeys.RSA, "alg", "HS256").toString()),
                    RuleCase.jwk(TestKeys.with(TestKeys.RSA, "alg", "RS256").toString())),
            new RuleCase(
                    "alg-hmac-shared",
                    MEDIUM,
                    "/header/alg",
                    token("{'alg':'HS256'}", "{'scope':'a'}"),
                    token("{'alg':'HS256'}", "{'iss':'a','aud':'a'}")),
            new RuleCase(
                    "alg-hmac-shared",
                    MEDIUM,
                    "/header/alg",
                    token("{'alg':'HS256'}", "{'iss':'a','aud':['a','b']}"),
                    token("{'alg':'ES256'}", "{'iss':'a','aud':['a','b']}")),
            new RuleCase("alg-rsa-pkcs1", INFO, "/header/alg", RS256, header("'alg':'PS256'")),
            new RuleCase(
                    "alg-eddsa-polymorphic", LOW, "/header/alg", header("'alg':'EdDSA'"), header("'alg':'Ed25519'")),
            new RuleCase(
                    "alg-eddsa-polymorphic",
                    LOW,
                    "/key/alg",
                    RuleCase.jwk(TestKeys.with(TestKeys.ED, "alg", "EdDSA").toString()),
                    RuleCase.jwk(TestKeys.with(TestKeys.ED, "alg", "Ed25519").toString())));

    private static final List<RuleCase> SIGNATURE = List.of(
            new RuleCase(
                    "signature-empty",
                    CRITICAL,
                    "/signature",
                    signed("HS256", new byte[0]),
                    signed("none", new byte[0])),
            new RuleCase(
                    "signature-length",
                    HIGH,
                    "/signature",
                    signed("HS256", new byte[31]),
                    signed("HS256", new byte[32])),
            new RuleCase(
                    "signature-length",
                    HIGH,
                    "/signature",
                    signed("RS256", new byte[128]),
                    signed("RS256", new byte[384])),
            new RuleCase(
                    "signature-length",
                    HIGH,
                    "/signature",
                    signed("ES512", new byte[131]),
                    signed("ES512", new byte[132])),
            new RuleCase(
                    "signature-length",
                    HIGH,
                    "/signature",
                    signed("EdDSA", new byte[65]),
                    signed("EdDSA", new byte[114])),
            new RuleCase(
                    "signature-length",
                    HIGH,
                    "/signature",
                    raw(signedText("RS256", new byte[384]), TestKeys.single(TestKeys.RSA)),
                    raw(signedText("RS256", new byte[256]), TestKeys.single(TestKeys.RSA))),
            new RuleCase(
                    "ecdsa-signature-range",
                    CRITICAL,
                    "/signature",
                    signed("ES256", new byte[64]),
                    signed("ES256", filled(64, 1))),
            new RuleCase(
                    "ecdsa-signature-range",
                    CRITICAL,
                    "/signature",
                    signed("ES256", filled(64, 0xff)),
                    signed("ES256", filled(64, 0x7f))),
            new RuleCase(
                    "ecdsa-signature-range",
                    CRITICAL,
                    "/signature",
                    raw(encoded("{'alg':'ES256'}") + ".e30.MAYCAQACAQA"),
                    raw(encoded("{'alg':'ES256'}") + ".e30.MAYCAQECAQE")),
            new RuleCase(
                    "signature-length",
                    HIGH,
                    "/signature",
                    raw(encoded("{'alg':'ES256'}") + ".e30.MAYCAQACAQA"),
                    signed("ES256", new byte[64])),
            new RuleCase(
                    "ecdsa-signature-range",
                    CRITICAL,
                    "/signature",
                    signed("ES256K", new byte[64]),
                    signed("Ed25519", new byte[64])));

    private static final String X5C = "'x5c':['AAAA']";
    private static final List<RuleCase> HEADER = List.of(
            new RuleCase(
                    "hdr-jwk-embedded",
                    HIGH,
                    "/header/jwk",
                    header("'alg':'ES256','jwk':" + TestKeys.EC),
                    header("'alg':'ES256','typ':'dpop+jwt','jwk':" + TestKeys.EC)),
            new RuleCase(
                    "hdr-jwk-embedded",
                    CRITICAL,
                    "/header/jwk",
                    header("'alg':'HS256','jwk':{'kty':'oct','k':'AAAA'}"),
                    header("'alg':'ES256','jwk':" + TestKeys.EC)),
            new RuleCase(
                    "hdr-jwk-embedded",
                    CRITICAL,
                    "/header/jwk",
                    header("'typ':'dpop+jwt','jwk':" + TestKeys.with(TestKeys.EC, "d", "AAAA")),
                    header("'alg':'ES256','jwk':" + TestKeys.EC)),
            new RuleCase("hdr-key-url", HIGH, "/header/jku", header("'jku':'https://keys.example.com/a'"), RS256),
            new RuleCase(
                    "hdr-key-url",
                    CRITICAL,
                    "/header/jku",
                    header("'jku':'http://keys.example.com/a'"),
                    header("'jku':'https://keys.example.com/a'")),
            new RuleCase(
                    "hdr-key-url",
                    CRITICAL,
                    "/header/x5u",
                    header("'x5u':'https://169.254.169.254/a'"),
                    header("'x5u':'https://keys.example.com:443/a'")),
            new RuleCase("hdr-key-url", CRITICAL, "/header/jku", header("'jku':'https://a@keys.example.com/'"), RS256),
            new RuleCase("hdr-key-url", CRITICAL, "/header/jku", header("'jku':'https://vault.internal/'"), RS256),
            new RuleCase("hdr-key-url", CRITICAL, "/header/jku", header("'jku':'https://[::1]/'"), RS256),
            new RuleCase(
                    "hdr-key-url",
                    CRITICAL,
                    "/header/jku",
                    token("{'jku':'https://evil.example/a'}", "{'iss':'https://idp.example.com'}"),
                    token("{'jku':'https://idp.example.com/a'}", "{'iss':'https://idp.example.com'}")),
            new RuleCase("hdr-x5c-x5t", HIGH, "/header/x5c", header(X5C), RS256),
            new RuleCase(
                    "hdr-x5c-x5t",
                    HIGH,
                    "/header/x5c",
                    header("'x5c':['" + Certificates.selfIssued() + "']"),
                    header("'x5c':['" + Certificates.issued() + "']")),
            new RuleCase(
                    "hdr-x5c-x5t",
                    HIGH,
                    "/header/x5c",
                    header("'x5c':['" + Certificates.expired() + "']"),
                    header("'x5c':['" + Certificates.issued() + "']")),
            new RuleCase(
                    "hdr-x5c-x5t", MEDIUM, "/header/x5c", header("'x5c':['" + Certificates.issued() + "']"), RS256),
            new RuleCase(
                    "hdr-x5c-x5t",
                    LOW,
                    "/header/x5t",
                    header("'x5t':'AAAA'"),
                    header("'x5t':'AAAA','x5t#S256':'AAAA'")),
            new RuleCase(
                    "hdr-kid-injection",
                    HIGH,
                    "/header/kid",
                    header("'kid':'../../dev/null'"),
                    header("'kid':'2026-11..rs256'")),
            new RuleCase(
                    "hdr-kid-injection", HIGH, "/header/kid", header("'kid':'a%00b'"), header("'kid':'a--b_9~c.d'")),
            new RuleCase("hdr-kid-injection", HIGH, "/header/kid", header("'kid':'x\\u0027 OR 1=1 --'"), RS256),
            new RuleCase(
                    "hdr-kid-injection",
                    HIGH,
                    "/header/kid",
                    header("'kid':'key|ls'"),
                    header("'kid':'arn:aws:kms:eu-west-1:1:key/7'")),
            new RuleCase("hdr-kid-injection", HIGH, "/header/kid", header("'kid':'a*)(uid=*'"), RS256),
            new RuleCase("hdr-kid-injection", HIGH, "/header/kid", header("'kid':7"), RS256),
            new RuleCase("hdr-kid-empty", LOW, "/header/kid", header("'kid':''"), header("'kid':' '")),
            new RuleCase(
                    "hdr-kid-empty",
                    LOW,
                    "/key/kid",
                    RuleCase.jwk("{'kty':'EC','kid':''}"),
                    RuleCase.jwk("{'kty':'EC'}")),
            new RuleCase(
                    "hdr-kid-missing",
                    HIGH,
                    "/header/kid",
                    token("{'alg':'ES256'}", "{'iss':'DEF123GHIJ','aud':'https://appleid.apple.com'}"),
                    token("{'alg':'ES256'}", "{'iss':'DEF123GHIJ','aud':'https://appleid.example.com'}")),
            new RuleCase(
                    "hdr-kid-missing",
                    LOW,
                    "/header/kid",
                    header("'alg':'ES256'"),
                    header("'alg':'ES256','x5t#S256':'a'")),
            new RuleCase("hdr-kid-injection", HIGH, "/header/kid", header("'kid':'a\\nb'"), RS256),
            new RuleCase(
                    "hdr-kid-injection",
                    HIGH,
                    "/header/kid",
                    header("'kid':'" + "a".repeat(129) + "'"),
                    header("'kid':'" + "a".repeat(128) + "'")),
            new RuleCase(
                    "hdr-kid-injection",
                    MEDIUM,
                    "/header/kid",
                    header("'kid':'https://vault.example.com/keys/1'"),
                    RS256),
            new RuleCase(
                    "hdr-kid-injection",
                    HIGH,
                    "/key/kid",
                    RuleCase.jwk("{'kty':'EC','kid':'/etc/passwd'}"),
                    RuleCase.jwk("{'kty':'EC','kid':'etc'}")),
            new RuleCase("hdr-kid-missing", LOW, "/header/kid", header("'alg':'ES256'"), HS256),
            new RuleCase(
                    "hdr-kid-missing",
                    MEDIUM,
                    "/header/kid",
                    token("{'alg':'ES256'}", CLAIMS, TestKeys.set(TestKeys.EC, TestKeys.RSA)),
                    token("{'alg':'ES256'}", CLAIMS, TestKeys.set(TestKeys.EC))),
            new RuleCase(
                    "hdr-kid-unknown",
                    HIGH,
                    "/header/kid",
                    token("{'alg':'ES256','kid':'b'}", CLAIMS, TestKeys.set(TestKeys.with(TestKeys.EC, "kid", "a"))),
                    token("{'alg':'ES256','kid':'a'}", CLAIMS, TestKeys.set(TestKeys.with(TestKeys.EC, "kid", "a")))),
            new RuleCase("hdr-crit", HIGH, "/header/crit", header("'crit':[]"), RS256),
            new RuleCase("hdr-crit", HIGH, "/header/crit", header("'crit':['exp'],'exp':1"), RS256),
            new RuleCase("hdr-crit", HIGH, "/header/crit", header("'crit':['alg']"), RS256),
            new RuleCase("hdr-crit", HIGH, "/header/crit", header("'crit':['x','x'],'x':1"), RS256),
            new RuleCase("hdr-b64", HIGH, "/header/b64", header("'b64':false,'crit':['b64']"), RS256),
            new RuleCase("hdr-b64", HIGH, "/header/b64", header("'b64':true"), RS256),
            new RuleCase("hdr-b64", LOW, "/header/b64", header("'b64':true,'crit':['b64']"), RS256),
            new RuleCase(
                    "hdr-typ-missing",
                    MEDIUM,
                    "/header/typ",
                    token("{'alg':'ES256'}", "{'scope':'a'}"),
                    token("{'typ':'JWT'}", "{'scope':'a'}")),
            new RuleCase("hdr-typ-missing", LOW, "/header/typ", HS256, RS256),
            new RuleCase(
                    "hdr-typ-mismatch",
                    MEDIUM,
                    "/header/typ",
                    token("{'typ':'application/AT+JWT'}", "{'nonce':'a'}"),
                    token("{'typ':'at+jwt'}", CLAIMS)),
            new RuleCase(
                    "hdr-typ-mismatch",
                    LOW,
                    "/header/typ",
                    token("{'typ':'JWT'}", "{'iss':'a','exp':1,'aud':'a','sub':'a','client_id':'a','iat':1,'jti':'a'}"),
                    token("{'typ':'JWT'}", CLAIMS)),
            new RuleCase("hdr-typ-mismatch", INFO, "/header/typ", header("'typ':'mine+jwt'"), RS256),
            new RuleCase("hdr-typ-mismatch", HIGH, "/header/typ", header("'typ':['JWT']"), RS256),
            new RuleCase("hdr-nested", MEDIUM, "/header/cty", header("'cty':'JWT'"), header("'cty':'json'")),
            new RuleCase(
                    "hdr-nested",
                    MEDIUM,
                    "/header/cty",
                    wrapped("{'alg':'HS256'}", 1),
                    wrapped("{'alg':'HS256','cty':'JWT'}", 1)),
            new RuleCase(
                    "hdr-nested",
                    HIGH,
                    "/header/cty",
                    wrapped("{'alg':'HS256','cty':'JWT'}", 2),
                    wrapped("{'alg':'HS256','cty':'JWT'}", 1)),
            new RuleCase(
                    "hdr-claim-replica",
                    MEDIUM,
                    "/header/iss",
                    token("{'iss':'b'}", "{'iss':'a'}"),
                    token("{'iss':'a'}", "{'iss':'a'}")));

    private static final List<RuleCase> ENCRYPTION = List.of(
            new RuleCase(
                    "jwe-unauthenticated",
                    HIGH,
                    "/header/alg",
                    jwe("'alg':'RSA-OAEP-256','enc':'A256GCM'"),
                    jwe("'alg':'RSA-OAEP-256','enc':'A256GCM','cty':'JWT'")),
            new RuleCase(
                    "jwe-unauthenticated",
                    HIGH,
                    "/header/alg",
                    jwe("'alg':'ECDH-ES','enc':'A256GCM'"),
                    jwe("'alg':'dir','enc':'A256GCM'")),
            new RuleCase("jwe-rsa1-5", HIGH, "/header/alg", jwe("'alg':'RSA1_5'"), jwe("'alg':'RSA-OAEP'")),
            new RuleCase(
                    "jwe-rsa1-5",
                    HIGH,
                    "/key/alg",
                    RuleCase.jwk("{'kty':'RSA','alg':'RSA1_5'}"),
                    RuleCase.jwk("{'kty':'RSA','alg':'RSA-OAEP'}")),
            new RuleCase("jwe-zip", MEDIUM, "/header/zip", jwe("'alg':'dir','zip':'DEF'"), jwe("'alg':'dir'")),
            new RuleCase("jwe-p2c", HIGH, "/header/p2c", pbes2("1200001"), pbes2("1200000")),
            new RuleCase("jwe-p2c", HIGH, "/header/p2c", pbes2("999"), pbes2("1000")),
            new RuleCase("jwe-p2c", HIGH, "/header/p2c", pbes2("99999999999"), pbes2("600000")),
            new RuleCase("jwe-p2c", HIGH, "/header/p2c", pbes2("'600000'"), pbes2("600000")),
            new RuleCase("jwe-p2c", MEDIUM, "/header/p2c", pbes2("599999"), pbes2("600000")),
            new RuleCase(
                    "jwe-p2c",
                    HIGH,
                    "/header/p2s",
                    jwe("'alg':'PBES2-HS256+A128KW','p2c':600000,'p2s':'AAAAAAA'"),
                    pbes2("600000")),
            new RuleCase(
                    "jwe-params-invalid",
                    HIGH,
                    "/token",
                    jwe("'enc':'A128GCM'", 11, 16),
                    jwe("'enc':'A128GCM'", 12, 16)),
            new RuleCase(
                    "jwe-params-invalid",
                    HIGH,
                    "/token",
                    jwe("'enc':'A128GCM'", 12, 12),
                    jwe("'enc':'A128GCM'", 12, 16)),
            new RuleCase(
                    "jwe-params-invalid",
                    HIGH,
                    "/token",
                    jwe("'enc':'A256CBC-HS512'", 16, 16),
                    jwe("'enc':'A256CBC-HS512'", 16, 32)),
            new RuleCase(
                    "jwe-params-invalid",
                    HIGH,
                    "/header/iv",
                    jwe("'alg':'A128GCMKW','iv':'AAAA','tag':'AAAA'"),
                    jwe("'alg':'A128GCMKW','iv':'" + "A".repeat(16) + "'")),
            new RuleCase(
                    "jwe-params-invalid",
                    HIGH,
                    "/header/epk",
                    jwe("'alg':'ECDH-ES','epk':" + TestKeys.with(TestKeys.EC, "d", "AAAA")),
                    jwe("'alg':'ECDH-ES','epk':" + TestKeys.EC)),
            new RuleCase(
                    "jwe-params-invalid",
                    HIGH,
                    "/header/epk",
                    jwe("'alg':'ECDH-ES','epk':" + TestKeys.with(TestKeys.EC, "x", Base64Url.encode(filled(32, 1)))),
                    jwe("'alg':'ECDH-ES','epk':" + TestKeys.EC)),
            new RuleCase(
                    "jwe-params-invalid",
                    HIGH,
                    "/header/epk",
                    raw(jweText("'alg':'ECDH-ES','epk':" + TestKeys.EC, 12, 16), TestKeys.single(TestKeys.EC384)),
                    raw(jweText("'alg':'ECDH-ES','epk':" + TestKeys.EC, 12, 16), TestKeys.single(TestKeys.EC))));

    static final List<RuleCase> ALL = Stream.of(ALGORITHM, SIGNATURE, HEADER, ENCRYPTION)
            .flatMap(List::stream)
            .toList();

    private HeaderCases() {}

    private static Subject header(String members) {
        return token("{" + members + "}", CLAIMS);
    }

    private static String signedText(String alg, byte[] signature) {
        return encoded("{'alg':'" + alg + "'}") + '.' + encoded(CLAIMS) + '.' + Base64Url.encode(signature);
    }

    private static Subject signed(String alg, byte[] signature) {
        return raw(signedText(alg, signature));
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static Subject wrapped(String header, int times) {
        String token = signedText("HS256", new byte[32]);
        for (int i = 0; i < times; i++) {
            token = encoded(header) + '.' + Base64Url.encode(token.getBytes(StandardCharsets.UTF_8)) + ".AA";
        }
        return raw(token);
    }

    private static Subject jwe(String header) {
        return jwe(header, 12, 16);
    }

    private static Subject jwe(String header, int iv, int tag) {
        return raw(jweText(header, iv, tag));
    }

    private static String jweText(String header, int iv, int tag) {
        return encoded("{" + header + "}") + ".AA." + Base64Url.encode(new byte[iv]) + ".AA."
                + Base64Url.encode(new byte[tag]);
    }

    private static Subject pbes2(String count) {
        return jwe("'alg':'PBES2-HS256+A128KW','p2s':'AAAAAAAAAAAAAAAA','p2c':" + count);
    }
}
