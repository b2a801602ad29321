package dev.mintmark.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.drills.Drill.Expect;
import dev.mintmark.drills.Drill.Strength;
import dev.mintmark.drills.Suite;
import dev.mintmark.service.request.DrillRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Chooses the bad tokens for a resource server: each is wrong in one thing and right in all others. A drill is a MUST if a
 * specification demands it or the weakness can be exploited. Tokens that may exhaust a service are not made.
 */
public final class DrillBuilder {
    /** The good token that each drill changes. */
    private static final String CONTROL = "ok-rs256";

    private final Function<DrillRequest, Suite> drills;
    private final ObjectNode claims = JsonNodeFactory.instance.objectNode();
    private final List<String> included = new ArrayList<>();
    private final List<String> excluded = new ArrayList<>();
    private Optional<String> audience = Optional.empty();
    private Optional<String> subject = Optional.empty();
    private Optional<JsonNode> scope = Optional.empty();
    private String type = "JWT";
    private boolean withShould;

    DrillBuilder(Function<DrillRequest, Suite> drills) {
        this.drills = drills;
    }

    /** The {@code aud} that the service expects. */
    public DrillBuilder audience(String value) {
        audience = Optional.of(value);
        return this;
    }

    /** The {@code sub} of all tokens. */
    public DrillBuilder subject(String value) {
        subject = Optional.of(value);
        return this;
    }

    /** The scope that the service requires, separated by spaces. Without it, no drill is about scope. */
    public DrillBuilder scope(String value) {
        scope = Optional.of(TextNode.valueOf(value));
        return this;
    }

    /** A claim that a good token needs. */
    public DrillBuilder claim(String name, Object value) {
        claims.set(name, JsonValues.of(value));
        return this;
    }

    /** The {@code typ} of good tokens: {@code JWT}, which is the default, or {@code at+jwt}. */
    public DrillBuilder type(String value) {
        type = value;
        return this;
    }

    /** Makes only these drills, by id or group, next to the good token. */
    public DrillBuilder only(String... idsOrGroups) {
        included.addAll(List.of(idsOrGroups));
        return this;
    }

    /** Leaves out drills, by id or group. */
    public DrillBuilder except(String... idsOrGroups) {
        excluded.addAll(List.of(idsOrGroups));
        return this;
    }

    /** Adds the drills of policies and profiles, which are not a MUST. */
    public DrillBuilder withShould() {
        withShould = true;
        return this;
    }

    /**
     * Makes the tokens: the good one first, then the bad ones.
     *
     * @throws IllegalArgumentException without an audience, or for an unknown id, with the message of {@code POST /drills}
     */
    public Stream<Drill> stream() {
        Suite suite = drills.apply(new DrillRequest(
                audience,
                Optional.empty(),
                scope,
                subject,
                Optional.empty(),
                Optional.of(claims),
                Optional.of(type),
                Optional.empty(),
                Optional.empty(),
                included(),
                excluded.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(excluded)),
                Optional.empty(),
                Optional.empty()));
        return suite.entries().stream().filter(this::isWanted).map(DrillBuilder::drill);
    }

    private Optional<List<String>> included() {
        if (included.isEmpty()) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(included);
        all.add(CONTROL);
        return Optional.of(all);
    }

    private boolean isWanted(Suite.Entry entry) {
        dev.mintmark.drills.Drill drill = entry.drill();
        if (drill.expect() == Expect.ACCEPT) {
            return drill.id().equals(CONTROL);
        }
        return withShould || drill.strength() == Strength.MUST;
    }

    private static Drill drill(Suite.Entry entry) {
        return new Drill(
                entry.drill().id(),
                entry.token().label().orElse(""),
                entry.drill().title(),
                entry.drill().attack(),
                entry.token().token(),
                entry.httpStatus());
    }
}
