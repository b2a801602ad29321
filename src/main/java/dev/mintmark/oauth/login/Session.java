package dev.mintmark.oauth.login;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.oauth.ticket.LoginEffects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A browser in which a user is signed in. The cookie holds it sealed.
 *
 * @param subject the {@code sub}
 * @param authTime when the user signed in
 * @param claims over those of the user, by a ticket
 * @param effects what else a ticket changes
 * @param families the {@code sid} of the tokens that began here, the newest last, at most 16
 */
record Session(String subject, Instant authTime, ObjectNode claims, LoginEffects effects, List<String> families) {
    private static final int MAX_FAMILIES = 16;

    Session {
        families = List.copyOf(families);
    }

    static Session of(SignIn signIn) {
        return new Session(signIn.user().subject(), signIn.authTime(), signIn.claims(), signIn.effects(), List.of());
    }

    Session withAll(List<String> earlier) {
        return new Session(subject, authTime, claims, effects, earlier);
    }

    Session with(String family) {
        List<String> all = new ArrayList<>(families);
        all.add(family);
        return new Session(
                subject, authTime, claims, effects, all.subList(Math.max(0, all.size() - MAX_FAMILIES), all.size()));
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("sub", subject).put("auth_time", authTime.getEpochSecond());
        json.set("claims", claims);
        json.set("effects", effects.toJson());
        families.forEach(json.putArray("sids")::add);
        return json;
    }

    static Session ofJson(ObjectNode json) {
        List<String> families = new ArrayList<>();
        json.path("sids").forEach(sid -> families.add(sid.asText()));
        return new Session(
                json.path("sub").asText(),
                Instant.ofEpochSecond(json.path("auth_time").asLong()),
                json.withObject("/claims"),
                LoginEffects.ofJson(json.path("effects")),
                families);
    }

    @Override
    public String toString() {
        return "Session[redacted]";
    }
}
