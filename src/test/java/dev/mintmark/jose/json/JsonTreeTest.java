package dev.mintmark.jose.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Trees are written as Jackson's mapper writes them. */
class JsonTreeTest {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    @Test
    void eachKindOfValueIsWrittenAsByTheMapper() throws Exception {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        array.add(1).add(-5_000_000_000L).add(new BigInteger("123456789012345678901234567890"));
        array.add(1.1f).add(1e300).add(new BigDecimal("1.50")).add(new BigDecimal("1E+30"));
        array.add("a\"\\\u0000\u2028\ud83d\ude00é").add(true).add(false).addNull();
        array.addObject().put("", "").putArray("x").addObject();
        assertThat(StrictJson.bytes(array)).isEqualTo(MAPPER.writeValueAsBytes(array));
    }

    @Test
    void randomTreesAreWrittenAsByTheMapper() throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            JsonNode tree = tree(random, 0);
            assertThat(StrictJson.bytes(tree)).isEqualTo(MAPPER.writeValueAsBytes(tree));
        }
    }

    @Test
    void otherValuesThanThoseOfJsonAreRefused() {
        ObjectNode object = JsonNodeFactory.instance.objectNode().putPOJO("a", new Object());
        assertThatThrownBy(() -> StrictJson.bytes(object)).isInstanceOf(IllegalArgumentException.class);
    }

    private static JsonNode tree(Random random, int depth) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(depth > 5 ? 5 : 7)) {
            case 0 -> nodes.numberNode(random.nextLong() >> random.nextInt(64));
            case 1 -> nodes.numberNode(new BigDecimal(new BigInteger(70, random), random.nextInt(40) - 20));
            case 2 ->
                nodes.textNode(random.ints(random.nextInt(20), 0, 0x110000)
                        .filter(c -> c < 0xd800 || c > 0xdfff)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
            case 3 -> nodes.booleanNode(random.nextBoolean());
            case 4 -> nodes.nullNode();
            case 5 -> {
                ArrayNode array = nodes.arrayNode();
                random.ints(random.nextInt(4)).forEach(unused -> array.add(tree(random, depth + 1)));
                yield array;
            }
            default -> {
                ObjectNode object = nodes.objectNode();
                random.ints(random.nextInt(4)).forEach(i -> object.set("m" + i, tree(random, depth + 1)));
                yield object;
            }
        };
    }
}
