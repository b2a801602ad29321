package orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mintmark.testing.Mintmark;
import dev.mintmark.testing.quarkus.MintmarkTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The properties without {@link AccessTokenRules} and without an audience. The list is that of docs/resource-servers.md. */
@QuarkusTest
@TestProfile(StockWithoutAudienceDrillsTest.Stock.class)
@QuarkusTestResource(MintmarkTestResource.class)
class StockWithoutAudienceDrillsTest {
    Mintmark mintmark;

    @TestHTTPResource("/orders")
    URI orders;

    @Test
    void acceptsExactlyWhatIsListed() throws Exception {
        var drills = mintmark.drills().audience("https://orders.example").claim("groups", List.of("clerk"));
        assertEquals(
                new TreeSet<>(Set.of(
                        "aud-missing",
                        "aud-variants (domain)",
                        "aud-variants (empty array)",
                        "aud-variants (empty)",
                        "aud-variants (number)",
                        "aud-variants (prefix)",
                        "aud-variants (upper case)",
                        "aud-variants (wildcard)",
                        "aud-wrong",
                        "b64-false",
                        "b64-false-no-crit",
                        "crit-malformed (empty)",
                        "crit-malformed (null)",
                        "dpop-bound-without-proof",
                        "dpop-proof-as-access",
                        "id-token-as-access",
                        "logout-as-access",
                        "mtls-bound-without-cert",
                        "refresh-as-access",
                        "typ-wrong")),
                OrdersClient.wrongAnswers(orders, drills.stream()));
    }

    /** Without the rules and the audience. */
    public static final class Stock implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("orders.access-token-rules", "false", "mp.jwt.verify.audiences", "");
        }
    }
}
