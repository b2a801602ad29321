package dev.mintmark.service;

import dev.mintmark.draft.Draft;
import dev.mintmark.draft.RuleDrafter;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.read.RequestBinder;
import dev.mintmark.service.request.DraftRequest;
import dev.mintmark.service.request.MintRequest;

/** Turns sentences into token requests. It mints nothing. */
public final class DraftService {
    private final TokenService tokens;

    public DraftService(TokenService tokens) {
        this.tokens = tokens;
    }

    /**
     * Drafts a token request.
     *
     * @throws MalformedRequestException if the sentence is empty or too long
     */
    public DraftResult draft(DraftRequest request) {
        String sentence = request.sentence();
        if (sentence.isEmpty() || sentence.length() > RuleDrafter.MAX_LENGTH) {
            throw new MalformedRequestException(
                    "/sentence", "The sentence must have 1 to " + RuleDrafter.MAX_LENGTH + " characters");
        }
        Draft draft = RuleDrafter.draft(sentence);
        Proposal proposal = tokens.propose(RequestBinder.bind(MintRequest.class, draft.spec()));
        return new DraftResult(draft, proposal, "rules");
    }
}
