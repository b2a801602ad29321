package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.LOW;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.advice.CandidateKeys;
import dev.mintmark.advice.Findings;
import dev.mintmark.advice.KeyView;
import dev.mintmark.advice.TokenView;
import dev.mintmark.jose.CertificateFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Certificates in headers and keys (RFC 7515 sections 4.1.6 to 4.1.8, RFC 7517 sections 4.7 to 4.9). */
final class CertificateChecks {
    private static final int MAX_COUNT = 10;

    private CertificateChecks() {}

    static void header(TokenView token, Findings found) {
        JsonNode chain = token.header().path("x5c");
        if (!chain.isMissingNode()) {
            String flaw = flaw(chain, token);
            if (flaw.isEmpty()) {
                found.at("/header/x5c", "The header contains certificates");
            } else {
                found.at("/header/x5c", HIGH, "The header contains certificates, and " + flaw);
            }
        }
        if (token.header().has("x5t") && !token.header().has("x5t#S256")) {
            found.at("/header/x5t", LOW, "x5t is a SHA-1 thumbprint");
        }
    }

    private static String flaw(JsonNode chain, TokenView token) {
        if (chain.size() > MAX_COUNT) {
            return "there are " + chain.size() + " of them";
        }
        Optional<CertificateFacts> first = first(chain);
        if (first.isEmpty()) {
            return "they are not base64 of DER";
        }
        CertificateFacts certificate = first.get();
        if (!isValidAt(certificate, token.context().now())) {
            return "the first is not valid now";
        }
        if (certificate.isSelfIssued()) {
            return "the first is self-issued";
        }
        List<String> thumbprints = CandidateKeys.of(token).stream()
                .flatMap(key -> key.jwk().thumbprint().stream())
                .toList();
        boolean other = !thumbprints.isEmpty()
                && certificate.keyThumbprint().filter(thumbprints::contains).isEmpty();
        return other ? "the first belongs to another key than the given one" : "";
    }

    /** Checks that a key matches its certificate. */
    static void key(KeyView key, Findings found) {
        JsonNode chain = key.jwk().member("x5c");
        if (chain.isMissingNode()) {
            return;
        }
        Optional<CertificateFacts> first = first(chain);
        if (first.isEmpty()) {
            found.at(key.at("x5c"), "The first certificate is not base64 of DER");
            return;
        }
        CertificateFacts certificate = first.get();
        if (!certificate.keyThumbprint().equals(key.jwk().thumbprint())) {
            found.at(key.at("x5c"), "The first certificate belongs to another key");
        } else if (!isValidAt(certificate, key.now())) {
            found.at(key.at("x5c"), "The first certificate is not valid now");
        }
        compare(key, "x5t", certificate.sha1(), found);
        compare(key, "x5t#S256", certificate.sha256(), found);
    }

    private static void compare(KeyView key, String member, String thumbprint, Findings found) {
        if (key.jwk().has(member) && !key.jwk().text(member).equals(Optional.of(thumbprint))) {
            found.at(key.at(member), member + " is not the thumbprint of the first certificate");
        }
    }

    private static Optional<CertificateFacts> first(JsonNode chain) {
        return Optional.ofNullable(chain.get(0))
                .filter(JsonNode::isTextual)
                .flatMap(text -> CertificateFacts.read(text.asText()));
    }

    private static boolean isValidAt(CertificateFacts certificate, Instant now) {
        return !now.isBefore(certificate.notBefore()) && !now.isAfter(certificate.notAfter());
    }
}
