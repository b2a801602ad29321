package dev.mintmark.mcp.tool;

import dev.mintmark.tokens.verify.Check;
import dev.mintmark.tokens.verify.CheckResult;

/** What to do about a failed check, in one sentence. */
final class Fixes {
    private Fixes() {}

    static String of(CheckResult failed) {
        return failed.code().map(code -> of(code, failed.check())).orElse("Mint a new token.");
    }

    private static String of(CheckResult.Code code, Check check) {
        return switch (code) {
            case MALFORMED -> "Copy the token again, as a whole and unchanged.";
            case ALG_NOT_ALLOWED -> "Sign with an algorithm that the verifier allows for this key.";
            case SIGNATURE_INVALID -> "Use the token as it was issued, and the keys of the issuer that signed it.";
            case KEY_NOT_FOUND -> "Give the JWKS of the issuer of this token, and check that its kid is in it.";
            case CRIT_UNSUPPORTED -> "Issue the token without the critical header parameter.";
            case EXPIRED -> "Request a new token; check the clocks if it was issued just now.";
            case NOT_YET_VALID -> "Wait until the token is valid; check the clocks.";
            case CLAIM_MISSING -> "Issue the token with the claim, or do not demand it.";
            case CLAIM_INVALID ->
                check == Check.ISSUED_AT
                        ? "Request a new token; check the clocks and max_age."
                        : "Issue the token with the expected value, or correct the expectation.";
            case ISSUER_MISMATCH ->
                "Configure the verifier with exactly this issuer, or use a token of the expected one.";
            case AUDIENCE_MISMATCH ->
                "Request the token for this audience, or configure the verifier with the audience" + " of the token.";
            case TYPE_MISMATCH -> "Send a token of the expected type: an API takes access tokens, not ID tokens.";
            case REVOKED -> "Request a new token; this one is revoked.";
            case INSUFFICIENT_SCOPE -> "Request the token with the rights that are missing.";
        };
    }
}
