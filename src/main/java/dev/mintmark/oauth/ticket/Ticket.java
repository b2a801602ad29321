package dev.mintmark.oauth.ticket;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A login that a test has prepared.
 *
 * @param id names its redemption
 * @param subject the {@code sub}
 * @param claims over those of the user
 * @param effects what else it changes
 * @param isOnce whether it signs in once
 */
public record Ticket(String id, String subject, ObjectNode claims, LoginEffects effects, boolean isOnce) {
    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("jti", id).put("sub", subject).put("once", isOnce);
        json.set("claims", claims);
        json.set("effects", effects.toJson());
        return json;
    }

    static Ticket ofJson(ObjectNode json) {
        return new Ticket(
                json.path("jti").asText(),
                json.path("sub").asText(),
                json.withObject("/claims"),
                LoginEffects.ofJson(json.path("effects")),
                json.path("once").asBoolean());
    }

    @Override
    public String toString() {
        return "Ticket[redacted]";
    }
}
