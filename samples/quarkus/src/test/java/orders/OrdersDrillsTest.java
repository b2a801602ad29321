package orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mintmark.testing.Mintmark;
import dev.mintmark.testing.quarkus.MintmarkTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every bad token that a specification makes a resource server refuse. */
@QuarkusTest
@QuarkusTestResource(MintmarkTestResource.class)
class OrdersDrillsTest {
    Mintmark mintmark;

    @TestHTTPResource("/orders")
    URI orders;

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "at+jwt"})
    void refusesEachBadToken(String type) throws Exception {
        var drills = mintmark.drills()
                .audience("https://orders.example")
                .type(type)
                .claim("groups", List.of("clerk"));
        assertEquals(Set.of(), OrdersClient.wrongAnswers(orders, drills.stream()));
    }
}
