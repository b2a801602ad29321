package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.CRITICAL;
import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.INFO;
import static dev.mintmark.advice.Severity.LOW;
import static dev.mintmark.advice.Severity.MEDIUM;
import static dev.mintmark.advice.SubjectType.SPEC;
import static dev.mintmark.advice.SubjectType.TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.advice.Findings;
import dev.mintmark.advice.Rule;
import dev.mintmark.advice.TokenView;
import dev.mintmark.advice.text.CredentialNames;
import dev.mintmark.advice.text.JsonLeaf;
import dev.mintmark.advice.text.Masking;
import dev.mintmark.advice.text.Patterns;
import dev.mintmark.advice.text.PersonalData;
import dev.mintmark.advice.text.SubstringPrefilter;
import dev.mintmark.kinds.TokenKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sensitive data in tokens: signed is not encrypted. */
final class DataRules {
    private static final Pattern NATIONAL_ID_NAME = Pattern.compile(
            "(?:.*[_.:/-])?(?:national_?id|tax_?id|passport(?:_?(?:number|no))?|bsn|nif|pesel|nino|cpf|aadhaar)");
    private static final SubstringPrefilter NATIONAL_IDS = SubstringPrefilter.of(
            List.of("national", "tax", "passport", "bsn", "nif", "pesel", "nino", "cpf", "aadhaar"));
    private static final Set<String> PERSONAL = Set.of(
            "birthdate",
            "date_of_birth",
            "birthday",
            "dob",
            "gender",
            "address",
            "nationalities",
            "nationality",
            "place_of_birth",
            "msisdn",
            "location",
            "geohash",
            "jcard",
            "verified_claims",
            "health",
            "diagnosis",
            "disability",
            "religion",
            "ethnicity",
            "race",
            "sexual_orientation",
            "political_opinion",
            "blood_type");
    private static final Set<String> STANDARD_CONTACTS = Set.of("email", "phone_number", "preferred_username");
    /** Claims that name clients and services, which often look like addresses; sub-pii covers the subject. */
    private static final Set<String> NO_PERSON = Set.of("iss", "sub", "aud", "azp", "client_id", "jti", "htu", "sid");

    private static final List<String> TOKENS_BY_DESIGN =
            List.of("/payload/_claim_sources/", "/payload/submods/", "/payload/opt/", "/payload/events/");
    private static final Set<String> DATES = Set.of("exp", "nbf", "iat", "auth_time", "updated_at");
    private static final long SMALLEST_CARD = 1_000_000_000_000L;
    private static final int MAX_NAME = 128;

