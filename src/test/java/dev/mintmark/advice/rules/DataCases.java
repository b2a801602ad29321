package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.CRITICAL;
import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.INFO;
import static dev.mintmark.advice.Severity.LOW;
import static dev.mintmark.advice.Severity.MEDIUM;
import static dev.mintmark.advice.rules.RuleCase.token;

import dev.mintmark.advice.Subject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Cases of {@link DataRules}. Values that look like credentials are concatenated, so that no secret scanner reports them. */
final class DataCases {
    private static final String A = "A".repeat(120);

    private static final Map<String, String> CREDENTIALS = Map.ofEntries(
            Map.entry("pem", "-----BEGIN " + "EC PRIVATE KEY-----"),
            Map.entry("aws", "AK" + "IA" + A.substring(0, 16)),
            Map.entry("github", "gh" + "p_" + A.substring(0, 36)),
            Map.entry("github2", "github" + "_pat_" + A.substring(0, 82)),
            Map.entry("gitlab", "gl" + "pat-" + A.substring(0, 20)),
            Map.entry("slack", "xo" + "xb-1234567890-1234567890abc"),
            Map.entry("stripe", "sk" + "_live_" + A.substring(0, 24)),
            Map.entry("google", "AI" + "za" + A.substring(0, 35)),
            Map.entry("anthropic", "sk-" + "ant-api03-" + A.substring(0, 93) + "AA"),
            Map.entry("openai", "sk-x" + "T3Blbk" + "FJ" + "y"),
            Map.entry("npm", "np" + "m_" + "a".repeat(36)),
            Map.entry("vault", "hv" + "s." + A.substring(0, 95)),
            Map.entry("sendgrid", "S" + "G." + A.substring(0, 66)),
            Map.entry("url", "postgres://app:" + "word@db.example.com/x"));

    private static final List<RuleCase> VALUES = List.of(
            new RuleCase(
                    "data-credential-claim",
                    CRITICAL,
                    "/payload/password",
                    claims("'password':'hunter22'"),
                    claims("'password':''")),
            new RuleCase(
                    "data-credential-claim",
                    CRITICAL,
                    "/payload/user/db_passwd",
                    claims("'user':{'db_passwd':'x'}"),
                    claims("'user':{'passport_valid':true}")),
            new RuleCase(
                    "data-credential-claim",
                    CRITICAL,
                    "/payload/clientSecret",
                    claims("'clientSecret':'x'"),
                    claims("'secretary':'x'")),
            new RuleCase(
                    "data-credential-claim", CRITICAL, "/payload/pin", claims("'pin':1234"), claims("'pinned':1234")),
            new RuleCase(
                    "data-credential-claim",
                    CRITICAL,
                    "/header/api_key",
                    token("{'api_key':'x'}", "{}"),
                    token("{'x5t':'x'}", "{}")),
            new RuleCase(
                    "data-credential-claim",
                    CRITICAL,
                    "/payload/access_token",
                    claims("'access_token':'x'"),
                    claims("'at_hash':'x','token_introspection':'y'")),
            new RuleCase(
                    "data-secret-value",
                    CRITICAL,
                    "/payload/a",
                    claims("'a':{'kty':'EC','d':'x'}"),
                    claims("'a':{'kty':'EC','x':'x'}")),
            new RuleCase(
                    "data-payment-card",
                    HIGH,
                    "/payload/a",
                    claims("'a':'4111 1111 1111 1111'"),
                    claims("'a':'4111 1111 1111 1112'")),
            new RuleCase(
                    "data-payment-card",
                    HIGH,
                    "/payload/a",
                    claims("'a':5555555555554444"),
                    claims("'exp':5555555555554444")),
            new RuleCase(
                    "data-payment-card",
                    HIGH,
                    "/payload/a/0",
                    claims("'a':['378282246310005']"),
                    claims("'a':['978282246310005']")),
            new RuleCase(
                    "data-iban",
                    HIGH,
                    "/payload/a",
                    claims("'a':'DE89 3704 0044 0532 0130 00'"),
                    claims("'a':'DE88 3704 0044 0532 0130 00'")),
            new RuleCase(
                    "data-iban",
                    HIGH,
                    "/payload/a",
                    claims("'a':'GB82WEST12345698765432'"),
                    claims("'a':'GB82WEST1234569876543'")),
            new RuleCase(
                    "data-national-id", HIGH, "/payload/a", claims("'a':'123-45-6789'"), claims("'a':'666-45-6789'")),
            new RuleCase(
                    "data-national-id",
                    HIGH,
                    "/payload/ssn",
                    claims("'ssn':'123456789'"),
                    claims("'order':'123456789'")),
            new RuleCase(
                    "data-national-id",
                    HIGH,
                    "/payload/passport_number",
                    claims("'passport_number':'C01X00T47'"),
                    claims("'passports':true")),
            new RuleCase(
                    "data-contact",
                    LOW,
                    "/payload/email",
                    claims("'email':'ann@example.com'"),
                    claims("'email':'ann at example.com'")),
            new RuleCase("data-contact", LOW, "/payload/a", claims("'a':'+4930123456'"), claims("'a':'+49 30'")),
            new RuleCase(
                    "data-contact",
                    MEDIUM,
                    "/payload/email",
                    claims("'scope':'a','email':'ann@example.com'"),
                    claims("'nonce':'a','email':'ann@example.com'")),
            new RuleCase(
                    "data-contact",
                    INFO,
                    "/payload/email",
                    claims("'nonce':'a','email':'ann@example.com'"),
                    claims("'nonce':'a','email_verified':true")),
            new RuleCase(
                    "data-personal",
                    MEDIUM,
                    "/payload/birthdate",
                    claims("'scope':'a','birthdate':'1990-01-01'"),
                    claims("'nonce':'a','birthdate':'1990-01-01'")),
            new RuleCase(
                    "data-personal",
                    MEDIUM,
                    "/payload/address",
                    claims("'scope':'a','address':{'country':'DE'}"),
                    claims("'scope':'a','locale':'de'")),
            new RuleCase(
                    "data-nested-token",
                    MEDIUM,
                    "/payload/a",
                    claims("'a':'eyJhbGciOiJIUzI1NiJ9.e30.AA'"),
                    claims("'a':'eyJhbGciOiJIUzI1NiJ9'")),
            new RuleCase(
                    "data-nested-token",
                    MEDIUM,
                    "/payload/a",
                    claims("'a':'eyJhbGciOiJIUzI1NiJ9.e30.AA'"),
                    claims("'_claim_sources':{'a':{'JWT':'eyJhbGciOiJIUzI1NiJ9.e30.AA'}}")));

    static final List<RuleCase> ALL = Stream.concat(
                    VALUES.stream(),
                    CREDENTIALS.values().stream()
                            .map(value -> new RuleCase(
                                    "data-secret-value",
                                    CRITICAL,
                                    "/payload/a",
                                    claims("'a':'" + value + "'"),
                                    claims("'a':'" + value.substring(0, value.length() / 2) + "'"))))
            .toList();

    private DataCases() {}

    private static Subject claims(String members) {
        return token("{'alg':'ES256','typ':'JWT'}", "{" + members + "}");
    }
}
