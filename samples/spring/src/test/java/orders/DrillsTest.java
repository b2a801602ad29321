package orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.testing.Drill;
import dev.mintmark.testing.Mintmark;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Every bad token that a specification makes a resource server refuse. */
class DrillsTest {
    @RegisterExtension
    static final Mintmark mintmark = Mintmark.inProcess();

    @DynamicPropertySource
    static void trust(DynamicPropertyRegistry registry) {
        mintmark.properties("spring").forEach((name, value) -> registry.add(name, () -> value));
    }

    static Stream<Drill> badTokens() {
        return mintmark.drills("https://orders.example");
    }

    static Stream<Drill> badAccessTokens() {
        return mintmark.drills()
                .audience("https://orders.example")
                .type("at+jwt")
                .claim("client_id", "web-shop")
                .stream();
    }

    private static Set<String> wrongAnswers(int port, List<Drill> drills) throws Exception {
        Set<String> wrong = new TreeSet<>();
        for (Drill drill : drills) {
            if (!drill.httpStatus().contains(OrdersClient.status(port, drill.token()))) {
                wrong.add(drill.name());
            }
        }
        return wrong;
    }

    /** The properties and {@link AccessTokenRules}. */
    @Nested
    @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
    class Recommended {
        @LocalServerPort
        int port;

        @ParameterizedTest
        @MethodSource("orders.DrillsTest#badTokens")
        void answersAsItMust(Drill drill) throws Exception {
            assertThat(OrdersClient.status(port, drill.token())).isIn(drill.httpStatus());
        }
    }

    /** The decoder for {@code typ: at+jwt} and {@link AccessTokenRules}. */
    @Nested
    @ActiveProfiles("at-jwt")
    @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
    class RecommendedForAtJwt {
        @LocalServerPort
        int port;

        @ParameterizedTest
        @MethodSource("orders.DrillsTest#badAccessTokens")
        void answersAsItMust(Drill drill) throws Exception {
            assertThat(OrdersClient.status(port, drill.token())).isIn(drill.httpStatus());
        }
    }

    /** The properties alone. The list is that of docs/resource-servers.md. */
    @Nested
    @ActiveProfiles("stock")
    @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
    class Stock {
        @LocalServerPort
        int port;

        @Test
        void acceptsExactlyWhatIsListed() throws Exception {
            assertThat(wrongAnswers(port, badTokens().toList()))
                    .containsExactly(
                            "crit-malformed (empty)",
                            "crit-malformed (null)",
                            "exp-missing",
                            "exp-null-bool (null)");
        }
    }

    /** The same without {@code audiences}. */
    @Nested
    @ActiveProfiles("stock")
    @SpringBootTest(
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = "spring.security.oauth2.resourceserver.jwt.audiences=")
    class StockWithoutAudience {
        @LocalServerPort
        int port;

        @Test
        void acceptsExactlyWhatIsListed() throws Exception {
            assertThat(wrongAnswers(port, badTokens().toList()))
                    .containsExactly(
                            "aud-missing",
                            "aud-variants (domain)",
                            "aud-variants (empty array)",
                            "aud-variants (empty)",
                            "aud-variants (prefix)",
                            "aud-variants (upper case)",
                            "aud-variants (wildcard)",
                            "aud-wrong",
                            "crit-malformed (empty)",
                            "crit-malformed (null)",
                            "exp-missing",
                            "exp-null-bool (null)",
                            "id-token-as-access",
                            "refresh-as-access");
        }
    }
}
