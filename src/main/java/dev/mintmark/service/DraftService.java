package dev.mintmark.service;

import dev.mintmark.draft.Draft;
import dev.mintmark.draft.RuleDrafter;
import dev.mintmark.draft.model.ModelDrafter;
import dev.mintmark.draft.model.ModelException;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.read.RequestBinder;
import dev.mintmark.service.request.DraftRequest;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.tokens.PolicyViolationException;
import java.util.Optional;

/** Turns sentences into token requests. It mints nothing. */
public final class DraftService {
    private static final String RULES = "rules";
    private static final String MODEL = "model";

    private final TokenService tokens;
    private final Optional<ModelDrafter> model;

    /** Drafts by rules alone. */
    public DraftService(TokenService tokens) {
        this(tokens, Optional.empty());
    }

    /** @param model reads sentences where the request asks for it */
    public DraftService(TokenService tokens, Optional<ModelDrafter> model) {
        this.tokens = tokens;
        this.model = model;
    }

    /** Whether a request asks for the model, which costs its owner something. */
    public static boolean asksForModel(DraftRequest request) {
        return request.engine().filter(MODEL::equals).isPresent();
    }

    /**
     * Drafts a token request.
     *
     * @throws MalformedRequestException if the sentence is empty or too long, or the engine is unknown
     * @throws PolicyViolationException if the model is asked for and the sentence seems to hold a token, key or secret
     */
    public DraftResult draft(DraftRequest request) {
        String sentence = request.sentence();
        if (sentence.isEmpty() || sentence.length() > RuleDrafter.MAX_LENGTH) {
            throw new MalformedRequestException(
                    "/sentence", "The sentence must have 1 to " + RuleDrafter.MAX_LENGTH + " characters");
        }
        if (!request.engine().orElse(RULES).equals(RULES) && !asksForModel(request)) {
            throw new MalformedRequestException("/engine", "The engine must be rules or model");
        }
        return asksForModel(request) ? byModel(sentence) : byRules(sentence, Optional.empty());
    }

    private DraftResult byRules(String sentence, Optional<String> fallback) {
        Draft draft = RuleDrafter.draft(sentence);
        return new DraftResult(draft, propose(draft), RULES, fallback);
    }

    private DraftResult byModel(String sentence) {
        if (ModelDrafter.isSecret(sentence)) {
            throw new PolicyViolationException(
                    "/sentence", "The sentence seems to hold a token, key or secret, and is not sent to a model");
        }
        if (model.isEmpty()) {
            return byRules(sentence, Optional.of("No model is configured, see mintmark.draft.model.url."));
        }
        try {
            Draft draft = model.get().draft(sentence);
            return new DraftResult(draft, propose(draft), MODEL, Optional.empty());
        } catch (ModelException e) {
            return byRules(sentence, Optional.of("The model " + e.reason() + '.'));
        } catch (MalformedRequestException | PolicyViolationException e) {
            return byRules(sentence, Optional.of("The model proposed a token request that is not valid."));
        }
    }

    private Proposal propose(Draft draft) {
        return tokens.propose(RequestBinder.bind(MintRequest.class, draft.spec()));
    }
}
