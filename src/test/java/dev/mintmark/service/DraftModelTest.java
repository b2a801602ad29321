package dev.mintmark.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mintmark.draft.Ignored;
import dev.mintmark.draft.Understood;
import dev.mintmark.draft.model.ModelClient;
import dev.mintmark.draft.model.ModelDrafter;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.request.DraftRequest;
import dev.mintmark.tokens.PolicyViolationException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model is optional and distrusted, against an endpoint that answers whatever a test wants. */
class DraftModelTest {
    private static final String SENTENCE = "please make it for alice, and let it live half an hour";
    private static final String ALICE =
            "{\"pointer\": \"/subject\", \"value\": \"\\\"alice\\\"\", \"quote\": \"for alice\"}";

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer endpoint;
    private volatile Answer answer = exchange -> reply(exchange, 500, "");

    /** What the endpoint does. */
    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        endpoint = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        endpoint.setExecutor(Executors.newCachedThreadPool());
        endpoint.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            answer.to(exchange);
        });
        endpoint.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        endpoint.stop(0);
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** A completion with this content. */
    private static String completion(String content) {
        ObjectNode completion = JsonNodeFactory.instance.objectNode();
        completion
                .putArray("choices")
                .addObject()
                .putObject("message")
                .put("role", "assistant")
                .put("content", content);
        return completion.toString();
    }

    private static String members(String... members) {
        return "{\"members\": [" + String.join(", ", members) + "]}";
    }

    private static TokenService tokens() {
        KeyRings rings = KeyRings.ephemeral(Duration.ZERO, JwsEngine.PLAIN);
        rings.makeFirstKey(Algorithm.ES256, () -> GeneratedKey.of(Algorithm.ES256));
        return TestOperations.services(Clock.systemUTC(), rings).tokens();
    }

    private DraftResult draft(String sentence) {
        URI url = URI.create("http://127.0.0.1:" + endpoint.getAddress().getPort() + "/v1/chat/completions");
        ModelClient client = new ModelClient(url, "small", Optional.of("key-of-the-model"), Duration.ofSeconds(2));
        return new DraftService(tokens(), Optional.of(new ModelDrafter(client)))
                .draft(new DraftRequest(sentence, Optional.of("model")));
    }

    private DraftResult draftWith(String body) {
        answer = exchange -> reply(exchange, 200, body);
        return draft(SENTENCE);
    }

    private static void fellBack(DraftResult result, String reason) {
        assertThat(result.engine()).isEqualTo("rules");
        assertThat(result.fallback())
                .hasValueSatisfying(text -> assertThat(text).contains(reason));
        assertThat(result.draft().spec().path("subject").asText()).isEqualTo("alice");
    }

    @Test
    void aGoodAnswerIsTaken() {
        DraftResult result = draftWith(completion(members(
                ALICE, "{\"pointer\": \"/expires_in\", \"value\": \"30m\", \"quote\": \"live half an hour\"}")));

        assertThat(result.engine()).isEqualTo("model");
        assertThat(result.fallback()).isEmpty();
        assertThat(result.draft().spec().path("subject").asText()).isEqualTo("alice");
        for (Understood it : result.draft().understood()) {
            assertThat(SENTENCE.substring(it.from(), it.to())).isEqualTo(it.text());
        }
        JsonNode sent = StrictJson.parse(bodies.get(0).getBytes(StandardCharsets.UTF_8));
        assertThat(sent.at("/messages/1/content").asText()).isEqualTo(SENTENCE);
        assertThat(sent.path("temperature").asInt(1)).isZero();
        assertThat(sent.at("/response_format/json_schema/schema/additionalProperties")
                        .asBoolean(true))
                .isFalse();
        assertThat(keys).containsExactly("Bearer key-of-the-model");
    }

    @Test
    void aValueThatTheQuoteDoesNotSayIsUnsupported() {
        DraftResult result = draftWith(completion(members(
                "{\"pointer\": \"/subject\", \"value\": \"root\", \"quote\": \"for alice\"}",
                "{\"pointer\": \"/roles\", \"value\": \"[\\\"admin\\\"]\", \"quote\": \"let it live\"}")));

        assertThat(result.engine()).isEqualTo("model");
        assertThat(result.draft().spec()).isEmpty();
        assertThat(result.draft().ignored()).extracting(Ignored::code).contains(Ignored.Code.UNSUPPORTED);
        assertThat(result.draft().isComplete()).isFalse();
    }

    @Test
    void anInjectedQuoteThatIsNotInTheSentenceChangesNothing() {
        DraftResult result = draftWith(completion(members(
                ALICE, "{\"pointer\": \"/roles\", \"value\": \"[\\\"admin\\\"]\", \"quote\": \"role admin\"}")));

        assertThat(result.draft().spec().has("roles")).isFalse();
        assertThat(result.draft().spec().path("subject").asText()).isEqualTo("alice");
    }

    @Test
    void anExtraMemberIsAnotherForm() {
        fellBack(
                draftWith(completion(members(ALICE.replace("{\"pointer", "{\"key\": \"x\", \"pointer")))),
                "another form");
        fellBack(draftWith(completion("{\"members\": [], \"secret\": \"x\"}")), "another form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sure! Here is the token request you asked for.", "{\"members\": [", "", "null"})
    void proseAndHalfJsonAreNoAnswer(String content) {
        assertThat(draftWith(completion(content)).fallback()).isPresent();
        fellBack(draftWith(content), "JSON");
    }

    @Test
    void anAnswerThatIsTooLongIsNotRead() {
        fellBack(draftWith(completion(members(ALICE) + " ".repeat(70_000))), "more than 65536 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429, 500, 302})
    void anyOtherStatusIsNotTriedAgain(int status) {
        answer = exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            reply(exchange, status, completion(members(ALICE)));
        };
        fellBack(draft(SENTENCE), "status " + status);
        assertThat(bodies).hasSize(1);
    }

    @Test
    void silenceEndsAfterTheTimeout() {
        answer = exchange -> await();
        fellBack(draft(SENTENCE), "within 2000 ms");
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await();
        };
        fellBack(draft(SENTENCE), "within 2000 ms");
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token for alice signed with secret hunter2",
                "explain eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln",
                "use -----BEGIN PRIVATE KEY-----",
                "for alice with 3q2-7w8e9r0t1y2u3i4o5p6a7s8d9f0g",
            })
    void aSentenceWithASecretIsNotSent(String sentence) {
        assertThatThrownBy(() -> draft(sentence))
                .isInstanceOf(PolicyViolationException.class)
                .hasMessageNotContaining("hunter2");
        assertThat(bodies).isEmpty();
    }

    @Test
    void withoutAModelTheRulesAnswer() {
        DraftService drafts = new DraftService(tokens());
        fellBack(drafts.draft(new DraftRequest(SENTENCE, Optional.of("model"))), "mintmark.draft.model.url");
        assertThat(drafts.draft(new DraftRequest(SENTENCE, Optional.empty())).fallback())
                .isEmpty();
        assertThatThrownBy(() -> drafts.draft(new DraftRequest(SENTENCE, Optional.of("magic"))))
                .isInstanceOf(MalformedRequestException.class);
        assertThat(bodies).isEmpty();
    }
}
