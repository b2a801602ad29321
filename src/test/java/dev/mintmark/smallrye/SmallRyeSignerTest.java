package dev.mintmark.smallrye;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.Members;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Claims;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.JwsSigner;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.UnverifiedJws;
import dev.mintmark.jose.VerificationKey;
import dev.mintmark.jose.json.JsonMembers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallRyeSignerTest {
    private static final Jwk RSA = GeneratedKey.of(Algorithm.RS256);
    private static final Map<String, Object> CLAIMS = claims();
    private static final JwsSigner NOTHING = (header, claims) -> "";

    private static Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", "https://a.example/\u00fc?b=c&d='e'<\ud83d\ude00>\n\"\\");
        claims.put("exp", 1_300_819_380L);
        claims.put("iat", new BigInteger("123456789012345678901234567890"));
        claims.put("nbf", new BigDecimal("1300819380.5"));
        claims.put("jti", 5);
        claims.put("aud", List.of("one"));
        claims.put("price", new BigDecimal("1.10"));
        claims.put("groups", List.of());
        claims.put("scope", "");
        claims.put("deep", Map.of("list", List.of(true, 1, "x", Map.of("y", List.of()))));
        return claims;
    }

    private static Map<String, Object> header(Algorithm algorithm) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", algorithm.joseName());
        header.put("typ", "at+jwt");
        header.put("kid", "a/b\u00fc");
        header.put("x", List.of(1, Map.of("y", false)));
        return header;
    }

    /**
     * The builder writes the header parameters in an order of its own; in that order the assembler gives the same token,
     * signature included, because PKCS #1 v1.5 signatures are deterministic.
     */
    @ParameterizedTest
    @EnumSource(names = {"RS256", "RS384", "RS512"})
    void givesTheSameBytesAsTheAssembler(Algorithm algorithm) {
        SigningKey plain = SigningKey.of(RSA.withAlgorithm(algorithm.joseName()), algorithm);
        String token = plain.by(SmallRyeSigner.ENGINE).sign(Members.of(header(algorithm)), Members.of(CLAIMS));
        JsonMembers written = UnverifiedJws.parse(token).header().members();
        assertThat(written).isEqualTo(Members.of(header(algorithm)));
        assertThat(plain.sign(written, Members.of(CLAIMS))).isEqualTo(token);
    }

    @ParameterizedTest
    @EnumSource(names = {"PS256", "PS384", "PS512"})
    void signsWithPssTheSameInput(Algorithm algorithm) {
        Jwk jwk = RSA.withAlgorithm(algorithm.joseName());
        SigningKey plain = SigningKey.of(jwk, algorithm);
        String token = plain.by(SmallRyeSigner.ENGINE).sign(Members.of(header(algorithm)), Members.of(CLAIMS));
        UnverifiedJws jws = UnverifiedJws.parse(token);
        assertThat(jws.verify(VerificationKey.of(jwk), algorithm)).isPresent();
        String assembled = plain.sign(jws.header().members(), Members.of(CLAIMS));
        assertThat(token.substring(0, token.lastIndexOf('.')))
                .isEqualTo(assembled.substring(0, assembled.lastIndexOf('.')));
    }

    /** Only RSA signatures cost so much that the builder's copies do not matter. */
    @ParameterizedTest
    @EnumSource(names = {"HS256", "ES256", "EDDSA"})
    void leavesAllOtherKeysToTheAssembler(Algorithm algorithm) {
        assertThat(SmallRyeSigner.ENGINE.signer(algorithm, null, NOTHING)).isSameAs(NOTHING);
    }

    /** The builder cannot express any of these. */
    @ParameterizedTest
    @ValueSource(strings = {"claim", "deep claim", "header", "typ"})
    void leavesToTheAssemblerWhatTheBuilderCannotExpress(String what) {
        Map<String, Object> header = new LinkedHashMap<>(Map.of("alg", "RS256", "typ", "JWT"));
        Map<String, Object> claims = new LinkedHashMap<>(Map.of("sub", "alice"));
        Map<String, Object> nothing = Collections.singletonMap("nothing", null);
        switch (what) {
            case "claim" -> claims.putAll(nothing);
            case "deep claim" -> claims.put("deep", List.of(nothing));
            case "header" -> header.putAll(nothing);
            default -> header.remove("typ");
        }

        String token = rs256().sign(Members.of(header), Members.of(claims));

        UnverifiedJws jws = UnverifiedJws.parse(token);
        assertThat(jws.verify(VerificationKey.of(RSA), Algorithm.RS256)).isPresent();
        assertThat(jws.header().members()).isEqualTo(Members.of(header));
        assertThat(Claims.parse(jws.unverifiedPayload()).members()).isEqualTo(Members.of(claims));
    }

    /** The builder reads these settings for each token, and they may be in the environment for another service. */
    @Test
    void noSettingOfTheBuilderChangesWhatIsSigned() {
        Map<String, String> settings = Map.of(
                "smallrye.jwt.new-token.override-matching-claims", "true",
                "smallrye.jwt.new-token.add-default-claims", "true",
                "smallrye.jwt.new-token.issuer", "https://other.example",
                "smallrye.jwt.new-token.audience", "https://other.example");
        JsonMembers claims = Members.of(Map.of("iss", "https://issuer.example", "sub", "alice"));
        String token;
        try {
            settings.forEach(System::setProperty);
            token = rs256().sign(Members.of(Map.of("alg", "RS256", "typ", "JWT")), claims);
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
        assertThat(Claims.parse(UnverifiedJws.parse(token).unverifiedPayload()).members())
                .isEqualTo(claims);
    }

    private static SigningKey rs256() {
        return SigningKey.of(RSA, Algorithm.RS256).by(SmallRyeSigner.ENGINE);
    }
}
