package dev.mintmark.paste;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.CpuTime;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTextTest {
    private static final String HS256 = token("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", 32);
    private static final String ES256 = token("{\"alg\":\"ES256\",\"kid\":\"a\"}", 64);
    private static final String RS256 = token("{\"alg\":\"RS256\",\"typ\":\"at+jwt\"}", 256);
    private static final String UNSIGNED = token("{\"alg\":\"none\"}", 0);
    private static final String JWE =
            part("{\"alg\":\"dir\",\"enc\":\"A128GCM\"}") + ".." + bytes(12) + '.' + bytes(40) + '.' + bytes(16);
    private static final String SD_JWT =
            ES256 + '~' + part("[\"c2FsdA\",\"given_name\",\"Ann\"]") + '~' + part("[\"c2FsdB\",\"x\"]") + '~';

    private static String part(String text) {
        return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (i * 37 + 11);
        }
        return Base64Url.encode(bytes);
    }

    private static String token(String header, int signature) {
        return part(header)
                + '.'
                + part("{\"sub\":\"alice\",\"iss\":\"https://issuer.example\",\"exp\":1795511700}")
                + '.'
                + bytes(signature);
    }

    private static String wrapped(String text, int width, String separator) {
        return text.replaceAll("(.{" + width + "})(?=.)", "$1" + separator.replace("\\", "\\\\"));
    }

    static Stream<String> bareTokens() {
        return Stream.of(
                HS256, ES256, RS256, UNSIGNED, JWE, SD_JWT, SD_JWT + HS256, HS256.replaceFirst("\\..*\\.", ".."));
    }

    @ParameterizedTest
    @MethodSource("bareTokens")
    void aBareTokenIsNotWrapped(String token) {
        PastedText read = PastedText.read(token);
        assertThat(read.token()).isEqualTo(token);
        assertThat(read.wrapping()).isEmpty();
        assertThat(read.instead()).isEmpty();
    }

    static Stream<Arguments> wrapped() {
        String response = "{\n  \"token_type\": \"Bearer\",\n  \"id_token\": \"" + HS256 + "\",\n  \"access_token\": \""
                + ES256 + "\",\n  \"refresh_token\": \"" + RS256 + "\"\n}";
        return Stream.of(
                Arguments.of("Bearer " + ES256, ES256, "the scheme Bearer"),
                Arguments.of("bearer   " + ES256 + "\n", ES256, "the scheme Bearer"),
                Arguments.of("Bearer: " + ES256, ES256, "the scheme Bearer"),
                Arguments.of("Bearer%20" + ES256, ES256, "the scheme Bearer"),
                Arguments.of("DPoP " + ES256, ES256, "the scheme DPoP"),
                Arguments.of("Token " + HS256, HS256, "the scheme Token"),
                Arguments.of(
                        "Authorization: Bearer " + RS256,
                        RS256,
                        "the scheme Bearer and the header field Authorization"),
                Arguments.of(
                        "curl -H 'Authorization: Bearer " + RS256 + "' https://api.example/orders",
                        RS256,
                        "the scheme Bearer and the header field Authorization"),
                Arguments.of(
                        "GET /orders HTTP/1.1\r\nHost: api.example\r\nAuthorization: DPoP " + ES256 + "\r\nDPoP: "
                                + HS256 + "\r\n\r\n",
                        ES256,
                        "the scheme DPoP, the header field Authorization and another token"),
                Arguments.of("\"" + HS256 + "\"", HS256, "quotes"),
                Arguments.of("'" + HS256 + "'", HS256, "quotes"),
                Arguments.of("\u201c" + HS256 + "\u201d", HS256, "quotes"),
                Arguments.of("`" + HS256 + "`", HS256, "quotes"),
                Arguments.of("\"Bearer " + HS256 + "\"", HS256, "the scheme Bearer"),
                Arguments.of("Bearer \"" + HS256 + "\"", HS256, "the scheme Bearer"),
                Arguments.of("<" + HS256 + ">", HS256, "brackets"),
                Arguments.of(" \t" + HS256 + "\r\n", HS256, "white space"),
                Arguments.of("\u00a0" + HS256, HS256, "white space"),
                Arguments.of(HS256 + ",", HS256, "punctuation"),
                Arguments.of(HS256 + ".", HS256, "punctuation"),
                Arguments.of(UNSIGNED + ".", UNSIGNED, "punctuation"),
                Arguments.of(
                        "\ufeff" + HS256,
                        HS256,
                        "invisible characters such as a byte order mark or a zero-width space"),
                Arguments.of(
                        HS256.substring(0, 30) + "\u200b" + HS256.substring(30),
                        HS256,
                        "invisible characters such as a byte order mark or a zero-width space"),
                Arguments.of("Cookie: theme=dark; session=" + HS256 + "; lang=en", HS256, "the cookie session"),
                Arguments.of(
                        "Set-Cookie: __Host-token=" + HS256 + "; HttpOnly; Secure", HS256, "the cookie __Host-token"),
                Arguments.of(
                        "https://app.example/cb#access_token=" + RS256 + "&token_type=Bearer&expires_in=900",
                        RS256,
                        "the URL fragment parameter access_token"),
                Arguments.of("#id_token=" + RS256 + "&state=x", RS256, "the URL fragment parameter id_token"),
                Arguments.of("https://app.example/?id_token=" + RS256, RS256, "the URL or form parameter id_token"),
                Arguments.of(
                        "grant_type=x&assertion=" + RS256 + "&scope=a", RS256, "the URL or form parameter assertion"),
                Arguments.of(response, ES256, "the JSON member access_token and other tokens"),
                Arguments.of("{\"token\":\"" + HS256 + "\"}", HS256, "the JSON member token"),
                Arguments.of("\"id_token\": \"" + HS256 + "\",", HS256, "the JSON member id_token"),
                Arguments.of("\"{\\\"access_token\\\":\\\"" + HS256 + "\\\"}\"", HS256, "the JSON member access_token"),
                Arguments.of("export TOKEN=" + HS256, HS256, "the name TOKEN"),
                Arguments.of("TOKEN=\"" + HS256 + "\"", HS256, "the name TOKEN"),
                Arguments.of("    token: " + HS256 + "\n", HS256, "the name token"),
                Arguments.of("const t = '" + HS256 + "';", HS256, "the name t"),
                Arguments.of("X-Auth-Token: " + HS256, HS256, "the header field X-Auth-Token"),
                Arguments.of(
                        "2026-11-24 INFO login ok " + HS256 + " for alice",
                        HS256,
                        "other text before the token and other text after the token"),
                Arguments.of(wrapped(RS256, 64, "\n"), RS256, "line breaks inside the token"),
                Arguments.of(wrapped(RS256, 76, "\r\n"), RS256, "line breaks inside the token"),
                Arguments.of(wrapped(ES256, 40, "\n    "), ES256, "line breaks inside the token"),
                Arguments.of(wrapped(ES256, 60, "\\n"), ES256, "line breaks inside the token"),
                Arguments.of(wrapped(ES256, 60, " \\\n"), ES256, "line breaks inside the token"),
                Arguments.of(wrapped(JWE, 50, "\n"), JWE, "line breaks inside the token"),
                Arguments.of(wrapped(SD_JWT, 70, "\n"), SD_JWT, "line breaks inside the token"),
                Arguments.of("> " + wrapped(ES256, 60, "\n> "), ES256, "brackets and line breaks inside the token"),
                Arguments.of(
                        "\"" + wrapped(ES256, 60, "\" +\n  \"") + "\"",
                        ES256,
                        "quotes and line breaks inside the token"),
                Arguments.of(ES256.replace(".", " . "), ES256, "spaces inside the token"),
                Arguments.of(ES256.replace(".", ".\n"), ES256, "line breaks inside the token"),
                Arguments.of(
                        "token=" + HS256.replace(".", "%2E"), HS256, "percent-encoded characters and the name token"),
                Arguments.of(
                        Base64.getEncoder().encodeToString(HS256.getBytes(StandardCharsets.US_ASCII)),
                        HS256,
                        "a second base64 encoding"));
    }

    @ParameterizedTest
    @MethodSource("wrapped")
    void aTokenIsFoundInWhatPeoplePaste(String text, String token, String wrapping) {
        PastedText read = PastedText.read(text);
        assertThat(read.token()).isEqualTo(token);
        assertThat(read.instead()).isEmpty();
        assertThat(read.wrappingInWords()).isEqualTo(wrapping);
        assertThat(read.isWrapped()).isTrue();
    }

    @Test
    void textAfterACompleteSignatureIsNotPartOfIt() {
        assertThat(PastedText.read(ES256 + "\nthanks").token()).isEqualTo(ES256);
        assertThat(PastedText.read(RS256 + "\n" + "c".repeat(64)).token()).isEqualTo(RS256);
        assertThat(PastedText.read(HS256 + " was rejected").token()).isEqualTo(HS256);
        assertThat(PastedText.read(HS256 + "\n" + ES256).token()).isEqualTo(HS256);
        assertThat(PastedText.read(UNSIGNED + " x").token()).isEqualTo(UNSIGNED);
    }

    @Test
    void paddingAndBase64AreLeftToTheChecksOfTheEncoding() {
        assertThat(PastedText.read(HS256 + "=").token()).isEqualTo(HS256 + "=");
        assertThat(PastedText.read(HS256 + "+/a").token()).isEqualTo(HS256 + "+/a");
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("", TextKind.EMPTY),
                Arguments.of(" \n", TextKind.EMPTY),
                Arguments.of("undefined", TextKind.PLACEHOLDER),
                Arguments.of("Bearer undefined", TextKind.PLACEHOLDER),
                Arguments.of("Bearer", TextKind.PLACEHOLDER),
                Arguments.of("[object Object]", TextKind.PLACEHOLDER),
                Arguments.of("${ACCESS_TOKEN}", TextKind.PLACEHOLDER),
                Arguments.of("Bearer {{token}}", TextKind.PLACEHOLDER),
                Arguments.of("$TOKEN", TextKind.PLACEHOLDER),
                Arguments.of("<your token>", TextKind.PLACEHOLDER),
                Arguments.of(HS256.substring(0, 40) + "...", TextKind.CUT),
                Arguments.of(HS256.substring(0, 40) + "\u2026", TextKind.CUT),
                Arguments.of("Bearer eyJhbGciOi***", TextKind.CUT),
                Arguments.of(HS256.substring(0, HS256.indexOf('.')), TextKind.PARTIAL),
                Arguments.of(HS256.substring(0, HS256.lastIndexOf('.')), TextKind.PARTIAL),
                Arguments.of("v4.public." + bytes(90), TextKind.PASETO),
                Arguments.of("v2.local." + bytes(60) + '.' + bytes(10), TextKind.PASETO),
                Arguments.of("Bearer v4.local." + bytes(60), TextKind.PASETO),
                Arguments.of("k4.secret." + bytes(64), TextKind.PASERK),
                Arguments.of("-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----", TextKind.PEM_PUBLIC),
                Arguments.of("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----", TextKind.PEM_CERTIFICATE),
                Arguments.of("-----BEGIN " + "EC PRIVATE KEY-----\nMHcC\n", TextKind.PEM_PRIVATE),
                Arguments.of("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 alice@host", TextKind.SSH_KEY),
                Arguments.of("{\"kty\":\"EC\",\"crv\":\"P-256\"}", TextKind.JWK),
                Arguments.of("{\"keys\":[{\"kty\":\"RSA\"}]}", TextKind.JWKS),
                Arguments.of("[{\"kty\":\"RSA\"}]", TextKind.JWKS),
                Arguments.of(
                        "{\"payload\":\"eyJhIjoxfQ\",\"protected\":\"eyJhbGciOiJFUzI1NiJ9\",\"signature\":\"AA\"}",
                        TextKind.JWS_JSON),
                Arguments.of("{\"payload\":\"e30\",\"signatures\":[{\"signature\":\"AA\"}]}", TextKind.JWS_JSON),
                Arguments.of(
                        "{\"" + HS256 + "\":1,\"protected\":\"a\",\"payload\":\"b\",\"signature\":\"c\"}",
                        TextKind.JWS_JSON),
                Arguments.of("{\"ciphertext\":\"a\",\"iv\":\"b\",\"tag\":\"c\"}", TextKind.JWE_JSON),
                Arguments.of(
                        "{\"access_token\":\"2YotnFZFEjr1zCsicMWpAA\",\"expires_in\":3600}", TextKind.TOKEN_RESPONSE),
                Arguments.of("{\"error\":\"invalid_grant\"}", TextKind.ERROR_RESPONSE),
                Arguments.of("{\"sub\":\"alice\",\"exp\":1795511700}", TextKind.CLAIMS),
                Arguments.of("{\"alg\":\"HS256\"}", TextKind.HEADER),
                Arguments.of("{\"a\":1}", TextKind.JSON),
                Arguments.of("<!DOCTYPE html><html><body>Sign in</body></html>", TextKind.HTML),
                Arguments.of("<saml:Assertion xmlns:saml=\"x\"></saml:Assertion>", TextKind.SAML),
                Arguments.of("PHNhbWxwOlJlc3BvbnNlIHhtbG5z", TextKind.SAML),
                Arguments.of("Basic YWxpY2U6c2VjcmV0", TextKind.BASIC),
                Arguments.of("Authorization: Basic YWxpY2U6c2VjcmV0", TextKind.BASIC),
                Arguments.of(part("{\"user_id\":5}") + ".ZpJ4Dw." + bytes(20), TextKind.ITSDANGEROUS),
                Arguments.of("gAAAAAB" + bytes(64), TextKind.FERNET),
                Arguments.of("gh" + "p_" + "a1".repeat(18), TextKind.API_KEY),
                Arguments.of("ya" + "29.a0AfH6SMBx", TextKind.API_KEY),
                Arguments.of("8d3c1f7e-52b4-4c0f-9a86-1e0b7c5d2f43", TextKind.OPAQUE),
                Arguments.of("Bearer 2YotnFZFEjr1zCsicMWpAA", TextKind.OPAQUE),
                Arguments.of("9f86d081884c7d659a2feaa0c55ad015", TextKind.OPAQUE),
                Arguments.of("https://issuer.example/keys", TextKind.URL),
                Arguments.of("this-is-not-a-token", TextKind.TEXT),
                Arguments.of("I cannot sign in, please help", TextKind.TEXT));
    }

    @ParameterizedTest
    @MethodSource("others")
    void aTextThatIsNotATokenIsNamed(String text, TextKind kind) {
        assertThat(PastedText.read(text).instead()).contains(kind);
        assertThat(kind.sentence()).startsWith("The text is ").doesNotEndWith(".");
    }

    /** Each is 64 KiB; a scan that is not linear would take minutes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJ",
                "eyJ ",
                "eyJ\n",
                "eyJ.a\n",
                "a\n",
                "eyJ.eyJ.a\n",
                "~",
                "eyJ.eyJ.~\n",
                "\"",
                "Bearer ",
                "%2E",
                "<a",
                "\\n",
                ".",
                "> ",
                "x=",
                "{",
                "eyJ.",
                "\u200b"
            })
    void hostileTextIsReadInLinearTime(String unit) {
        PastedText read = PastedText.read(unit.repeat(65_536 / unit.length()));
        assertThat(read.token()).isNotNull();
        assertThat(PastedText.read("eyJhbGciOiJIUzI1NiJ9.e30." + unit.repeat(10_000))
                        .toString())
                .isEqualTo("PastedText[redacted]");
    }

    @Test
    void namesThatMayBeSecretsAreNotRepeated() {
        String name = "secret_" + "a".repeat(40);
        assertThat(PastedText.read(name + "=" + HS256).wrappingInWords()).isEqualTo("the name");
    }

    /** The time is linear in the length of the text, also where it consists of starts, gaps and edges of tokens. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0.. a",
                "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..\na\n",
                "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0.A.A A~",
                "eyJhbGciOiJIUzI1NiJ9.e30.AAAA\n\"",
                "eyJhbGciOiJIUzI1NiJ9.e30.AAAA\";",
                "eyJ.eyJ.",
                "<a",
                "a = eyJhbGciOiJIUzI1NiJ9.e30.AAAA "
            })
    void isLinear(String unit) {
        String tail = unit.substring(Math.max(0, unit.length() - 2));
        for (String text : List.of(
                unit.repeat(65_536 / unit.length()),
                unit + tail.repeat(32_000),
                unit.repeat(64) + tail.repeat(30_000))) {
            CpuTime.assertBounded(() -> assertThat(PastedText.read(text)).isNotNull());
        }
    }
}
