package dev.mintmark.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.draft.Ignored.Code;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Claims by name: "claim plan gold", "claim seats=25", {@code plan="gold tier"}. */
final class ClaimWords {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.:/-]{0,99}");
    private static final Pattern INTEGER = Pattern.compile("-?(?:0|[1-9]\\d{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}\\.\\d{1,15}");
    private static final Map<String, String> MEMBERS = Map.ofEntries(
            Map.entry("sub", "/subject"),
            Map.entry("subject", "/subject"),
            Map.entry("aud", "/audience"),
            Map.entry("audience", "/audience"),
            Map.entry("iss", "/issuer"),
            Map.entry("issuer", "/issuer"),
            Map.entry("tenant", "/tenant"),
            Map.entry("client_id", "/client_id"),
            Map.entry("kid", "/headers/kid"),
            Map.entry("typ", "/headers/typ"));
    private static final Map<String, String> LISTS = Map.of(
            "role",
            "/roles",
            "roles",
            "/roles",
            "permissions",
            "/permissions",
            "groups",
            "/groups",
            "group",
            "/groups");
    private static final Set<String> DATES = Set.of("exp", "nbf", "iat");
    private static final Map<String, String> DATE_MEMBERS =
            Map.of("exp", "/expires_at", "nbf", "/not_before", "iat", "/issued_at");
    private static final Set<String> UNSAFE =
            Set.of("alg", "crit", "jwk", "jku", "x5c", "x5u", "key", "token", "access_token");

    private ClaimWords() {}

    /** "claim plan gold", "claim plan is gold", "claim plan with value gold". */
    static boolean claim(Cursor at, Members draft) {
        if (!at.is(0, "claim", "claims") || at.at(1).text().indexOf('=') >= 0) {
            return false;
        }
        int name = 1 + (at.is(1, "named", "called", ":") ? 1 : 0);
        if (!NAME.matcher(at.at(name).text()).matches() || at.at(name).kind() == Word.Kind.SECRET) {
            return false;
        }
        int value = name + 1;
        value += at.isPhrase(value, "with value") ? 2 : at.connectors(value);
        value += at.is(value, "value") ? 1 : 0;
        Word word = at.at(value);
        boolean isLiteral = INTEGER.matcher(word.text()).matches() || at.is(value, "true", "false");
        if (!isLiteral && !Values.isValue(at, value)) {
            return false;
        }
        set(at.at(name).text(), word, at.take(value + 1), draft);
        return true;
    }

    /** {@code seats=25}, {@code plan="gold tier"}. */
    static boolean assignment(Cursor at, Members draft) {
        int start = at.is(0, "claim", "claims") ? 1 : 0;
        Word word = at.at(start);
        int equals = word.kind() == Word.Kind.QUOTED ? -1 : word.text().indexOf('=');
        if (equals < 1) {
            return false;
        }
        String name = word.text().substring(0, equals);
        String value = word.text().substring(equals + 1);
        boolean isSplit = value.isEmpty()
                && at.at(start + 1).kind() == Word.Kind.QUOTED
                && at.at(start + 1).from() == word.to();
        if ((value.isEmpty() && !isSplit) || !NAME.matcher(name).matches()) {
            return false;
        }
        Word given = isSplit
                ? at.at(start + 1)
                : Tokenizer.words(value).stream().findFirst().orElse(Word.END);
        set(
                name,
                isSplit ? given : new Word(value, given.kind(), word.from(), word.to()),
                at.take(start + (isSplit ? 2 : 1)),
                draft);
        return true;
    }

    private static void set(String name, Word value, Span span, Members draft) {
        if (Vocabulary.SECRETS.contains(name)
                || (UNSAFE.contains(name) && !name.equals("alg"))
                || value.kind() == Word.Kind.SECRET
                || value.kind() == Word.Kind.TOKEN) {
            draft.ignore(value.kind() == Word.Kind.TOKEN ? Code.TOKEN : Code.SECRET, span);
        } else if (name.equals("alg")) {
            Values.algorithm(value)
                    .ifPresentOrElse(
                            it -> draft.say("/algorithm", it, span),
                            () -> draft.ignore(
                                    value.lower().equals("none") ? Code.ALGORITHM_NONE : Code.UNSUPPORTED, span));
        } else if (name.equals("scope") || name.equals("scopes")) {
            AuthorityWords.scope(List.of(value.text()), span, draft);
        } else if (MEMBERS.containsKey(name)) {
            draft.say(MEMBERS.getOrDefault(name, name), value.text(), span);
        } else if (LISTS.containsKey(name)) {
            draft.add(LISTS.getOrDefault(name, name), List.of(value.text().split(",", -1)), span, "");
        } else if (DATES.contains(name)) {
            date(name, value, span, draft);
        } else if (value.text().startsWith("[") || value.text().startsWith("{")) {
            draft.ignore(
                    Code.UNSUPPORTED, span, "A claim that is an array or an object goes into claims of POST /tokens.");
        } else {
            draft.say("/claims/" + name.replace("~", "~0").replace("/", "~1"), typed(value), span, "");
        }
    }

    private static void date(String name, Word value, Span span, Members draft) {
        if (INTEGER.matcher(value.text()).matches() && value.text().length() <= 10) {
            draft.say(DATE_MEMBERS.getOrDefault(name, name), LongNode.valueOf(Long.parseLong(value.text())), span, "");
        } else {
            draft.ignore(Code.UNSUPPORTED, span, "A date is a number of seconds since 1970.");
        }
    }

    /** A number, true, false, null, or a string; what is quoted is a string. */
    private static JsonNode typed(Word value) {
        String text = value.text();
        if (value.kind() == Word.Kind.QUOTED) {
            return TextNode.valueOf(text);
        }
        if (INTEGER.matcher(text).matches()) {
            return LongNode.valueOf(Long.parseLong(text));
        }
        if (DECIMAL.matcher(text).matches()) {
            return DecimalNode.valueOf(new BigDecimal(text));
        }
        return switch (text) {
            case "true", "false" -> BooleanNode.valueOf(text.equals("true"));
            case "null" -> NullNode.getInstance();
            default -> TextNode.valueOf(text);
        };
    }
}
