package dev.mintmark.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.validator.HibernateValidatorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LazyValidatorFactoryTest {
    private final Locale machine = Locale.getDefault();

    record Sample(@NotNull String text, Optional<@Size(max = 3) String> code) {}

    @AfterEach
    void restore() {
        Locale.setDefault(machine);
    }

    @Test
    void messagesAreEnglishInEveryLocale() {
        Locale.setDefault(Locale.GERMANY);
        try (HibernateValidatorFactory factory = new LazyValidatorFactory().factory()) {
            Validator validator = new LazyValidatorFactory().validator(factory);
            assertThat(validator.validate(new Sample(null, Optional.of("four"))))
                    .extracting(ConstraintViolation::getMessage)
                    .containsExactlyInAnyOrder("must not be null", "size must be between 0 and 3");
            assertThat(validator.validate(new Sample("", Optional.of("two")))).isEmpty();
        }
    }
}
