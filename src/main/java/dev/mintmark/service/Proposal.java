package dev.mintmark.service;

import dev.mintmark.advice.Advisory;
import dev.mintmark.service.summary.Sentence;
import java.util.List;

/**
 * A token that is not minted yet.
 *
 * @param advisories advice on it
 * @param summary the token in plain sentences
 */
public record Proposal(List<Advisory> advisories, List<Sentence> summary) {
    public Proposal {
        advisories = List.copyOf(advisories);
        summary = List.copyOf(summary);
    }
}
