package dev.mintmark.draft;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.draft.Ignored.Code;
import java.util.Optional;

/** The dates of a sentence, which depend on each other and are put into the draft at its end. */
final class Times {
    private static final long LIFE = 15 * 60;
    private static final long HOUR = 3600;
    private static final long MAX_LIFE = 3650 * 86_400L;

    private record Said<T>(T value, Span span) {}

    private Optional<Said<Amount>> lifetime = Optional.empty();
    private Optional<Said<Moment>> start = Optional.empty();
    private Optional<Said<Moment>> end = Optional.empty();
    private Optional<Said<Moment>> issued = Optional.empty();
    private Optional<Span> expired = Optional.empty();
    private Optional<Span> future = Optional.empty();

    void lifetime(Amount amount, Span span, Members draft) {
        if (amount.seconds() > MAX_LIFE) {
            draft.ignore(Code.UNSUPPORTED, span, "A token lives at most ten years.");
        } else if (lifetime.isPresent() || end.isPresent()) {
            draft.ignore(Code.SECOND_VALUE, span);
        } else {
            lifetime = Optional.of(new Said<>(amount, span));
        }
    }

    void start(Moment moment, Span span, Members draft) {
        start = first(start, moment, span, draft);
    }

    void end(Moment moment, Span span, Members draft) {
        if (lifetime.isPresent()) {
            draft.ignore(Code.SECOND_VALUE, span);
            return;
        }
        end = first(end, moment, span, draft);
    }

    void issued(Moment moment, Span span, Members draft) {
        issued = first(issued, moment, span, draft);
    }

    private static Optional<Said<Moment>> first(Optional<Said<Moment>> known, Moment moment, Span span, Members draft) {
        if (known.isPresent()) {
            draft.ignore(Code.SECOND_VALUE, span);
            return known;
        }
        return Optional.of(new Said<>(moment, span));
    }

    void expired(Span span, Members draft) {
        if (expired.isPresent()) {
            draft.ignore(Code.SECOND_VALUE, span);
            return;
        }
        expired = Optional.of(span);
    }

    void future(Span span, Members draft) {
        if (future.isPresent() || start.isPresent()) {
            draft.ignore(Code.SECOND_VALUE, span);
            return;
        }
        future = Optional.of(span);
    }

    /** Puts the members into the draft. */
    void finish(Members draft) {
        issued.ifPresent(it -> say(draft, "/issued_at", it));
        if (end.isPresent()) {
            finishEnd(draft, end.get());
        } else if (expired.isPresent()) {
            finishExpired(draft, expired.get());
        } else if (future.isPresent() || start.isPresent()) {
            finishStart(draft);
        } else {
            lifetime.ifPresent(it -> draft.say("/expires_in", it.value().text(), it.span()));
        }
    }

    private void finishEnd(Members draft, Said<Moment> said) {
        say(draft, "/expires_at", said);
        start.ifPresent(it -> say(draft, "/not_before", it));
        expired.ifPresent(span -> draft.ignore(Code.SECOND_VALUE, span));
        future.ifPresent(span -> draft.ignore(Code.SECOND_VALUE, span));
        long offset = said.value().offset().orElse(1);
        if (offset < 0 && issued.isEmpty()) {
            assume(
                    draft,
                    "/issued_at",
                    Moment.signed(offset - LIFE),
                    said.span(),
                    "a token lives 15 minutes by default");
        }
    }

    private void finishExpired(Members draft, Span span) {
        future.ifPresent(it -> draft.ignore(Code.SECOND_VALUE, it));
        start.ifPresent(it -> say(draft, "/not_before", it));
        long life = lifetime.map(it -> it.value().seconds()).orElse(LIFE);
        if (issued.isEmpty()) {
            long ago = life < HOUR ? HOUR : life + HOUR - LIFE;
            draft.assume(
                    "/issued_at",
                    TextNode.valueOf(Moment.signed(-ago)),
                    span,
                    "an expired token was issued an hour ago, or longer ago than it lives");
        }
        lifetime.ifPresentOrElse(
                it -> draft.say("/expires_in", it.value().text(), it.span()),
                () -> draft.assume(
                        "/expires_in",
                        TextNode.valueOf("15m"),
                        issued.isPresent() ? span : span.after(),
                        "an expired token lived 15 minutes"));
    }

    private void finishStart(Members draft) {
        Span span = start.map(Said::span).or(() -> future).orElseThrow();
        start.ifPresent(it -> say(draft, "/not_before", it));
        if (start.isEmpty()) {
            draft.assume(
                    "/not_before",
                    TextNode.valueOf("+1h"),
                    span,
                    "a token that is not yet valid becomes valid in an hour");
        }
        future.filter(it -> start.isPresent()).ifPresent(it -> draft.ignore(Code.SECOND_VALUE, it));
        Optional<Long> offset = start.isEmpty()
                ? Optional.of(HOUR)
                : start.get().value().offset().stream().boxed().findFirst();
        if (offset.isEmpty()) {
            lifetime.ifPresent(it -> draft.ignore(
                    Code.UNSUPPORTED, it.span(), "A lifetime that starts at a date cannot be computed. Name the end."));
            return;
        }
        lifetime.ifPresentOrElse(
                it -> draft.say(
                        "/expires_at",
                        TextNode.valueOf(Moment.signed(offset.get() + it.value().seconds())),
                        it.span(),
                        "counted from the start of validity"),
                () -> assume(
                        draft,
                        "/expires_at",
                        Moment.signed(offset.get() + LIFE),
                        span,
                        "a token lives 15 minutes by default"));
    }

    private static void say(Members draft, String pointer, Said<Moment> said) {
        draft.say(
                pointer,
                TextNode.valueOf(said.value().text()),
                said.span(),
                said.value().why());
    }

    private static void assume(Members draft, String pointer, String value, Span beside, String why) {
        draft.assume(pointer, TextNode.valueOf(value), beside.after(), why);
    }
}
