package dev.mintmark.http.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.draft.Draft;
import dev.mintmark.draft.Ignored;
import dev.mintmark.draft.Understood;
import dev.mintmark.service.DraftResult;
import dev.mintmark.service.response.AdvisoryReport;
import dev.mintmark.service.summary.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The response of {@code POST /tokens/draft}. Offsets are UTF-16 units of the sentence. */
record DraftResponse(
        ObjectNode spec,
        @Nullable String preset,
        List<UnderstoodReport> understood,
        List<IgnoredReport> ignored,
        boolean complete,
        List<Sentence> summary,
        List<AdvisoryReport> advisories,
        String engine,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> fallback) {

    /** Words that became a value. */
    record UnderstoodReport(String pointer, JsonNode value, String how, int from, int to, String text, String why) {
        static UnderstoodReport of(Understood it) {
            String how = it.how().name().toLowerCase(Locale.ROOT);
            return new UnderstoodReport(it.pointer(), it.value(), how, it.from(), it.to(), it.text(), it.why());
        }
    }

    /** Words that changed nothing. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record IgnoredReport(int from, int to, Optional<String> text, String code, String message, String see) {
        static IgnoredReport of(Ignored it) {
            return new IgnoredReport(it.from(), it.to(), it.text(), it.code().wireName(), it.message(), it.see());
        }
    }

    static DraftResponse of(DraftResult result) {
        Draft draft = result.draft();
        return new DraftResponse(
                draft.spec(),
                draft.preset().orElse(null),
                draft.understood().stream().map(UnderstoodReport::of).toList(),
                draft.ignored().stream().map(IgnoredReport::of).toList(),
                draft.isComplete(),
                result.proposal().summary(),
                AdvisoryReport.of(result.proposal().advisories()),
                result.engine(),
                result.fallback());
    }
}
