package dev.mintmark.advice.rules;

import dev.mintmark.advice.TokenView;
import dev.mintmark.jose.HmacProbe;
import dev.mintmark.jose.TokenForm;
import dev.mintmark.jose.UnverifiedJwk;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tries the texts and bytes of a public key as HMAC secrets (CVE-2015-9235). */
final class PublicKeyHmac {
    private PublicKeyHmac() {}

    /** Whether the token is an HMAC with one of them. */
    static boolean isSignedWithPublicKey(TokenView token, UnverifiedJwk key) {
        byte[] input = token.form().map(TokenForm::signingInput).orElse("").getBytes(StandardCharsets.UTF_8);
        Optional<HmacProbe> probe = token.signature().flatMap(bytes -> HmacProbe.of(token.alg(), input, bytes));
        return probe.isPresent() && key.publicForms().stream().anyMatch(probe.get()::isSignedBy);
    }
}
