package dev.mintmark.advice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.advice.Subject.KnownKeys;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.StrictJson;
import dev.mintmark.jose.TokenForm;
import dev.mintmark.jose.UnverifiedJwk;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One rule that must fire, and a near miss where it must not.
 *
 * @param fires what it fires on
 * @param misses what is nearly the same, and all right
 */
record RuleCase(String rule, Severity severity, String where, Subject fires, Subject misses) {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final long SECONDS = NOW.getEpochSecond();
    static final WellKnownSecrets SECRETS = WellKnownSecrets.load(Optional.empty());
    static final Advisor ADVISOR =
            new Advisor(new Catalogue(AllRules.list()), SECRETS, new SecretScan(SECRETS, SecretScan.USUAL_PATIENCE));

    static List<Advisory> advise(Subject subject) {
        return ADVISOR.advise(subject, Context.at(NOW)).advisories();
    }

    /** A token of a JSON header, JSON claims (single quotes will do) and some signature of its length. */
    static Subject token(String header, String claims) {
        return token(header, claims, KnownKeys.NONE);
    }

    static Subject token(String header, String claims, KnownKeys keys) {
        return raw(encoded(header) + '.' + encoded(claims) + '.' + "A".repeat(43), keys);
    }

    static Subject raw(String text) {
        return raw(text, KnownKeys.NONE);
    }

    static Subject raw(String text, KnownKeys keys) {
        return new Subject.Token(TokenForm.read(text), keys, true);
    }

    static Subject spec(String header, String claims) {
        return new Subject.Spec(object(header), object(claims), KnownKeys.NONE, Optional.empty(), OptionalInt.empty());
    }

    static Subject jwk(String json) {
        return new Subject.Key(UnverifiedJwk.of(object(json)));
    }

    static Subject jwks(String... keys) {
        return new Subject.KeySet(object("{'keys':[" + String.join(",", keys) + "]}"));
    }

    static Subject secret(String secret, String algorithm) {
        return new Subject.Secret(
                UnverifiedJwk.ofSecret(secret.getBytes(StandardCharsets.UTF_8)), Optional.of(algorithm));
    }

    static ObjectNode object(String json) {
        return StrictJson.object(quoted(json).getBytes(StandardCharsets.UTF_8));
    }

    static String encoded(String json) {
        return Base64Url.encode(quoted(json).getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String json) {
        return json.replace('\'', '"')
                .replace("@now", Long.toString(SECONDS))
                .replace("@exp", Long.toString(SECONDS + 900));
    }

    @Override
    public String toString() {
        return rule + " " + severity.wireName() + " at " + where;
    }
}
