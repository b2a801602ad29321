package dev.mintmark.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens with large headers, payloads, disclosures and tokens inside, signed with {@link #SECRET}. */
final class HostileTokens {
    static final String SECRET = "worst-case-search-".repeat(2);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> ALGORITHMS =
            List.of("HS256", "HS256", "HS256", "RS256", "ES256", "EdDSA", "none", "PS512", "dir");
    private static final List<String> TYPES = List.of(
            "JWT", "at+jwt", "dc+sd-jwt", "kb+jwt", "dpop+jwt", "logout+jwt", "secevent+jwt", "entity-statement+jwt");

    private final Random random;
    private final HostileText texts;
    private final HostileJson values;
    private final HostileKeys keys;

    HostileTokens(Random random) {
        this.random = random;
        this.texts = new HostileText(random);
        this.values = new HostileJson(random);
        this.keys = new HostileKeys(random);
    }

    /** A token of about this size. */
    String of(int size) {
        int bytes = Math.max(40, size * 3 / 4);
        return switch (random.nextInt(8)) {
            case 0 -> signed(header(bytes), values.object(40));
            case 1 -> disclosing(bytes);
            case 2 -> encrypted(bytes);
            case 3 -> nested(bytes);
            case 4 -> texts.of(size);
            case 5 -> signed(header(bytes / 3), values.object(bytes / 2)) + texts.of(size / 3);
            default -> signed(header(40), values.object(bytes));
        };
    }

    private ObjectNode header(int size) {
        ObjectNode header = JSON.objectNode().put("alg", pick(ALGORITHMS));
        if (random.nextBoolean()) {
            header.put("typ", pick(TYPES));
        }
        if (size > 60) {
            String name = pick(List.of("jwk", "x5c", "crit", "kid", "jku", "x", "trust_chain", "jwt", "b64"));
            header.set(name, name.equals("jwk") ? keys.jwk(size) : values.of(size));
        }
        return header;
    }

    static String signed(JsonNode header, JsonNode payload) {
        String input = encoded(StrictJson.bytes(header)) + "." + encoded(StrictJson.bytes(payload));
        return input + "." + encoded(mac(input));
    }

    private static byte[] mac(String input) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(input.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** An SD-JWT with as many disclosures as fit, flat or each inside the previous one. */
    private String disclosing(int size) {
        StringBuilder disclosures = new StringBuilder("~");
        ArrayNode digests = JSON.arrayNode();
        boolean isDeep = random.nextBoolean();
        String inner = "";
        int value = random.nextBoolean() ? 1 : 60;
        for (int i = 0; disclosures.length() + digests.size() * (isDeep ? 0 : 46) < size; i++) {
            ArrayNode disclosure = JSON.arrayNode().add("s").add("c" + i);
            if (isDeep && !inner.isEmpty()) {
                disclosure.add(JSON.objectNode().set("_sd", JSON.arrayNode().add(inner)));
            } else {
                disclosure.add(values.of(value));
            }
            String text = encoded(StrictJson.bytes(disclosure));
            inner = digest(text);
            disclosures.append(text).append('~');
            if (!isDeep) {
                digests.add(inner);
            }
        }
        ObjectNode payload = JSON.objectNode();
        payload.set("_sd", isDeep ? JSON.arrayNode().add(inner) : digests);
        return signed(JSON.objectNode().put("alg", "HS256").put("typ", "dc+sd-jwt"), payload) + disclosures;
    }

    private static String digest(String text) {
        try {
            return encoded(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String encrypted(int size) {
        ObjectNode header = header(size / 3).put("alg", "RSA-OAEP").put("enc", "A256GCM");
        return encoded(StrictJson.bytes(header)) + "." + texts.of(size / 4) + ".AAAA." + texts.of(size / 4) + ".AAAA";
    }

    /** Tokens inside of claims. */
    private String nested(int size) {
        ObjectNode payload = JSON.objectNode();
        String inner = signed(JSON.objectNode().put("alg", "HS256"), values.object(20));
        for (int i = 0; i * (inner.length() + 9) < size; i++) {
            payload.put("t" + i, inner);
        }
        return signed(header(40), payload);
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
