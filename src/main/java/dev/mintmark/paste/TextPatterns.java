package dev.mintmark.paste;

import dev.mintmark.jose.TokenForm;
import dev.mintmark.jose.json.JsonForm;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts that are recognised by how they begin or end. All patterns are linear. */
final class TextPatterns {
    private static final int MAX_LENGTH = 4_096;

    private record Form(TextKind kind, Pattern pattern) {
        static Form of(TextKind kind, String pattern) {
            return new Form(kind, Pattern.compile(pattern));
        }
    }

    private static final List<Form> FORMS = List.of(
            Form.of(
                    TextKind.PLACEHOLDER,
                    "(?i)(?:undefined|null|none|nil|nan|true|false|\\[object \\w+]|\\$\\{[^}]*}|\\{\\{[^}]*}}"
                            + "|<[A-Za-z][^<>/=]*>|\\$\\w+|%\\w+%|\\$\\(.*\\)|your[ _-].*|bearer|dpop|token|jwt)"),
            Form.of(
                    TextKind.CUT,
                    "(?s)[^A-Za-z0-9]{0,64}ey[A-Za-z0-9_.-]*(?:\u2026|(?<=\\.\\.\\.)|\\*\\*\\*|[<\\[](?i:redacted|masked)).*"),
            Form.of(TextKind.PASETO, "v[1-9]\\.(?:local|public)\\.[A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]*)?"),
            Form.of(TextKind.PASERK, "k[1-9]\\.[a-z-]+\\..*"),
            Form.of(TextKind.PEM_PRIVATE, "(?s).*-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----.*"),
            Form.of(TextKind.PEM_PUBLIC, "(?s).*-----BEGIN (?:RSA |EC )?PUBLIC KEY-----.*"),
            Form.of(TextKind.PEM_CERTIFICATE, "(?s).*-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----.*"),
            Form.of(TextKind.PEM, "(?s).*-----BEGIN [A-Z0-9 ]+-----.*"),
            Form.of(TextKind.SSH_KEY, "(?s)(?:ssh-|ecdsa-sha2-|sk-ssh-|sk-ecdsa-)[a-z0-9@.-]+ +AAAA.*"),
            Form.of(
                    TextKind.SAML,
                    "(?s)(?:<\\?xml.{0,200}>\\s*)?<(?:\\w+:)?(?:Assertion|Response|AuthnRequest|LogoutRe\\w+)\\b.*"),
            Form.of(
                    TextKind.SAML,
                    "(?s)(?:SAMLResponse|SAMLRequest)=.*|PHNhbW[wx].*|PFJlc3BvbnNl.*|PEFzc2VydGlvb.*|PD94bWwg.*"),
            Form.of(TextKind.HTML, "(?is)<(?:!doctype html|html|head|body)\\b.*"),
            Form.of(TextKind.XML, "(?s)<\\?xml.*|<\\w++[^>]*+>.*</\\w+>"),
            Form.of(TextKind.FERNET, "gAAAAA[A-Za-z0-9_-]{40,}={0,2}"),
            Form.of(TextKind.MACAROON, "(?:MDAx|AgE)[A-Za-z0-9_+/=-]{40,}"),
            Form.of(TextKind.CWT, "(?:0oR|0YN|2D3S)[A-Za-z0-9_+/=-]{20,}|(?i:d28[34]|d18[34]|d83dd2)[0-9a-fA-F]{20,}"),
            Form.of(
                    TextKind.API_KEY,
                    "(?:gh[pousr]_|github_pat_|glpat-|gl[a-z]{2,6}-|xox[abeoprs]-|xapp-|sk-|sk_|pk_|rk_|AKIA|ASIA|AIza|ya29\\.|1//"
                            + "|npm_|pypi-|hv[sbr]\\.|s\\.[A-Za-z0-9]{24}$|SG\\.|shp[a-z]{2}_|dop_v1_|EAA[A-Za-z0-9]|dckr_pat_"
                            + "|ATATT|figd_|hf_|lin_api_|secret_|ntn_|r8_|mk-|00[A-Za-z0-9_-]{40}$).*"),
            Form.of(TextKind.SIGNED_COOKIE, "[A-Za-z0-9_+/=%.-]+--[0-9a-f]{40,128}"),
            Form.of(TextKind.SIGNED_COOKIE, "\\.?[A-Za-z0-9_=-]+:[A-Za-z0-9]{6}:[A-Za-z0-9_-]{27,86}"),
            Form.of(TextKind.SIGNED_COOKIE, "s(?::|%3A)[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9%+/=]+"),
            Form.of(TextKind.URL, "(?i)[a-z][a-z0-9+.-]{1,20}://\\S*"));

    private static final Pattern BASIC = Pattern.compile("(?i)(?:authorization\\s*:\\s*)?basic\\s+\\S+");
    private static final Pattern TIMESTAMP = Pattern.compile("[A-Za-z0-9_-]{5,8}");

    private TextPatterns() {}

    static Optional<TextKind> of(String text, String whole) {
        String start = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        if (whole.length() <= MAX_LENGTH && BASIC.matcher(whole).matches()) {
            return Optional.of(TextKind.BASIC);
        }
        if (isItsDangerous(start)) {
            return Optional.of(TextKind.ITSDANGEROUS);
        }
        return FORMS.stream()
                .filter(form -> form.pattern().matcher(start).matches())
                .map(Form::kind)
                .findFirst();
    }

    /** A payload that is not a JOSE header, a timestamp of 4 to 6 bytes, and a signature of SHA-1 or SHA-2. */
    static boolean isItsDangerous(String text) {
        TokenForm form = TokenForm.read(text.startsWith(".") ? text.substring(1) : text);
        boolean isObject = text.startsWith(".") || TokenText.startsObject(text, 0);
        if (!isObject
                || form.dots() != 2
                || !TIMESTAMP.matcher(form.parts().get(1).text()).matches()) {
            return false;
        }
        int signature = form.bytes(2).map(bytes -> bytes.length).orElse(0);
        boolean header = form.bytes(0)
                .flatMap(bytes -> JsonForm.read(bytes).value())
                .filter(json -> json.has("alg"))
                .isPresent();
        return !header && (signature == 20 || signature == 32 || signature == 64);
    }
}
