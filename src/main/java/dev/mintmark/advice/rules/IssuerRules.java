package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.LOW;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.advice.Findings;
import dev.mintmark.advice.TokenView;
import dev.mintmark.advice.text.Masking;
import dev.mintmark.advice.text.Urls;
import dev.mintmark.kinds.TokenKind;
import java.net.URI;
import java.util.Optional;

/** The {@code iss} claim as an issuer identifier (RFC 8414 section 2). */
final class IssuerRules {
    private static final String ISS = "/payload/iss";

    private IssuerRules() {}

    static void look(TokenView token, Findings found) {
        JsonNode issuer = token.claims().get("iss");
        if (issuer == null) {
            return;
        }
        if (!issuer.isTextual() || issuer.asText().isEmpty()) {
            found.at(ISS, HIGH, Masking.of(issuer), "iss is not a non-empty string");
            return;
        }
        boolean selfIssued = token.has("sub_jwk") || issuer.asText().startsWith("did:");
        if (token.is(TokenKind.ACCESS, TokenKind.ID) && !selfIssued) {
            look(issuer.asText(), found);
        }
    }

    private static void look(String issuer, Findings found) {
        Optional<URI> parsed = Urls.parse(issuer);
        if (parsed.isEmpty() || Urls.host(parsed.get()).isEmpty()) {
            found.at(ISS, HIGH, Masking.of(issuer), "iss is not an https URL");
            return;
        }
        URI url = parsed.get();
        String host = Urls.host(url);
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            // User info may be a password, so the value is masked.
            found.at(ISS, HIGH, Masking.masked(issuer), "iss has user info, a query or a fragment");
            return;
        }
        if (!"https".equals(url.getScheme())) {
            boolean local = "http".equals(url.getScheme()) && Urls.isLocal(host);
            found.at(
                    ISS,
                    local ? LOW : HIGH,
                    Masking.of(issuer),
                    local ? "iss is plain http on a local host" : "iss is not https");
            return;
        }
        boolean unusual = issuer.endsWith("/") || !host.equals(url.getHost()) || Urls.isIpAddress(host);
        if (unusual) {
            found.at(ISS, LOW, Masking.of(issuer), "iss has a trailing slash, upper-case letters or an IP address");
        }
    }
}
