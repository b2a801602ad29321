package dev.mintmark.advice.glossary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mintmark.kinds.Kinds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Explains the header parameters and claims of a token. */
public final class Glossary {
    /** The most explanations of one token. */
    public static final int MAX_EXPLANATIONS = 200;

    private final Terms terms = Terms.load();

    /**
     * Explains every header parameter and claim and the members of known objects in them, at most {@value #MAX_EXPLANATIONS}.
     *
     * @param header the header
     * @param payload the payload, if it is readable
     * @param signatureBytes the length of the signature in bytes, 0 without one; for RSA it gives the size of the key
     * @param now the current time, to which dates are compared
     */
    public List<Explanation> explain(JsonNode header, Optional<JsonNode> payload, int signatureBytes, Instant now) {
        TokenTerms known = new TokenTerms(terms, Kinds.infer(header, payload.orElse(MissingNode.getInstance())));
        TokenExplainer explainer = new TokenExplainer(known, new ValueText(now, signatureBytes));
        explainer.explainHeader(header);
        payload.ifPresent(explainer::explainPayload);
        return explainer.explanations();
    }
}
