package dev.mintmark.draft;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lifetimes, "expired", "not yet valid", "from tomorrow", "until 2027-01-31". */
final class TimeWords {
    private static final Set<String> LEAD =
            Set.of(("valid good lasting lasts lives living live last expires expiring expire expiry expiration exp"
                            + " lifetime ttl validity duration life usable time-to-live lifespan")
                    .split(" ", -1));
    private static final Set<String> JOIN = Set.of(
            ("for in after within of is : = time period to at on set" + " by only about exactly a").split(" ", -1));
    private static final Set<String> TRAIL =
            Set.of("lifetime ttl validity long expiry expiration life duration lifespan".split(" ", -1));
    private static final List<String> FUTURE = phrases("""
            not yet valid, not valid yet, isn't valid yet, is not valid yet, not yet active, not active yet,
            valid in the future, that becomes valid later, future-dated, not usable yet
            """);
    private static final List<String> FROM = phrases("""
            not valid before, not valid until, valid only from, valid starting from, valid starting, valid from,
            becomes valid, becoming valid, valid as of, not before, not_before, starting from, starting at,
            starting, starts, active from, nbf, from, valid after
            """);
    private static final List<String> UNTIL = phrases("""
            valid until, valid till, valid through, good until, expires on, expires at, expiring on, expiring at,
            that expires on, expires, expiring, expiry, expire on, expire at, until, till, ends on, ending on,
            exp
            """);
    private static final List<String> ISSUED = phrases("""
            issued at, issued on, issued, iat, created, minted
            """);

    private TimeWords() {}

    private static List<String> phrases(String text) {
        return List.of(text.strip().split(",\\s+", -1));
    }

    static boolean expired(Cursor at, Members draft) {
        int start = at.is(0, "already", "long") ? 1 : 0;
        int past = at.isPhrase(start, "no longer valid") ? 3 : at.is(start, "expired", "outdated", "stale") ? 1 : 0;
        if (past == 0) {
            return false;
        }
        int next = start + past;
        int join = at.is(next, "since", "on", "at") ? 1 : 0;
        Optional<Moment> moment = Moment.read(at, next + join)
                .filter(it -> it.offset().isEmpty() || it.offset().getAsLong() < 0);
        if (moment.isPresent()) {
            Span span = at.take(next + join + moment.get().words());
            draft.times.end(moment.get(), span, draft);
        } else {
            draft.times.expired(at.take(next), draft);
        }
        return true;
    }

    static boolean notYet(Cursor at, Members draft) {
        Optional<String> phrase = phrase(at, FUTURE);
        phrase.ifPresent(it -> draft.times.future(at.take(length(it)), draft));
        return phrase.isPresent();
    }

    static boolean from(Cursor at, Members draft) {
        for (String phrase : FROM) {
            if (at.isPhrase(0, phrase)) {
                int next = length(phrase) + at.connectors(length(phrase));
                Optional<Moment> moment = Moment.read(at, next);
                if (moment.isPresent()) {
                    draft.times.start(moment.get(), at.take(next + moment.get().words()), draft);
                    return true;
                }
            }
        }
        return false;
    }

    static boolean until(Cursor at, Members draft) {
        for (String phrase : UNTIL) {
            if (at.isPhrase(0, phrase)) {
                int next = length(phrase) + at.connectors(length(phrase));
                // "expires in 5 minutes" is a lifetime, as every duration without "ago" or "from now" is.
                Optional<Moment> moment = at.is(next, "in") ? Optional.empty() : Moment.read(at, next);
                if (moment.isPresent()) {
                    draft.times.end(moment.get(), at.take(next + moment.get().words()), draft);
                    return true;
                }
            }
        }
        return false;
    }

    static boolean issued(Cursor at, Members draft) {
        for (String phrase : ISSUED) {
            if (at.isPhrase(0, phrase)) {
                int next = length(phrase) + at.connectors(length(phrase));
                Optional<Moment> moment = Moment.read(at, next);
                if (moment.isPresent()) {
                    draft.times.issued(moment.get(), at.take(next + moment.get().words()), draft);
                    return true;
                }
            }
        }
        return false;
    }

    /** "valid for 15 minutes", "expires in half an hour", "a 30 minute token", "with a lifetime of 2h", "for one day". */
    static boolean lifetime(Cursor at, Members draft) {
        int lead = 0;
        while (lead < 4 && (at.isIn(lead, LEAD) || (lead > 0 && at.isIn(lead, JOIN)) || at.is(lead, "for", "within"))) {
            Optional<Amount> early = lead > 0 && at.is(lead, "a") ? Amount.read(at, lead) : Optional.empty();
            if (early.isPresent()) {
                break;
            }
            lead++;
        }
        Optional<Amount> amount = Amount.read(at, lead);
        int article = lead;
        if (amount.isEmpty() && at.is(lead, "a", "an", "the")) {
            article = lead + 1;
            amount = Amount.read(at, article);
        }
        if (amount.isEmpty() || at.is(article + amount.get().words(), "ago", "old")) {
            return shortLived(at, draft);
        }
        int count = article + amount.get().words();
        count += at.isPhrase(count, "from now") ? 2 : 0;
        count += at.isIn(count, TRAIL) ? 1 : 0;
        draft.times.lifetime(amount.get(), at.take(count), draft);
        return true;
    }

    private static boolean shortLived(Cursor at, Members draft) {
        int count = at.is(0, "short-lived", "shortlived") ? 1 : at.isPhrase(0, "short lived") ? 2 : 0;
        if (count == 0) {
            return false;
        }
        draft.assume("/expires_in", TextNode.valueOf("5m"), at.take(count), "short-lived means 5 minutes");
        return true;
    }

    private static Optional<String> phrase(Cursor at, List<String> phrases) {
        return phrases.stream().filter(it -> at.isPhrase(0, it)).findFirst();
    }

    private static int length(String phrase) {
        return phrase.split(" ", -1).length;
    }
}
