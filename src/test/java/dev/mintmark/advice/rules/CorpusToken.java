package dev.mintmark.advice.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.advice.Subject;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A token of the shape that a provider or specification documents, with made-up values, and the right answers to it.
 *
 * @param name the file
 * @param provider the provider that is recognised
 * @param kind the kind that is recognised, as in the API
 * @param advisories all advisories, as {@code rule severity pointer}
 * @param explanations the meaning of each header parameter and claim, by pointer
 */
record CorpusToken(
        String name,
        Optional<String> provider,
        String kind,
        ObjectNode header,
        ObjectNode claims,
        List<String> advisories,
        Map<String, String> explanations) {
    /** {@code "@now+300"} stands for a date, 300 seconds from {@link RuleCase#NOW}. */
    private static final Pattern DATE = Pattern.compile("\"@now([+-]\\d+)?\"");

    static Stream<CorpusToken> all() {
        List<CorpusToken> tokens = new ArrayList<>();
        read("index.json").forEach(name -> tokens.add(of(name.asText())));
        return tokens.stream();
    }

    /** The token with a signature of the length of its algorithm, which verifies with no key. */
    Subject subject() {
        int bytes = Algorithm.parse(header.path("alg").asText())
                .map(Algorithm::signatureBytes)
                .filter(length -> length > 0)
                .orElse(256);
        return RuleCase.raw(encoded(header) + '.' + encoded(claims) + '.' + encoded("s".repeat(bytes)));
    }

    private static String encoded(Object json) {
        return Base64Url.encode(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static CorpusToken of(String name) {
        JsonNode json = read(name + ".json");
        List<String> advisories = new ArrayList<>();
        json.path("advisories").forEach(text -> advisories.add(text.asText()));
        Map<String, String> explanations = new LinkedHashMap<>();
        json.path("explanations")
                .properties()
                .forEach(e -> explanations.put(e.getKey(), e.getValue().asText()));
        return new CorpusToken(
                name,
                Optional.ofNullable(json.get("provider")).map(JsonNode::asText),
                json.path("kind").asText(),
                (ObjectNode) json.path("header"),
                (ObjectNode) json.path("claims"),
                advisories,
                explanations);
    }

    private static JsonNode read(String file) {
        try (InputStream in = CorpusToken.class.getResourceAsStream("/dev/mintmark/advice/corpus/" + file)) {
            String text = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            String dated = DATE.matcher(text).replaceAll(match -> {
                long ahead = match.group(1) == null ? 0 : Long.parseLong(match.group(1));
                return Long.toString(RuleCase.SECONDS + ahead);
            });
            return StrictJson.parse(dated.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
