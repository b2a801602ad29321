package dev.mintmark.http.drill;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mintmark.drills.Drill;
import dev.mintmark.drills.Suite;
import java.util.List;
import java.util.Optional;

/** One drill of the catalogue, or one token of a suite with its drill. {@code toString} does not show the token. */
record DrillReport(
        String id,
        String group,
        String title,
        String how,
        String expect,
        List<Integer> httpStatus,
        Optional<String> code,
        String strength,
        String attack,
        List<String> references,
        boolean dos,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> label,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> token) {

    static DrillReport of(Drill drill) {
        return report(drill, drill.expect(), drill.httpStatus(), drill.code(), Optional.empty(), Optional.empty());
    }

    static DrillReport of(Suite.Entry entry) {
        Optional<String> code = entry.token().isControl()
                ? Optional.empty()
                : entry.token().code().or(() -> entry.drill().code());
        return report(
                entry.drill(),
                entry.expect(),
                entry.httpStatus(),
                code,
                entry.token().label(),
                Optional.of(entry.token().token()));
    }

    private static DrillReport report(
            Drill drill,
            Drill.Expect expect,
            List<Integer> status,
            Optional<String> code,
            Optional<String> label,
            Optional<String> token) {
        return new DrillReport(
                drill.id(),
                drill.group().wireName(),
                drill.title(),
                drill.how(),
                expect.wireName(),
                status,
                code,
                drill.strength().name(),
                drill.attack(),
                drill.references(),
                drill.isDos(),
                label,
                token);
    }

    @Override
    public String toString() {
        return "DrillReport[" + id + "]";
    }
}
