package dev.mintmark.service.summary;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** Sentences about the dates of a token. */
final class TimeSentences {
    private static final String EXP = "/payload/exp";
    private static final double LAST_SECOND = 253_402_300_799d;

    private TimeSentences() {}

    /** "It becomes valid in 1 hour." Empty if it is valid already, or has no readable {@code nbf}. */
    static Optional<Sentence> start(JsonNode claims, Instant now) {
        JsonNode nbf = claims.path("nbf");
        long ahead = isDate(nbf) ? nbf.longValue() - now.getEpochSecond() : 0;
        return ahead <= 0
                ? Optional.empty()
                : Optional.of(Sentence.about("It becomes valid in " + Words.duration(ahead) + '.', "/payload/nbf"));
    }

    /** "It expires in 15 minutes.", "It expired 45 minutes ago." or "It never expires." */
    static Sentence expiry(JsonNode claims, Instant now) {
        JsonNode exp = claims.path("exp");
        if (exp.isMissingNode() || exp.isNull()) {
            return Sentence.about("It never expires.", EXP).of("exp-missing");
        }
        if (!isDate(exp)) {
            return Sentence.about("Its expiry cannot be read.", EXP);
        }
        long left = exp.longValue() - now.getEpochSecond();
        return Sentence.about(
                left > 0
                        ? "It expires in " + Words.duration(left) + '.'
                        : left == 0 ? "It expires now." : "It expired " + Words.duration(-left) + " ago.",
                EXP);
    }

    private static boolean isDate(JsonNode value) {
        return value.isNumber() && Math.abs(value.doubleValue()) <= LAST_SECOND;
    }
}
