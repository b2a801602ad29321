package dev.mintmark.http.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.mintmark.oauth.IssuerName;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.oauth.ticket.LoginEffects;
import dev.mintmark.tokens.TokenType;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TicketReaderTest {
    private static final IssuerName ACME = new IssuerName("acme");
    private final TicketReader reader = new TicketReader(true, Set.of("iss", "sub"));

    private static TicketRequest request(String json) throws IOException {
        return new ObjectMapper().registerModule(new Jdk8Module()).readValue(json, TicketRequest.class);
    }

    @Test
    void readsLifetimesClockAndFault() throws IOException {
        LoginEffects effects = reader.effects(request(
                "{\"lifetimes\": {\"access\": \"1m\", \"id\": 90}, \"clock\": \"-2h\", \"fault\": \"token:slow\"}"));
        assertThat(effects.lifetimes())
                .isEqualTo(Map.of(TokenType.ACCESS, Duration.ofMinutes(1), TokenType.ID, Duration.ofSeconds(90)));
        assertThat(effects.clock()).isEqualTo(Duration.ofHours(-2));
        assertThat(effects.fault().orElseThrow().isSlow()).isTrue();
    }

    @Test
    void aRenamedUserKeepsItsClaims() throws IOException {
        TicketRequest request = request("{\"user\": \"alice\", \"claims\": {\"sub\": \"zoe\", \"plan\": \"gold\"}}");
        OAuthConfig config = OAuthConfig.builtIn();
        assertThat(reader.subject(request, config, ACME)).isEqualTo("zoe");
        assertThat(reader.claims(request, config, ACME).path("plan").asText()).isEqualTo("gold");
        assertThat(reader.claims(request, config, ACME).path("email").asText()).contains("alice");
        assertThat(reader.subject(request("{\"user\": \"alice\"}"), config, ACME))
                .isEqualTo("alice");
    }
}
