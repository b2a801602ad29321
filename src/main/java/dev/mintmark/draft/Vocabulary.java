package dev.mintmark.draft;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The words that the grammar knows. */
final class Vocabulary {
    static final Set<String> ARTICLES = words("""
            a an the my our some
            """);
    static final Set<String> CONNECTORS = words("""
            is of set to as named called being : = equal equals claim
            """);
    static final Set<String> NOUNS = words("""
            token jwt jws tokens jwts
            """);
    static final Set<String> PEOPLE = words("""
            user subject customer account person employee username member principal
            """);
    static final Set<String> SERVICES = words("""
            service api backend microservice gateway server application app
            """);
    static final Set<String> ROLES = words("""
            admin administrator editor viewer auditor clerk manager operator moderator owner superadmin superuser
            developer support
            """);
    static final Set<String> NEGATIONS = words("""
            no not never without w/o lacking missing lacks except excluding neither nor minus don't doesn't isn't
            cannot can't dont doesnt omit omitting unless instead but
            """);
    static final Set<String> ALL_OF = words("""
            every all any full unlimited
            """);
    static final Set<String> SECRETS = words("""
            secret password passphrase passwd pwd api_key apikey api-key client_secret client-secret private_key
            private-key shared-secret credential credentials
            """);
    static final Set<String> AUTHORITIES = words("""
            role roles permission permissions scope scopes group groups
            """);
    static final Set<String> TENANTS = words("""
            tenant organization organisation org
            """);

    /** Words that begin a phrase of the grammar and are not a value. */
    static final Set<String> HEADS = words("""
            audience aud audiences issuer iss issued client client_id clientid client-id sub email e-mail name nonce
            locale jti kid typ claim claims expires expired expiring expire expiry expiration exp lifetime ttl
            validity lasting lasts lives until till starting starts refresh access id algorithm alg pair verified
            yesterday tomorrow unsigned encrypted key acr azp sid half intended meant short-lived long-lived or ago
            header rfc generic iat nbf realm repo repository branch namespace project called named
            """);

    static final Set<String> FILLERS = words("""
            a an the me us i we you please give make create mint generate issue produce build get need needs want
            wants would like i'd have has having with and that which who is are be being should must it its it's
            token jwt jws of in on at to by as valid good using use uses signed sign signing my our some new fresh
            just also plus user for can could let hello hi thanks style json web bearer set from then this simple
            plain single test testing tests dev development local purposes only sample demo debugging including
            containing contains includes carrying via whose now custom value belonging belongs granting grants grant
            where ok okay quick & + token's show do one will under within additional extra same against allowed
            holding holder member usable accepted headers payload body
            """);

    static final Map<String, Long> NUMBERS = numbers("""
            a 1 an 1 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12
            fifteen 15 twenty 20 thirty 30 forty 40 forty-five 45 fifty 50 sixty 60 ninety 90 hundred 100 couple 2
            """);

    /** Seconds by unit. A month has 30 days and a year 365. */
    static final Map<String, Long> UNITS = numbers("""
            s 1 sec 1 secs 1 second 1 seconds 1 m 60 min 60 mins 60 minute 60 minutes 60 h 3600 hr 3600 hrs 3600
            hour 3600 hours 3600 d 86400 day 86400 days 86400 w 604800 week 604800 weeks 604800 fortnight 1209600
            month 2592000 months 2592000 y 31536000 year 31536000 years 31536000
            """);

    /** What cannot be a token request but is a drill token: signed or formed wrongly on purpose. */
    static final Set<String> DRILLS = words("""
            tampered forged corrupted corrupt modified invalid malformed broken fake truncated bad manipulated
            altered wrong garbage spoofed
            """);

    private Vocabulary() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+", -1));
    }

    private static Map<String, Long> numbers(String text) {
        String[] words = text.strip().split("\\s+", -1);
        Map<String, Long> numbers = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            numbers.put(words[i], Long.valueOf(words[i + 1]));
        }
        return Map.copyOf(numbers);
    }
}