    static final List<Rule> RULES = List.of(
            Rule.named("data-credential-claim", CRITICAL)
                    .title("A password or secret in the token")
                    .in(TOKEN, SPEC)
                    .when("A member is named like a password, secret, API key, token, PIN or security code, and has a"
                            + " value")
                    .why("A signed token is not encrypted: anyone who has it can read every claim")
                    .fix("Remove it; let receivers get such values from your service, not from the token")
                    .see("RFC 7519 12", "CWE-522")
                    .header(DataRules::credentials)
                    .rule(),
            Rule.named("data-secret-value", CRITICAL)
                    .title("A live credential in the token")
                    .in(TOKEN, SPEC)
                    .when("A value has the form of a private key, a cloud or API key (AWS, GitHub, GitLab, Slack,"
                            + " Stripe,"
                            + " Google, OpenAI, Anthropic, npm, Vault, SendGrid) or a URL with a password")
                    .why("It is in every log that contains the token")
                    .fix("Remove it, and revoke the credential now")
                    .see("CWE-798", "CWE-312")
                    .header(DataRules::secrets)
                    .rule(),
            Rule.named("data-payment-card", HIGH)
                    .title("A payment card number")
                    .in(TOKEN, SPEC)
                    .when("A value contains 13 to 19 digits of a card scheme with a correct check digit")
                    .why("Every service and log that receives the token falls under PCI DSS")
                    .fix("Remove it; the last four digits or a payment token are enough")
                    .see("PCI DSS 3", "CWE-359")
                    .claims((token, found) -> leaves(token, found, DataRules::card))
                    .rule(),
            Rule.named("data-iban", HIGH)
                    .title("A bank account number")
                    .in(TOKEN, SPEC)
                    .when("A value contains an IBAN of its country's length with correct check digits")
                    .why("Bank data reaches every log that contains the token")
                    .fix("Remove it; send a reference to the account")
                    .see("ISO 13616", "CWE-359")
                    .claims((token, found) -> leaves(token, found, (leaf, to) -> {
                        if (leaf.isText() && PersonalData.hasIban(leaf.text())) {
                            to.at(leaf.pointer(), Masking.masked(leaf.text()), "This value contains an IBAN");
                        }
                    }))
                    .rule(),
            Rule.named("data-national-id", HIGH)
                    .title("A national identity number")
                    .in(TOKEN, SPEC)
                    .when("A value has the form of a US social security number, or a member is named like a"
                            + " national id,"
                            + " tax id or passport number and has a value")
                    .why("Such numbers are used for identity theft")
                    .fix("Remove it")
                    .see("CWE-359")
                    .claims((token, found) -> leaves(token, found, DataRules::nationalId))
                    .rule(),
            Rule.named("data-contact", LOW, MEDIUM, INFO)
                    .title("An e-mail address or phone number")
                    .in(TOKEN, SPEC)
                    .when("A value is an e-mail address or a phone number (medium in an access token, info for the"
                            + " standard claims of an ID token)")
                    .why("Personal data reaches every resource server and its logs")
                    .fix("Let services that need it ask the userinfo endpoint")
                    .see("RFC 9068 6", "GDPR 5(1)(c)", "CWE-359")
                    .claims(DataRules::contacts)
                    .rule(),
            Rule.named("data-personal", MEDIUM)
                    .title("Personal data in an access token")
                    .in(TOKEN, SPEC)
                    .when("An access token has a claim such as birthdate, gender, address, nationality, place, health"
                            + " or religion")
                    .why("A resource server needs the rights of a user, not personal data")
                    .fix("Remove it, encrypt the token, or use selective disclosure (SD-JWT)")
                    .see("OpenID Connect Core 5.1, 17", "RFC 9901", "GDPR 5(1)(c)")
                    .claims(DataRules::personal)
                    .rule(),
            Rule.named("data-nested-token", MEDIUM)
                    .title("A token within the token")
                    .in(TOKEN, SPEC)
                    .when("A value is itself a compact JWT, outside of _claim_sources, submods, opt and events, and"
                            + " of what the kind of token embeds")
                    .why("Anyone who has the outer token can use the inner one")
                    .fix("Exchange the token instead (RFC 8693)")
                    .see("RFC 8693", "CWE-522")
                    .claims((token, found) -> leaves(token, found, (leaf, to) -> {
                        boolean nested = leaf.isText() && Patterns.isToken(leaf.text());
                        if (nested && !isTokenByDesign(token, leaf.pointer())) {
                            to.at(leaf.pointer(), Masking.masked(leaf.text()), "This value is a token itself");
                        }
                    }))
                    .rule());

    private static boolean isTokenByDesign(TokenView token, String pointer) {
        return Stream.concat(TOKENS_BY_DESIGN.stream(), token.scope().tokensInside().stream())
                .anyMatch(pointer::startsWith);
    }

    private interface Look {
        void at(JsonLeaf leaf, Findings found);
    }

    private DataRules() {}

    private static void leaves(TokenView token, Findings found, Look look) {
        token.leaves().forEach(leaf -> look.at(leaf, found));
    }

    private static void credentials(TokenView token, Findings found) {
        Stream.concat(token.leaves().stream(), token.headerLeaves().stream())
                .filter(leaf -> !isTokenByDesign(token, leaf.pointer()))
                .forEach(leaf -> credential(leaf, found));
    }

