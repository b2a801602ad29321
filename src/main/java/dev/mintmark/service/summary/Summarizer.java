package dev.mintmark.service.summary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mintmark.advice.Advisory;
import dev.mintmark.jose.UnverifiedToken;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.kinds.Inference;
import dev.mintmark.kinds.Kinds;
import dev.mintmark.tokens.verify.Verdict;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Summarizes tokens in plain sentences. Says "accepted" only of a token whose checks passed. */
public final class Summarizer {
    private static final String SIGNATURE = "/signature";

    private final Clock clock;

    /** @param clock the time that dates are compared with */
    public Summarizer(Clock clock) {
        this.clock = clock;
    }

    /** Summarizes a decoded token, whose signature is not checked. */
    public List<Sentence> decoded(UnverifiedToken token, Inference kind, Optional<List<Advisory>> advisories) {
        List<Sentence> sentences = new ArrayList<>();
        if (token.encrypted()) {
            sentences.add(Sentence.about("This token is encrypted, so its claims cannot be read here.", "/header/enc"));
            return warned(sentences, advisories);
        }
        content(sentences, kind, token.payload().orElse(MissingNode.getInstance()));
        sentences.add(
                token.signature().isPresent()
                        ? Sentence.about("Its signature was not checked.", SIGNATURE)
                        : Sentence.about("It has no signature, so anyone could have written it.", SIGNATURE)
                                .of("alg-none"));
        return warned(sentences, advisories);
    }

    /** Summarizes a token that is minted, or will be. */
    public List<Sentence> minted(JsonMembers header, JsonMembers claims, Optional<List<Advisory>> advisories) {
        List<Sentence> sentences = new ArrayList<>();
        content(sentences, Kinds.infer(header.json(), claims.json()), claims.json());
        header.text("alg")
                .ifPresent(alg -> sentences.add(
                        Sentence.about("It is a test token, signed with " + Words.quoted(alg) + '.', "/header/alg")));
        return warned(sentences, advisories);
    }

    /** Summarizes a verdict; of a token without a valid signature, no claim is repeated. */
    public List<Sentence> verified(Verdict verdict, Optional<List<Advisory>> advisories) {
        List<Sentence> sentences = new ArrayList<>();
        if (verdict instanceof Verdict.Unreadable) {
            sentences.add(Sentence.about("This is not a token that can be read."));
        } else if (verdict instanceof Verdict.Authentic authentic) {
            JsonNode header = authentic.token().header().members().json();
            if (authentic.claims().isPresent()) {
                JsonNode claims = authentic.claims().get().members().json();
                content(sentences, Kinds.infer(header, claims), claims);
            } else {
                sentences.add(Sentence.about("This token has a valid signature; its payload was not read.", SIGNATURE));
            }
        } else {
            sentences.add(Sentence.about(
                    "This token has no valid signature, so nothing that it claims is repeated here.", SIGNATURE));
        }
        sentences.add(VerdictSentences.refusal(verdict.checks())
                .orElseGet(() -> VerdictSentences.acceptance(verdict.checks())));
        return warned(sentences, advisories);
    }

    private void content(List<Sentence> sentences, Inference kind, JsonNode claims) {
        if (!claims.isObject()) {
            sentences.add(Sentence.about("This token has no claims: its payload is not a JSON object.", "/payload"));
            return;
        }
        sentences.add(TokenSentences.identity(kind, claims));
        TokenSentences.context(claims).ifPresent(sentences::add);
        TokenSentences.authority(claims).ifPresent(sentences::add);
        TimeSentences.start(claims, clock.instant()).ifPresent(sentences::add);
        sentences.add(TimeSentences.expiry(claims, clock.instant()));
    }

    private static List<Sentence> warned(List<Sentence> sentences, Optional<List<Advisory>> advisories) {
        Set<String> mentioned =
                sentences.stream().flatMap(it -> it.rules().stream()).collect(Collectors.toSet());
        VerdictSentences.warning(advisories.orElse(List.of()), mentioned).ifPresent(sentences::add);
        return List.copyOf(sentences);
    }
}
