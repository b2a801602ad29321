package dev.mintmark.advice.rules;

import dev.mintmark.jose.Base64Url;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens signed with HMAC by the JCA only. */
public final class Forged {
    private Forged() {}

    public static String token(String secret) {
        return token(secret.getBytes(StandardCharsets.UTF_8), "{'sub':'a'}");
    }

    public static String token(byte[] secret, String claims) {
        String input = RuleCase.encoded("{'alg':'HS256'}") + '.' + RuleCase.encoded(claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return input + '.' + Base64Url.encode(mac.doFinal(input.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
