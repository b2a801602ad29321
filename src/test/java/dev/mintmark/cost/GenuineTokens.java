package dev.mintmark.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.jose.json.StrictJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Large tokens of the service. A request names one by a placeholder and gets a new one each time it is sent, because a
 * refresh token is redeemed once.
 *
 * @param service the address of the service
 * @param client sends the requests
 */
record GenuineTokens(URI service, HttpClient client) {
    private static final String PREFIX = "genuine token ";
    private static final Pattern PLACEHOLDER = Pattern.compile(PREFIX + "(\\d{1,6})");
    private static final int MAX_CLAIMS = 30_000;

    static String placeholder(int seed) {
        return PREFIX + seed;
    }

    /** The members with a token instead of each placeholder. */
    ObjectNode replace(ObjectNode members) throws IOException, InterruptedException {
        ObjectNode replaced = JsonNodeFactory.instance.objectNode();
        for (var member : members.properties()) {
            JsonNode value = member.getValue();
            Matcher placeholder = PLACEHOLDER.matcher(value.isTextual() ? value.textValue() : "");
            replaced.set(
                    member.getKey(),
                    placeholder.matches() ? mint(member.getKey(), Long.parseLong(placeholder.group(1))) : value);
        }
        return replaced;
    }

    private JsonNode mint(String name, long seed) throws IOException, InterruptedException {
        Random random = new Random(seed);
        HostileJson values = new HostileJson(random);
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("subject", "alice").put("refresh", true).put("advise", false);
        request.put(
                "algorithm",
                List.of("RS256", "ES256", "EdDSA", "PS512", "ES512").get(random.nextInt(5)));
        request.put("scope", "openid " + new HostileText(random).words(random.nextInt(6000)));
        request.set("claims", JsonNodeFactory.instance.objectNode().set("c", values.of(random.nextInt(MAX_CLAIMS))));
        HttpResponse<byte[]> response = client.send(
                HttpRequest.newBuilder(service.resolve("/tokens"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(StrictJson.bytes(request)))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        String member = name.equals("refresh_token") ? "refresh_token" : "token";
        return response.statusCode() == 200
                ? StrictJson.object(response.body()).path(member)
                : TextNode.valueOf("none");
    }
}
