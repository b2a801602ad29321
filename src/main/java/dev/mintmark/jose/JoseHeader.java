package dev.mintmark.jose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.json.JsonMembers;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A JOSE header whose members have the types of RFC 7515 section 4.1. The header is not authenticated yet. */
public final class JoseHeader {
    /** Parameters that RFC 7515, 7516 and 7518 define; {@code crit} must not name them (RFC 7515 section 4.1.11). */
    private static final Set<String> DEFINED = Set.of(
            "alg",
            "jku",
            "jwk",
            "kid",
            "x5u",
            "x5c",
            "x5t",
            "x5t#S256",
            "typ",
            "cty",
            "crit",
            "enc",
            "zip",
            "epk",
            "apu",
            "apv",
            "iv",
            "tag",
            "p2s",
            "p2c");

    private final JsonMembers members;

    private JoseHeader(JsonMembers members) {
        this.members = members;
    }

    /**
     * Reads the decoded bytes of a header.
     *
     * @throws MalformedTokenException if it is not a strict JSON object, {@code alg} is not a non-empty string, or
     *     {@code kid}, {@code typ} or {@code cty} is not a string
     */
    public static JoseHeader parse(byte[] utf8) {
        JsonMembers members;
        try {
            members = JsonMembers.parse(utf8);
        } catch (IllegalArgumentException e) {
            throw new MalformedTokenException("/header", "The header " + e.getMessage());
        }
        JoseHeader header = new JoseHeader(members);
        if (header.text("alg").filter(alg -> !alg.isEmpty()).isEmpty()) {
            throw new MalformedTokenException("/header/alg", "The header has no alg (RFC 7515 4.1.1)");
        }
        header.text("kid");
        header.text("typ");
        header.text("cty");
        return header;
    }

    /** The {@code alg} value as the header contains it; {@link Algorithm#parse} tells whether it is supported. */
    public String algorithmName() {
        return members.text("alg").orElse("");
    }

    public Optional<String> keyId() {
        return text("kid");
    }

    /** The media type in {@code typ}, lower case and without {@code application/} (RFC 7515 section 4.1.9). */
    public Optional<String> type() {
        return text("typ").map(JoseHeader::normalizedType);
    }

    /** A media type in lower case and without {@code application/}, the form in which types are compared. */
    public static String normalizedType(String typ) {
        String lower = typ.toLowerCase(Locale.ROOT);
        return lower.startsWith("application/") ? lower.substring("application/".length()) : lower;
    }

    /**
     * The extensions that a verifier must understand (RFC 7515 section 4.1.11).
     *
     * @throws MalformedTokenException if {@code crit} is not a non-empty array of distinct names of extensions that are
     *     in the header, or if {@code b64} is present, which a JWT must not use (RFC 7797 section 7)
     */
    public Set<String> critical() {
        if (members.has("b64")) {
            throw new MalformedTokenException("/header/b64", "A JWT must not use b64 (RFC 7797 7)");
        }
        Set<String> names = new LinkedHashSet<>();
        JsonNode crit = members.value("crit").orElse(null);
        if (crit == null) {
            return names;
        }
        boolean sound = crit.isArray() && !crit.isEmpty();
        for (JsonNode name : crit) {
            sound = sound && name.isTextual() && extension(name.asText()) && names.add(name.asText());
        }
        if (!sound) {
            throw new MalformedTokenException(
                    "/header/crit",
                    "crit must be a list of distinct extensions that are in the header (RFC 7515 4.1.11)");
        }
        return names;
    }

    /** Whether RFC 7515, 7516 or 7518 define the parameter, so that every verifier must know it. */
    public static boolean isDefined(String parameter) {
        return DEFINED.contains(parameter);
    }

    private boolean extension(String name) {
        return members.has(name) && !DEFINED.contains(name);
    }

    /** All members. */
    public JsonMembers members() {
        return members;
    }

    private Optional<String> text(String name) {
        JsonNode value = members.value(name).orElse(null);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new MalformedTokenException("/header/" + name, name + " must be a string");
        }
        return Optional.of(value.asText());
    }
}
