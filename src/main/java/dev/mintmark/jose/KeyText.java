package dev.mintmark.jose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.KeyRejectedException.Reason;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.jose.json.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads one key from what users paste: a JWK as an object or as text, PEM, OpenSSH, Base64 of any of them or of DER, or
 * the JSON file of a Google service account. Other key formats are named with the command that converts them.
 */
public final class KeyText {
    private static final Pattern SURROUNDINGS = Pattern.compile("[\\s\\u00a0\\u200b\\u2060\\ufeff]+");
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*");
    private static final byte[] JAVA_KEY_STORE = {(byte) 0xfe, (byte) 0xed, (byte) 0xfe, (byte) 0xed};
    private static final byte DER_SEQUENCE = 0x30;

    private static final String PATH = "This is the path of a file. The service reads no files; paste the key itself";

    /** How texts in other formats start, and what their owners can do. */
    private static final Map<String, String> FOREIGN = Map.of(
            "---- BEGIN SSH2 PUBLIC KEY",
            "This is an SSH2 public key; convert it: ssh-keygen -i -f FILE",
            "PuTTY-User-Key-File",
            "This is a PuTTY key; convert it: puttygen FILE -O private-openssh -o key, then ssh-keygen -p -m PKCS8 -f key",
            "<RSAKeyValue",
            "This is an XML key of .NET; export it with ExportPkcs8PrivateKeyPem() or ExportSubjectPublicKeyInfoPem()",
            "-----BEGIN",
            "The PEM is broken or truncated (RFC 7468)",
            "https://",
            "This is a URL. The service fetches no keys; paste the key itself",
            "http://",
            "This is a URL. The service fetches no keys; paste the key itself",
            "./",
            PATH,
            "file:",
            PATH);

    private KeyText() {}

    /**
     * Reads a key.
     *
     * @throws KeyRejectedException if it cannot be read, or is too weak
     */
    public static Jwk read(JsonNode key) {
        return parse(key).admit();
    }

    /**
     * Reads a key to write it in another form, however weak.
     *
     * @throws KeyRejectedException if it cannot be read
     */
    public static Jwk parse(JsonNode key) {
        return key.isTextual() ? parse(key.asText(), true) : JwkReader.parse(key);
    }

    private static Jwk parse(String given, boolean mayBeEncoded) {
        String text = bare(given);
        if (PemBlock.isIn(text)) {
            return Pem.parse(text);
        }
        if (text.startsWith("{")) {
            return JwkReader.parse(json(text));
        }
        if (SshKey.isPublicLine(text)) {
            return new Jwk(SshKey.publicLine(text), JwkAttributes.NONE);
        }
        FOREIGN.forEach((start, detail) -> {
            if (text.startsWith(start)) {
                throw new KeyRejectedException(Reason.UNSUPPORTED, detail);
            }
        });
        if (TOKEN.matcher(text).matches()) {
            throw new KeyRejectedException(Reason.MALFORMED, "This is a token, not a key");
        }
        if (!mayBeEncoded) {
            throw unknown();
        }
        return decoded(text);
    }

    private static JsonNode json(String text) {
        try {
            return StrictJson.object(text.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new KeyRejectedException(Reason.MALFORMED, "The text of the JWK " + e.getMessage());
        }
    }

    /** Without white space, a byte order mark, and quotes around the text; a JSON string is decoded. */
    private static String bare(String given) {
        String text = stripped(given);
        boolean isQuoted =
                text.length() > 1 && "\"'`".indexOf(text.charAt(0)) >= 0 && text.endsWith(text.substring(0, 1));
        if (!isQuoted) {
            return text;
        }
        try {
            return stripped(
                    StrictJson.parse(text.getBytes(StandardCharsets.UTF_8)).asText());
        } catch (IllegalArgumentException e) {
            return stripped(text.substring(1, text.length() - 1));
        }
    }

    private static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSurrounding(text.charAt(start))) {
            start++;
        }
        while (end > start && isSurrounding(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSurrounding(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\u200b' || c == '\u2060' || c == '\ufeff';
    }

    /** Java programs, consoles and Kubernetes Secrets show Base64 of DER, of PEM or of a JWK. */
    private static Jwk decoded(String text) {
        byte[] bytes = base64(text);
        if (bytes.length < 2) {
            throw unknownEncoding(text);
        }
        if (Arrays.equals(JAVA_KEY_STORE, Arrays.copyOf(bytes, JAVA_KEY_STORE.length))) {
            throw new KeyRejectedException(
                    Reason.UNSUPPORTED,
                    "This is a Java key store; convert it: keytool -importkeystore -srckeystore FILE -destkeystore key.p12"
                            + " -deststoretype PKCS12, then openssl pkcs12 -in key.p12 -nodes -nocerts");
        }
        if (bytes[0] == DER_SEQUENCE) {
            return der(bytes);
        }
        String inner = Utf8.decode(bytes).map(KeyText::stripped).orElse("");
        if (PemBlock.isIn(inner) || inner.startsWith("{")) {
            return parse(inner, false);
        }
        throw unknownEncoding(text);
    }

    private static Jwk der(byte[] bytes) {
        try {
            return DerKey.unlabelled(bytes).jwk();
        } catch (KeyRejectedException e) {
            throw e;
        } catch (RuntimeException e) {
            // BouncyCastle throws many kinds of exceptions for broken DER, and their messages may quote the key.
            throw unknown();
        }
    }

    private static byte[] base64(String text) {
        String compact = SURROUNDINGS.matcher(text).replaceAll("");
        try {
            return Base64.getDecoder().decode(compact.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** A slash is a character of Base64 too, so a text is a path only where it does not encode a key. */
    private static KeyRejectedException unknownEncoding(String text) {
        return text.startsWith("/") ? new KeyRejectedException(Reason.UNSUPPORTED, PATH) : unknown();
    }

    private static KeyRejectedException unknown() {
        return new KeyRejectedException(
                Reason.MALFORMED,
                "The text is not a key in a known form: JWK, PEM, OpenSSH, or Base64 of DER. A secret goes into secret");
    }
}
