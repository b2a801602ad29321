package dev.mintmark.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.draft.Ignored.Code;
import dev.mintmark.draft.Values.Join;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A name and its value: "audience https://orders.example", "email alice@example.com", "tenant acme". */
final class NamedValues {
    /** The longer phrases first. */
    private static final Map<String, String> HEADS = new LinkedHashMap<>();

    static {
        put(
                "/subject",
                "subject id",
                "subject",
                "user id",
                "user name",
                "userid",
                "username",
                "sub",
                "on behalf of",
                "principal",
                "user");
        put("/audience", "intended for", "meant for", "audiences", "audience", "aud", "recipient");
        put("/issuer", "issued by", "issuer", "iss");
        put("/tenant", "tenant id", "tenant", "organization", "organisation", "org");
        put("/client_id", "client id", "client_id", "client-id", "clientid", "client");
        put("/headers/kid", "key id", "kid header", "header kid", "kid");
        put("/headers/typ", "typ header", "header typ", "type header", "header type", "typ");
        put("/claims/email", "email address", "e-mail address", "e-mail", "email", "mail");
        put("/claims/name", "full name", "display name", "name");
        put("/claims/jti", "token id", "jti");
        put("/claims/phone_number", "phone number", "phone_number", "phone");
        put("/claims/preferred_username", "preferred username", "preferred_username");
        for (String claim :
                new String[] {"nonce", "locale", "acr", "azp", "sid", "given_name", "family_name", "zoneinfo"}) {
            put("/claims/" + claim, claim);
        }
    }

    private NamedValues() {}

    private static void put(String pointer, String... phrases) {
        for (String phrase : phrases) {
            HEADS.put(phrase, pointer);
        }
    }

    static boolean parse(Cursor at, Members draft) {
        if (at.is(0, "verified", "unverified", "confirmed") && at.is(1, "email", "e-mail")) {
            BooleanNode verified = BooleanNode.valueOf(!at.is(0, "unverified"));
            draft.say("/claims/email_verified", verified, at.take(1), "");
            return true;
        }
        for (Map.Entry<String, String> head : HEADS.entrySet()) {
            if (at.isPhrase(0, head.getKey())
                    && named(at, head.getKey().split(" ", -1).length, head.getValue(), draft)) {
                return true;
            }
        }
        return false;
    }

    private static boolean named(Cursor at, int words, String pointer, Members draft) {
        int value = words + at.connectors(words);
        value += pointer.equals("/audience") || pointer.equals("/tenant") ? at.article(value) : 0;
        if (pointer.equals("/audience")) {
            return audience(at, value, draft);
        }
        boolean isType = pointer.equals("/headers/typ") && at.at(value).kind() == Word.Kind.PLAIN;
        if ((!isType && !Values.isValue(at, value))
                || (pointer.endsWith("/email") && at.at(value).text().indexOf('@') < 1)) {
            return false;
        }
        if (pointer.equals("/subject")) {
            return Prepositions.subjects(at, value, draft);
        }
        int count = value + 1;
        while (pointer.equals("/claims/name") && isCapital(at, value) && isCapital(at, count)) {
            count++;
        }
        if (at.is(count, "or") && Values.isValue(at, count + 1)) {
            draft.ignore(Code.AMBIGUOUS, at.take(count + 2));
            return true;
        }
        String text = count == value + 1
                ? at.at(value).text()
                : at.span(value, count - value).text();
        draft.say(pointer, text, at.take(count));
        return true;
    }

    private static boolean isCapital(Cursor at, int ahead) {
        Word word = at.at(ahead);
        return word.kind() == Word.Kind.PLAIN
                && Character.isUpperCase(word.text().charAt(0))
                && Values.isValue(at, ahead);
    }

    /** One audience, or several joined by "and". */
    static boolean audience(Cursor at, int ahead, Members draft) {
        Join join = at.is(ahead - 1, "audiences") ? Join.COMMA : Join.AND;
        Optional<Values> values = Values.read(at, ahead, join);
        if (values.isEmpty()) {
            return false;
        }
        int count = ahead + values.get().words();
        count += at.isIn(count, Vocabulary.SERVICES) ? 1 : 0;
        Span span = at.take(count);
        if (values.get().isChoice()) {
            draft.ignore(Code.AMBIGUOUS, span);
            return true;
        }
        draft.say("/audience", audience(values.get()), span, "");
        return true;
    }

    private static JsonNode audience(Values values) {
        if (values.values().size() == 1) {
            return TextNode.valueOf(values.values().get(0));
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        values.values().forEach(all::add);
        return all;
    }
}
