package dev.mintmark.jose.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonMembersTest {
    private static JsonMembers parse(String json) {
        return JsonMembers.parse(json.replace('\'', '"').getBytes(UTF_8));
    }

    private static String text(JsonMembers members) {
        return new String(members.bytes(), UTF_8).replace('"', '\'');
    }

    @Test
    void keepsOrderDigitsAndNulls() {
        String json = "{'b':1.10,'a':1E+400,'c':null,'d':{'x':[123456789012345678901234567890]}}";
        assertThat(text(parse(json))).isEqualTo(json);
    }

    @Test
    void readsEachMemberInItsType() {
        JsonMembers members = parse("{'text':'a','number':5.9,'nothing':null}");
        assertThat(members.text("text")).contains("a");
        assertThat(members.text("number")).isEmpty();
        assertThat(members.number("number")).hasValue(5);
        assertThat(members.number("text")).isEmpty();
        assertThat(members.has("nothing")).isTrue();
        assertThat(members.isNull("nothing")).isTrue();
        assertThat(members.isNull("absent")).isFalse();
        assertThat(members.value("absent")).isEmpty();
    }

    @Test
    void aChangeMakesAnotherObjectAndLeavesTheFirst() {
        JsonMembers first = parse("{'a':1,'b':2}");
        assertThat(text(first.with(parse("{'a':3,'c':4}")))).isEqualTo("{'a':3,'b':2,'c':4}");
        assertThat(text(first.without(Set.of("a")))).isEqualTo("{'b':2}");
        assertThat(text(first.only(Set.of("a", "x")))).isEqualTo("{'a':1}");
        assertThat(text(first)).isEqualTo("{'a':1,'b':2}");
    }

    @Test
    void whatIsBuiltDoesNotChangeWithItsBuilder() {
        JsonMembers.Builder builder =
                JsonMembers.builder().put("a", "x").put("list", List.of("y")).putNull("n");
        JsonMembers built = builder.build();
        builder.put("a", "changed").remove("list");
        assertThat(text(built)).isEqualTo("{'a':'x','list':['y'],'n':null}");
        assertThat(text(builder.build())).isEqualTo("{'a':'changed'}");
    }

    @Test
    void anythingButOneObjectIsRefused() {
        for (String json : List.of("[]", "5", "{'a':1,'a':2}", "{} {}", "")) {
            assertThatThrownBy(() -> parse(json)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void showsNoMemberInALog() {
        assertThat(parse("{'hush':'hush'}").toString()).doesNotContain("hush");
    }
}
