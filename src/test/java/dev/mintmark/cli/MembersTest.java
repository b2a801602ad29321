package dev.mintmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import dev.mintmark.app.settings.MintmarkSettings;
import dev.mintmark.service.request.ExpectRequest;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.service.request.VerifyRequest;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.mint.TokenDefaults;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The options and defaults of the commands are those of the service. */
class MembersTest {
    @Test
    void mintHasAnOptionForEveryMemberOfARequest() {
        assertThat(names(MintCommand.MEMBERS)).containsExactlyInAnyOrderElementsOf(members(MintRequest.class));
    }

    @Test
    void verifyHasAnOptionForEveryMemberOfARequest() {
        List<String> own = Stream.of(VerifyCommand.KEYS, VerifyCommand.MEMBERS)
                .flatMap(members -> names(members).stream())
                .toList();

        assertThat(Stream.concat(own.stream(), Stream.of("token", "unwrap", "advise", "expect")))
                .containsExactlyInAnyOrderElementsOf(members(VerifyRequest.class));
        // What a key-binding JWT must say is an object of its own, for which there is no option.
        assertThat(Stream.concat(names(VerifyCommand.EXPECT).stream(), Stream.of("key_binding")))
                .containsExactlyInAnyOrderElementsOf(members(ExpectRequest.class));
    }

    @Test
    void theDefaultsAreThoseOfTheSettings() {
        MintmarkSettings settings = new SmallRyeConfigBuilder()
                .withMapping(MintmarkSettings.class)
                .withConverter(io.quarkus.runtime.configuration.MemorySize.class, 100, new MemorySizeConverter())
                .build()
                .getConfigMapping(MintmarkSettings.class);
        TokenDefaults defaults = LocalServices.DEFAULTS;

        assertThat(defaults.algorithm().joseName()).isEqualTo(settings.algorithm());
        assertThat(defaults.accessTokenTyp()).isEqualTo(settings.accessToken().typ());
        assertThat(defaults.lifetime(TokenType.ACCESS))
                .isEqualTo(settings.lifetime().access());
        assertThat(defaults.lifetime(TokenType.ID))
                .isEqualTo(settings.lifetime().id());
        assertThat(defaults.lifetime(TokenType.GENERIC))
                .isEqualTo(settings.lifetime().generic());
        assertThat(defaults.lifetime(TokenType.REFRESH))
                .isEqualTo(settings.lifetime().refresh());
        assertThat(defaults.maxLifetime()).isEqualTo(settings.lifetime().maximum());
        assertThat(defaults.subject()).isEqualTo(settings.subject());
        assertThat(defaults.clientId()).isEqualTo(settings.clientId());
        assertThat((long) LocalServices.SETTINGS.refresh().maxTokenLength())
                .isEqualTo(settings.limits().token().asLongValue());
    }

    private static List<String> names(List<MemberOption> options) {
        return options.stream().map(MemberOption::member).toList();
    }

    private static List<String> members(Class<? extends Record> request) {
        return Arrays.stream(request.getRecordComponents())
                .map(RecordComponent::getName)
                .map(new SnakeCaseStrategy()::translate)
                .toList();
    }
}