    private static void credential(JsonLeaf leaf, Findings found) {
        boolean valued =
                (leaf.isText() || leaf.value().isNumber()) && !leaf.text().isEmpty();
        if (valued && CredentialNames.isOne(leaf.name())) {
            found.at(
                    leaf.pointer(),
                    Masking.masked(leaf.text()),
                    "This member has the name of a credential and a value");
        }
    }

    private static void secrets(TokenView token, Findings found) {
        token.leaves().forEach(leaf -> secret(leaf, found));
        token.headerLeaves().forEach(leaf -> secret(leaf, found));
        privateKeys("/payload", token.claims(), found);
    }

    private static void secret(JsonLeaf leaf, Findings found) {
        String credential = leaf.isText() ? Patterns.credential(leaf.text()) : "";
        if (!credential.isEmpty()) {
            found.at(leaf.pointer(), Masking.masked(leaf.text()), "This value has the form of: " + credential);
        }
    }

    private static void privateKeys(String pointer, JsonNode node, Findings found) {
        for (var member : node.properties()) {
            JsonNode value = member.getValue();
            String where = pointer + '/' + JsonLeaf.escaped(member.getKey());
            if (value.has("kty") && (value.has("d") || value.has("k") || value.has("priv"))) {
                found.at(where, "This is a private JWK or a secret");
            }
            if (value.isObject()) {
                privateKeys(where, value, found);
            }
        }
    }

    private static void card(JsonLeaf leaf, Findings found) {
        boolean plausible = leaf.isText()
                || (leaf.value().isIntegralNumber() && leaf.value().asLong() >= SMALLEST_CARD);
        if (plausible && !DATES.contains(leaf.name()) && PersonalData.hasCardNumber(leaf.text())) {
            found.at(leaf.pointer(), Masking.masked(leaf.text()), "This value contains the number of a payment card");
        }
    }

    private static void nationalId(JsonLeaf leaf, Findings found) {
        String text = leaf.text();
        if (!(leaf.isText() || leaf.value().isNumber())
                || text.isEmpty()
                || leaf.name().length() > MAX_NAME) {
            return;
        }
        boolean social = PersonalData.isSocialSecurityNumber(text)
                || (PersonalData.couldBeSocialSecurityNumber(text) && isSocialSecurityName(leaf.name()));
        if (social || isNationalIdName(leaf.name())) {
            found.at(
                    leaf.pointer(),
                    Masking.masked(text),
                    "This value is a national identity number, or its name says so");
        }
    }

    private static boolean isSocialSecurityName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("ssn") || lower.contains("social") || lower.contains("tax");
    }

    private static boolean isNationalIdName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NATIONAL_IDS.isIn(lower) && NATIONAL_ID_NAME.matcher(lower).matches();
    }

    private static void contacts(TokenView token, Findings found) {
        for (JsonLeaf leaf : token.leaves()) {
            if (leaf.isText() && !NO_PERSON.contains(leaf.name()) && PersonalData.isContact(leaf.text())) {
                boolean standard = token.is(TokenKind.ID) && STANDARD_CONTACTS.contains(leaf.name());
                found.at(
                        leaf.pointer(),
                        standard ? INFO : token.is(TokenKind.ACCESS) ? MEDIUM : LOW,
                        Masking.masked(leaf.text()),
                        "This value is an e-mail address or a phone number");
            }
        }
    }

    private static void personal(TokenView token, Findings found) {
        if (token.is(TokenKind.ACCESS)) {
            token.claims().properties().forEach(claim -> {
                if (PERSONAL.contains(claim.getKey().toLowerCase(Locale.ROOT))
                        && !claim.getValue().isNull()) {
                    found.at("/payload/" + JsonLeaf.escaped(claim.getKey()), "This claim is personal data");
                }
            });
        }
    }
}
