package dev.mintmark.oauth.conformance;

import dev.mintmark.jose.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The clients of a test plan, registered as the conformance suite wants them. */
final class Plan {
    static final String YAML = "clients:\n" + client("first") + client("second");

    private Plan() {}

    private static String client(String id) {
        byte[] digest = Sha256.of(RelyingParty.SECRET.getBytes(StandardCharsets.US_ASCII));
        return """
                  %s:
                    secret_sha256: "%s"
                    redirect_uris: ["%s"]
                    post_logout_redirect_uris: ["%s"]
                """.formatted(id, HexFormat.of().formatHex(digest), RelyingParty.REDIRECT, RelyingParty.LOGOUT)
                .indent(2);
    }
}
