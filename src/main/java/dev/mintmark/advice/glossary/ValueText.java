package dev.mintmark.advice.glossary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.advice.text.CredentialNames;
import dev.mintmark.advice.text.DurationText;
import dev.mintmark.advice.text.Patterns;
import dev.mintmark.jose.UnverifiedJwk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Describes values in words, relative to one point in time. */
final class ValueText {
    private static final int MAX_LENGTH = 80;
    private static final int MAX_ITEMS = 12;
    private static final long MAX_SECONDS = 253_402_300_799L;
    private static final Set<String> SECONDS = Set.of("ttl", "exi", "cdniets", "uptime", "expires_in");
    private static final Set<String> LISTS = Set.of("scope", "scp");
    private static final Set<String> REDACTED = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv");

    private final Instant now;
    private final int signatureBytes;

    ValueText(Instant now, int signatureBytes) {
        this.now = now;
        this.signatureBytes = signatureBytes;
    }

    String of(String name, JsonNode value, Term term) {
        if (term.type().equals("NumericDate")) {
            return date(name, value);
        }
        if (REDACTED.contains(name) || CredentialNames.isOne(name)) {
            return value.isContainerNode() ? kind(value) : "redacted";
        }
        if (SECONDS.contains(name) && value.canConvertToLong() && value.isNumber()) {
            return DurationText.of(value.asLong());
        }
        if (name.equals("alg") && value.isTextual()) {
            return AlgorithmText.of(value.asText(), signatureBytes);
        }
        if (LISTS.contains(name) && value.isTextual() && !value.asText().isBlank()) {
            List<String> items = List.of(value.asText().strip().split(" +"));
            return count(items.size(), "scope") + ": " + joined(items);
        }
        return of(value);
    }

    private static String of(JsonNode value) {
        if (value.isTextual()) {
            return text(value.asText());
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? "yes" : "no";
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(item.isContainerNode() ? kind(item) : of(item)));
            return count(items.size(), "value") + (items.isEmpty() ? "" : ": " + joined(items));
        }
        if (value instanceof ObjectNode object) {
            return object.has("kty") ? key(object) : members(object);
        }
        return cut(value.asText());
    }

    private static String members(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return "object with " + count(names.size(), "member") + (names.isEmpty() ? "" : ": " + joined(names));
    }

    private static String text(String text) {
        return Patterns.isToken(text) || Patterns.isSecret(text) ? "redacted" : cut(text);
    }

    private static String key(ObjectNode json) {
        UnverifiedJwk key = UnverifiedJwk.of(json);
        if (key.isSecret()) {
            return "a secret, redacted";
        }
        String half = key.privateMembers().isEmpty() ? " public key" : " PRIVATE key, redacted";
        String size = key.number("n")
                .map(n -> n.bitLength() + " bit")
                .orElse(key.text("crv").orElse("no curve"));
        return cut(key.type()) + half + ", " + cut(size);
    }

    private String date(String name, JsonNode value) {
        if (!value.isNumber() || !value.canConvertToLong()) {
            return of(value);
        }
        long seconds = value.asLong();
        if (seconds > MAX_SECONDS && seconds / 1_000 <= MAX_SECONDS) {
            return value.asText() + ", which is "
                    + Instant.ofEpochMilli(seconds).toString()
                    + " in milliseconds; JWTs count seconds";
        }
        if (seconds < 0 || seconds > MAX_SECONDS) {
            return cut(value.asText()) + ", out of range";
        }
        long ahead = seconds - now.getEpochSecond();
        String distance =
                ahead > 0 ? "in " + DurationText.of(ahead) : ahead == 0 ? "now" : DurationText.of(-ahead) + " ago";
        boolean over = name.equals("exp") && ahead <= 0;
        return Instant.ofEpochSecond(seconds) + ", " + (over ? "expired " : "") + distance;
    }

    /** The JSON type with its article. */
    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            default -> "null";
        };
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String joined(List<String> items) {
        String shown = String.join(", ", items.subList(0, Math.min(MAX_ITEMS, items.size())));
        return items.size() > MAX_ITEMS || shown.length() > 4 * MAX_LENGTH
                ? shown.substring(0, Math.min(shown.length(), 4 * MAX_LENGTH)) + "…"
                : shown;
    }

    private static String cut(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }
}
