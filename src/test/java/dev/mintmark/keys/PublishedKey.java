package dev.mintmark.keys;

/**
 * The HMAC key of RFC 7515 appendix A.1.1: published in the standard and not secret. It is here only to show that such
 * keys are rejected.
 */
final class PublishedKey {
    static final String RFC_7515_A_1 = """
            {"kty":"oct",
             "k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}
            """;

    private PublishedKey() {}
}
