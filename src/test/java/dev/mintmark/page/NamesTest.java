package dev.mintmark.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The page carries the names of the contract, so that it need not load it. They are those of openapi.yaml. */
class NamesTest {
    private static final Path PAGE = Path.of("src/main/resources/dev/mintmark/http/page/files");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    private final JsonNode schemas = read();

    @Test
    void algorithmsTypesEncodingsAndSeveritiesAreThoseOfTheContract() throws IOException {
        List<String> algorithms = Stream.concat(names("HMAC").stream(), names("SIGNATURES").stream())
                .toList();
        assertThat(algorithms).containsExactlyInAnyOrderElementsOf(values("Algorithm"));
        assertThat(names("TYPES")).containsExactlyElementsOf(values("TokenType"));
        assertThat(names("ENCODINGS")).containsExactlyElementsOf(values("SecretEncoding"));
        assertThat(names("SEVERITIES")).containsExactlyElementsOf(values("Severity"));
    }

    @Test
    void membersOfTheFormAreMembersOfARequest() throws IOException {
        Set<String> members = new TreeSet<>();
        schemas.at("/MintRequest/properties").fieldNames().forEachRemaining(members::add);
        assertThat(members).containsAll(names("CLAIM_MEMBERS")).containsAll(names("LIST_MEMBERS"));
        assertThat(members).containsAll(firsts("views/spec-form.js"));
        assertThat(members).containsAll(names("RENAMED"));
        Set<String> expectations = new TreeSet<>();
        schemas.at("/Expectations/properties").fieldNames().forEachRemaining(expectations::add);
        assertThat(expectations).containsAll(firsts("views/expectations-form.js"));
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Path.of("openapi.yaml").toFile()).at("/components/schemas");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> values(String schema) {
        return StreamSupport.stream(schemas.get(schema).get("enum").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The quoted words of a constant of names.js. */
    private static List<String> names(String constant) throws IOException {
        return QUOTED.matcher(body(constant))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String body(String constant) throws IOException {
        Matcher matcher = Pattern.compile("export const " + constant + " = ([\\[{].*?[\\]}]);", Pattern.DOTALL)
                .matcher(Files.readString(PAGE.resolve("lib/names.js")));
        assertThat(matcher.find()).as(constant).isTrue();
        return matcher.group(1);
    }

    /** The first words of the lists of fields in a file: the members that they set. */
    private static List<String> firsts(String file) throws IOException {
        return Pattern.compile("\\['(\\w+)', '[A-Z]")
                .matcher(Files.readString(PAGE.resolve(file)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
