package dev.mintmark.advice.glossary;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.advice.text.JsonLeaf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains the header parameters and claims of a token. */
public final class Glossary {
    private static final int MAX_COUNT = 200;
    private static final int MAX_DEPTH = 6;
    /** Objects that have the same members as another one. */
    private static final Map<String, String> ALIASES =
            Map.of("epk", "jwk", "sub_jwk", "jwk", "cnf.jwk", "jwk", "act.act", "act");

    private final Terms terms = Terms.load();

    /**
     * Explains every header parameter and claim and the members of known objects in them, at most {@value #MAX_COUNT}.
     *
     * @param header the header
     * @param payload the payload, if it is readable
     * @param signatureBytes the length of the signature in bytes, 0 without one; for RSA it gives the size of the key
     * @param now the current time, to which dates are compared
     */
    public List<Explanation> explain(JsonNode header, Optional<JsonNode> payload, int signatureBytes, Instant now) {
        List<Explanation> explanations = new ArrayList<>();
        ValueText words = new ValueText(now, signatureBytes);
        for (var member : header.properties()) {
            String name = member.getKey();
            add("/header/", name, member.getValue(), terms.header(name), words, explanations);
            addMembers("/header/", name, name, member.getValue(), words, explanations);
        }
        payload.filter(json -> !json.isObject())
                .ifPresent(json -> explanations.add(new Explanation(
                        "/payload",
                        "payload",
                        "No claims: the payload is not a JSON object",
                        ValueText.kind(json),
                        false,
                        Optional.empty())));
        payload.ifPresent(json -> json.properties().forEach(member -> {
            String name = member.getKey();
            add("/payload/", name, member.getValue(), terms.claim(name), words, explanations);
            addMembers("/payload/", name, name, member.getValue(), words, explanations);
        }));
        return explanations;
    }

    private static void add(
            String parent, String name, JsonNode value, Term term, ValueText words, List<Explanation> explanations) {
        if (explanations.size() < MAX_COUNT) {
            String flaw = term.takes(value)
                    ? ""
                    : ". Here it is " + ValueText.kind(value) + "; it should be " + term.typeInWords();
            explanations.add(new Explanation(
                    parent + JsonLeaf.escaped(name),
                    name,
                    term.meaning() + flaw,
                    words.of(name, value, term),
                    term.isRegistered(),
                    term.reference()));
        }
    }

    /** The members of a known object, to a bounded depth: {@code act} may contain another {@code act}. */
    private void addMembers(
            String parent, String name, String path, JsonNode object, ValueText words, List<Explanation> explanations) {
        String group = ALIASES.getOrDefault(path, path);
        Map<String, Term> known = terms.members(group);
        String pointer = parent + JsonLeaf.escaped(name) + '/';
        if (known.isEmpty()
                || !object.isObject()
                || pointer.chars().filter(c -> c == '/').count() > MAX_DEPTH) {
            return;
        }
        for (var member : object.properties()) {
            Term term = known.getOrDefault(member.getKey(), known.get("*"));
            if (term != null) {
                add(pointer, member.getKey(), member.getValue(), term, words, explanations);
                String step = known.containsKey(member.getKey()) ? member.getKey() : "*";
                addMembers(pointer, member.getKey(), group + '.' + step, member.getValue(), words, explanations);
            }
        }
    }
}
