package dev.mintmark.advice.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.advice.Advisor;
import dev.mintmark.advice.Advisory;
import dev.mintmark.advice.Catalogue;
import dev.mintmark.advice.Context;
import dev.mintmark.advice.Severity;
import dev.mintmark.advice.Subject;
import dev.mintmark.advice.Subject.KnownKeys;
import dev.mintmark.advice.secrets.SecretScan;
import dev.mintmark.advice.secrets.WellKnownSecrets;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.UnverifiedJwk;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.paste.PastedText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One rule that must fire, and a near miss where it must not.
 *
 * @param fires a subject that the rule reports
 * @param misses a similar subject that the rule does not report
 */
public record RuleCase(String rule, Severity severity, String where, Subject fires, Subject misses) {
    public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    public static final long SECONDS = NOW.getEpochSecond();
    public static final WellKnownSecrets SECRETS = WellKnownSecrets.load(Optional.empty());
    public static final Advisor ADVISOR =
            new Advisor(new Catalogue(AllRules.list()), SECRETS, new SecretScan(SECRETS, SecretScan.DEFAULT_TIMEOUT));

    public static List<Advisory> advise(Subject subject) {
        return ADVISOR.advise(subject, Context.at(NOW)).advisories();
    }

    /** A token with a JSON header, JSON claims (single quotes are allowed) and an arbitrary signature of the right length. */
    public static Subject token(String header, String claims) {
        return token(header, claims, KnownKeys.NONE);
    }

    public static Subject token(String header, String claims, KnownKeys keys) {
        return raw(encoded(header) + '.' + encoded(claims) + '.' + "A".repeat(43), keys);
    }

    public static Subject raw(String text) {
        return raw(text, KnownKeys.NONE);
    }

    public static Subject raw(String text, KnownKeys keys) {
        return Subject.Token.of(PastedText.read(text), keys, true);
    }

    public static Subject spec(String header, String claims) {
        return new Subject.Spec(
                JsonMembers.of(object(header)),
                JsonMembers.of(object(claims)),
                KnownKeys.NONE,
                Optional.empty(),
                OptionalInt.empty());
    }

    public static Subject jwk(String json) {
        return new Subject.Key(UnverifiedJwk.of(object(json)));
    }

    public static Subject jwks(String... keys) {
        return new Subject.KeySet(object("{'keys':[" + String.join(",", keys) + "]}"));
    }

    public static Subject secret(String secret, String algorithm) {
        return new Subject.Secret(
                UnverifiedJwk.ofSecret(secret.getBytes(StandardCharsets.UTF_8)), Optional.of(algorithm));
    }

    public static ObjectNode object(String json) {
        return StrictJson.object(quoted(json).getBytes(StandardCharsets.UTF_8));
    }

    public static String encoded(String json) {
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
