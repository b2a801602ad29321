package dev.mintmark.advice.glossary;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.advice.text.JsonLeaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the explanations of one token, at most {@value Glossary#MAX_EXPLANATIONS}. */
final class TokenExplainer {
    private static final int MAX_DEPTH = 6;
    private static final int MAX_ELEMENTS = 20;
    /** Objects that have the same members as another one. */
    private static final Map<String, String> ALIASES =
            Map.of("epk", "jwk", "sub_jwk", "jwk", "cnf.jwk", "jwk", "act.act", "act");

    private final TokenTerms terms;
    private final ValueText values;
    private final List<Explanation> explanations = new ArrayList<>();

    TokenExplainer(TokenTerms terms, ValueText values) {
        this.terms = terms;
        this.values = values;
    }

    void explainHeader(JsonNode header) {
        for (var member : header.properties()) {
            add("/header/", member.getKey(), member.getKey(), member.getValue(), terms.header(member.getKey()));
        }
    }

    void explainPayload(JsonNode payload) {
        if (!payload.isObject()) {
            explanations.add(new Explanation(
                    "/payload",
                    "payload",
                    "No claims: the payload is not a JSON object",
                    ValueText.kind(payload),
                    false,
                    Optional.empty()));
            return;
        }
        for (var claim : payload.properties()) {
            add("/payload/", claim.getKey(), claim.getKey(), claim.getValue(), terms.claim(claim.getKey()));
        }
    }

    List<Explanation> explanations() {
        return explanations;
    }

    /**
     * @param path the names that lead to it, with dots between them
     */
    private void add(String parent, String name, String path, JsonNode value, Term term) {
        String pointer = parent + JsonLeaf.escaped(name);
        if (explanations.size() < Glossary.MAX_EXPLANATIONS) {
            String flaw = term.takes(value)
                    ? ""
                    : ". Here it is " + ValueText.kind(value) + "; it should be " + term.typeInWords();
            explanations.add(new Explanation(
                    pointer,
                    name,
                    term.meaning() + flaw,
                    values.of(name, value, term),
                    term.isRegistered(),
                    term.reference()));
        }
        addMembers(pointer + '/', path, value, term);
    }

    /** The members of a known object, to a bounded depth: {@code act} may contain another {@code act}. */
    private void addMembers(String parent, String path, JsonNode value, Term term) {
        if (parent.chars().filter(c -> c == '/').count() > MAX_DEPTH) {
            return;
        }
        if (value.isArray() && !term.members().isEmpty()) {
            for (int i = 0; i < Math.min(value.size(), MAX_ELEMENTS); i++) {
                addMembers(parent + i + '/', path, value.get(i), term);
            }
        }
        if (!value.isObject()) {
            return;
        }
        String group = ALIASES.getOrDefault(path, path);
        Map<String, Term> known = terms.members(term, group);
        for (var member : value.properties()) {
            String step = known.containsKey(member.getKey()) ? member.getKey() : "*";
            Term found = known.get(step);
            if (found != null) {
                add(parent, member.getKey(), group + '.' + step, member.getValue(), found);
            }
        }
    }
}
