package dev.mintmark.http.mcp;

import static org.hamcrest.Matchers.containsString;

import dev.mintmark.http.limit.HttpTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The protocol can be switched off at run time. */
@QuarkusTest
@TestProfile(McpSwitchTest.Off.class)
@Tag("slow")
class McpSwitchTest extends HttpTest {
    /** The setting. */
    public static class Off implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("mintmark.mcp.enabled", "false");
        }
    }

    @Test
    void whatIsOffIsNotFound() {
        post("/mcp", McpResourceTest.LIST, 404).body("detail", containsString("mintmark.mcp.enabled"));
    }
}
