package dev.mintmark.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sentences with the drafts that they must become; {@code exact} allows nothing else, {@code subset} more members. */
class DraftSentencesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    record Expected(String id, String sentence, JsonNode expect) {
        @Override
        public String toString() {
            return id + " " + sentence;
        }
    }

    static Stream<Expected> sentences() throws IOException {
        List<Expected> all = new ArrayList<>();
        for (String file : new String[] {"sentences.jsonl", "further-sentences.jsonl"}) {
            try (var in = Objects.requireNonNull(DraftSentencesTest.class.getResourceAsStream(file))) {
                for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                    JsonNode json = MAPPER.readTree(line);
                    all.add(new Expected(
                            json.path("id").asText(), json.path("sentence").asText(), json.path("expect")));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void aSentenceBecomesItsDraft(Expected expected) throws IOException {
        Draft draft = RuleDrafter.draft(expected.sentence());
        JsonNode expect = expected.expect();
        boolean isExact = expect.path("match").asText().equals("exact");
        String all = "\n" + draft.spec() + "\n" + draft.understood() + "\n" + ignored(draft, expected.sentence());
        if (isExact) {
            assertThat(MAPPER.readTree(draft.spec().toString())).as(all).isEqualTo(expect.path("spec"));
        } else {
            assertContains(draft.spec(), expect.path("spec"), all);
        }
        assertThat(draft.preset())
                .as(all)
                .isEqualTo(Optional.ofNullable(expect.path("preset").textValue()));
        assertThat(assumed(draft)).as(all).containsExactlyInAnyOrderElementsOf(texts(expect.path("assumed")));
        assertThat(ignored(draft, expected.sentence())).as(all).containsAll(texts(expect.path("ignored")));
        if (isExact) {
            assertThat(draft.ignored()).as(all).hasSameSizeAs(texts(expect.path("ignored")));
        }
        texts(expect.path("absent"))
                .forEach(path -> assertThat(draft.spec().at("/" + path).isMissingNode())
                        .as(path + all)
                        .isTrue());
    }

    private static void assertContains(JsonNode whole, JsonNode part, String all) {
        part.properties().forEach(member -> {
            JsonNode value = whole.path(member.getKey());
            if (member.getValue() instanceof ObjectNode inner) {
                assertContains(value, inner, all);
            } else {
                assertThat(value).as(all).isEqualTo(member.getValue());
            }
        });
    }

    private static List<String> assumed(Draft draft) {
        return draft.understood().stream()
                .filter(it -> it.how() == Understood.How.ASSUMED)
                .map(it -> it.pointer().substring(1))
                .toList();
    }

    private static List<String> ignored(Draft draft, String sentence) {
        return draft.ignored().stream()
                .map(it -> sentence.substring(it.from(), it.to()))
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
