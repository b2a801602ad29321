package dev.mintmark.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.service.Requests;
import dev.mintmark.service.TestOperations;
import dev.mintmark.service.read.SpecReader;
import dev.mintmark.service.request.MintRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every text. */
class DraftPropertiesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_800_000_000L), ZoneOffset.UTC);
    private static final KeyRings KEYS = KeyRings.ephemeral(Duration.ZERO, JwsEngine.PLAIN);
    private static final SpecReader SPECS = new SpecReader(new Issuers(KEYS, TestOperations.DEFAULTS), CLOCK);
    private static final String TOKEN = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJlLW9mLTY0LWJ5dGVz";

    /** Words that only introduce a secret, "none" or something that was not wanted. */
    private static final Set<String> BEFORE_REFUSED = Set.of(
            "key",
            "alg",
            "algorithm",
            "value",
            "phrase",
            "word",
            "equal",
            "equals",
            "claim",
            "refresh",
            "client",
            "tenant",
            "nbf",
            "sub",
            "aud",
            "iss",
            "exp",
            "iat",
            "jti",
            "or");

    @BeforeAll
    static void generateKeys() {
        for (Algorithm algorithm :
                List.of(Algorithm.ES256, Algorithm.RS256, Algorithm.ES384, Algorithm.ES512, Algorithm.EDDSA)) {
            KEYS.makeEphemeralKeys(algorithm);
        }
    }

    @Test
    void wordsOfTheGrammarInAnyOrderGiveDisjointSpansAndARequest() {
        // Sorted, because the order of a set differs in each JVM.
        List<String> words = new ArrayList<>();
        words.addAll(new TreeSet<>(Vocabulary.FILLERS));
        words.addAll(new TreeSet<>(Vocabulary.HEADS));
        words.addAll(new TreeSet<>(Vocabulary.NEGATIONS));
        words.addAll(new TreeSet<>(Vocabulary.AUTHORITIES));
        words.addAll(new TreeSet<>(Vocabulary.UNITS.keySet()));
        words.addAll(new TreeSet<>(Vocabulary.NUMBERS.keySet()));
        words.addAll(new TreeSet<>(Vocabulary.DRILLS));
        words.addAll(List.of(
                "alice",
                "bob",
                "https://a.example",
                "a=b",
                "exp=1",
                "\"q r\"",
                "'",
                "\"",
                ",",
                ".",
                "15m",
                "2027-01-31",
                "keycloak",
                "github actions",
                "cognito",
                "entra",
                "kubernetes",
                "expired",
                "ES256",
                "HS256",
                "or",
                "=",
                "tomorrow",
                "yesterday",
                "ago",
                "roles",
                "secret",
                "99999 years",
                "typ",
                "für",
                "令牌",
                "\u202E",
                "/",
                "~"));
        Random random = new Random(25);
        for (int i = 0; i < 6_000; i++) {
            String sentence = random.ints(1 + random.nextInt(20), 0, words.size())
                    .mapToObj(words::get)
                    .collect(Collectors.joining(random.nextInt(8) == 0 ? "" : " "));
            check(sentence);
        }
    }

    @Test
    void randomCharactersAreHarmless() {
        Random random = new Random(26);
        for (int i = 0; i < 2_000; i++) {
            check(random.ints(random.nextInt(60), 1, i % 2 == 0 ? 128 : 0x2FFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "'",
                "“",
                "`",
                "a,",
                "for ",
                "and ",
                "claim ",
                "not ",
                "1 ",
                "role a or ",
                "-----BEGIN ",
                "=",
                "((",
                "\u202E",
                "valid for a "
            })
    void repetitionsAreLinear(String part) {
        check(part.repeat(1000).substring(0, 1000));
    }

    @Test
    void everyWordIsUnderstoodFillerOrIgnored() {
        assertThat(uncovered("zorp token for alice with flurb and 3 gizmos")).isEmpty();
        assertThat(uncovered("Ein Token für Alice, 15 Minuten gültig")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token for alice signed with secret %s",
                "token for alice with password %s",
                "token for alice, password=%s",
                "token for alice with api key: \"%s\"",
                "token for alice with key %s and role clerk",
            })
    void aSecretIsInNoMemberAndInNoText(String sentence) {
        for (String secret : List.of("hunter2", "s3cr3t-value", "correct horse")) {
            if (secret.contains(" ") && !sentence.contains("\"")) {
                continue;
            }
            Draft draft = RuleDrafter.draft(sentence.formatted(secret));
            assertThat(draft.spec().toString()).doesNotContain(secret);
            assertThat(draft.ignored()).anySatisfy(it -> {
                assertThat(it.code()).isEqualTo(Ignored.Code.SECRET);
                assertThat(it.text()).isEmpty();
            });
            assertThat(draft.spec().path("subject").asText()).isEqualTo("alice");
        }
    }

    @Test
    void tokensAndPemAreNotRepeated() {
        Draft token = RuleDrafter.draft("token for alice like " + TOKEN);
        assertThat(token.ignored()).singleElement().satisfies(it -> {
            assertThat(it.code()).isEqualTo(Ignored.Code.TOKEN);
            assertThat(it.text()).isEmpty();
        });
        Draft pem = RuleDrafter.draft(
                "token for alice with -----BEGIN KEY-----\nabc def\n-----END KEY----- and role clerk");
        assertThat(pem.ignored())
                .singleElement()
                .satisfies(it -> assertThat(it.code()).isEqualTo(Ignored.Code.SECRET));
        assertThat(pem.spec().toString()).isEqualTo("{\"subject\":\"alice\",\"roles\":[\"clerk\"]}");
    }

    private static List<String> uncovered(String sentence) {
        Draft draft = RuleDrafter.draft(sentence);
        return Tokenizer.words(sentence).stream()
                .filter(word -> !word.isPunctuation() && !Vocabulary.FILLERS.contains(word.lower()))
                .filter(word -> !BEFORE_REFUSED.contains(word.lower()) && !Vocabulary.SECRETS.contains(word.lower()))
                .filter(word -> !Vocabulary.CONNECTORS.contains(word.lower()))
                // "without roles" changes nothing, because a token has none.
                .filter(word ->
                        !Vocabulary.NEGATIONS.contains(word.lower()) && !Vocabulary.AUTHORITIES.contains(word.lower()))
                .filter(word ->
                        draft.understood().stream().noneMatch(it -> it.from() <= word.from() && word.to() <= it.to()))
                .filter(word ->
                        draft.ignored().stream().noneMatch(it -> it.from() <= word.from() && word.to() <= it.to()))
                .map(Word::text)
                .toList();
    }

    private static void check(String sentence) {
        Draft draft = RuleDrafter.draft(sentence);
        record Range(int from, int to) {}
        List<Range> ranges = new ArrayList<>();
        draft.understood().forEach(it -> ranges.add(new Range(it.from(), it.to())));
        draft.ignored().forEach(it -> ranges.add(new Range(it.from(), it.to())));
        ranges.sort(Comparator.comparingInt(Range::from).thenComparingInt(Range::to));
        int end = 0;
        for (Range range : ranges) {
            assertThat(range.from()).as(sentence).isGreaterThanOrEqualTo(end);
            assertThat(range.to()).as(sentence).isBetween(range.from(), sentence.length());
            end = range.to();
        }
        draft.understood().stream()
                .filter(it -> !it.pointer().isEmpty())
                .forEach(it -> assertThat(draft.spec().at(it.pointer()).isMissingNode())
                        .as(it + " of " + sentence)
                        .isFalse());
        assertThat(draft.spec().has("key")
                        || draft.spec().has("secret")
                        || draft.spec().has("key_id"))
                .isFalse();
        MintRequest request = Requests.mint("%s", draft.spec());
        var composed = TestOperations.at(CLOCK).minter().compose(SPECS.draft(request, Optional.empty()));
        assertThat(composed).as(sentence).isNotNull();
        assertThat(uncovered(sentence)).as(sentence).isEmpty();
    }
}
