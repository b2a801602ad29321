package dev.mintmark.paste;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a text is that is not a compact JWT. */
public enum TextKind {
    EMPTY("empty"),
    PLACEHOLDER("a placeholder or an empty value of a program, not a token: the variable was not set or not replaced"),
    CUT("only the beginning of a token: it was shortened or masked for display"),
    PARTIAL("only a part of a JWT: a signed token has 3 parts between dots, and an encrypted one 5"),
    PASETO("a PASETO token, not a JWT: read it with a PASETO library"),
    PASERK("a PASERK, the text form of a PASETO key, not a JWT"),
    PEM_PRIVATE("a private key in PEM, not a token: pass it as key, and replace it if others can see it"),
    PEM_PUBLIC("a public key in PEM, not a token: pass it as key"),
    PEM_CERTIFICATE("a certificate in PEM, not a token: pass it as key"),
    PEM("a PEM block, not a token"),
    SSH_KEY("an OpenSSH public key, not a token"),
    JWK("a JWK, which is a key, not a token: pass it as key"),
    JWKS("a JWK set, not a token: pass it as jwks"),
    JWS_JSON(
            "a JWS in JSON serialization, and a JWT is always compact (RFC 7519 section 1): join protected, payload and"
                    + " signature by dots"),
    JWE_JSON("a JWE in JSON serialization, and a JWT is always compact (RFC 7519 section 1): join protected,"
            + " encrypted_key, iv, ciphertext and tag by dots"),
    TOKEN_RESPONSE("a token response whose tokens are opaque: only the issuer knows what they mean, ask it by"
            + " introspection (RFC 7662)"),
    ERROR_RESPONSE("an error response, not a token"),
    CLAIMS("the claims of a token as JSON, not a token: mint one with POST /tokens"),
    HEADER("the header of a token as JSON, not a token"),
    JSON("JSON without a token"),
    SAML("a SAML message, not a JWT"),
    HTML("an HTML page, not a token: the request was probably redirected to a sign-in page"),
    XML("XML, not a token"),
    BASIC("credentials of HTTP Basic authentication, which are a name and a password, not a token"),
    ITSDANGEROUS("a cookie signed by itsdangerous, as Flask does, not a JWT"),
    SIGNED_COOKIE("a signed cookie of a web framework, not a JWT"),
    FERNET("a Fernet token, not a JWT: only the holder of its key can read it"),
    MACAROON("a macaroon, not a JWT"),
    CWT("a CBOR Web Token (CWT, RFC 8392), not a JWT"),
    API_KEY("an API key or opaque token of a provider, not a JWT: only its issuer knows what it means"),
    URL("a URL without a token"),
    OPAQUE("an opaque token, not a JWT: only its issuer knows what it means, ask it by introspection (RFC 7662)"),
    TEXT("plain text and contains no token");

    private static final Pattern DIGEST_OR_RANDOM = Pattern.compile("[A-Za-z0-9_+/=:|!-][A-Za-z0-9._~+/=:|!-]{7,}");
    private final String words;

    TextKind(String words) {
        this.words = words;
    }

    /** The predicate of the sentence "The text is …", without a full stop. */
    public String words() {
        return words;
    }

    /** The whole sentence, without a full stop. */
    public String sentence() {
        return "The text is " + words;
    }

    /**
     * Recognises what a text is.
     *
     * @param text the text without its scheme
     * @param whole the text with its scheme
     * @return empty if the text may be a token, however broken
     */
    static Optional<TextKind> of(String text, String whole) {
        if (text.isEmpty()) {
            return Optional.of(EMPTY);
        }
        Optional<TextKind> known = TextPatterns.of(text, whole).or(() -> JsonText.of(text));
        if (known.isPresent()) {
            return known;
        }
        int dots = TokenText.dots(text);
        if (dots == 2 || dots == 4) {
            return Optional.empty();
        }
        if (TokenText.startsObject(text, 0)
                && dots < 2
                && DIGEST_OR_RANDOM.matcher(text).matches()) {
            return Optional.of(PARTIAL);
        }
        if (TokenText.startsObject(text, 0)) {
            return Optional.empty();
        }
        return Optional.of(DIGEST_OR_RANDOM.matcher(text).matches() && isRandom(text) ? OPAQUE : TEXT);
    }

    /** Whether it has digits or is long without separators, as words of a language are not. */
    private static boolean isRandom(String text) {
        return text.chars().anyMatch(Character::isDigit) || (text.length() >= 24 && text.indexOf('-') < 0);
    }
}
