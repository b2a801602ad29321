package dev.mintmark.cli;

import dev.mintmark.advice.Advisory;
import dev.mintmark.advice.glossary.Explanation;
import dev.mintmark.service.body.RequestJson;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Builds the human-readable output of a command. Values of tokens cannot control the terminal. */
final class TextReport {
    private final StringBuilder text = new StringBuilder();

    TextReport line(String line) {
        text.append(Printable.line(line)).append('\n');
        return this;
    }

    TextReport heading(String heading) {
        text.append('\n');
        return line(heading);
    }

    TextReport json(Object value) {
        text.append(value instanceof String words ? words : Printable.json(RequestJson.write(value)))
                .append('\n');
        return this;
    }

    TextReport explanations(Optional<List<Explanation>> explanations) {
        explanations.filter(list -> !list.isEmpty()).ifPresent(list -> {
            heading("Meaning");
            list.forEach(it -> line("  " + it.name() + ": " + it.value() + " (" + it.meaning() + ")"));
        });
        return this;
    }

    TextReport advisories(Optional<List<Advisory>> advisories) {
        advisories.filter(list -> !list.isEmpty()).ifPresent(list -> {
            heading("Advice");
            list.forEach(this::advisory);
        });
        return this;
    }

    private void advisory(Advisory it) {
        String severity = it.severity().wireName().toUpperCase(Locale.ROOT);
        line("  " + severity + ' ' + it.rule().id() + ' ' + it.where());
        line("    " + it.message());
        line("    Fix: " + it.fix());
    }

    String text() {
        return text.toString();
    }
}
